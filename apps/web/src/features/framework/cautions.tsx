import { type Discrepancy, SEVERITIES, type Severity } from "@alongside/domain/framework/discrepancies.data";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import styles from "./cautions.module.css";
import type { FrameworkPlace } from "./framework-query";

const TONES = { high: "danger", medium: "caution", low: "neutral" } as const satisfies Record<Severity, BadgeTone>;

/** Where a source does not agree with itself, and what this product does about it. */
export function Cautions(props: {
  readonly discrepancies: readonly Discrepancy[];
  readonly place: FrameworkPlace;
}): React.JSX.Element {
  const t = useTranslations("framework.cautions");
  const { language } = props.place;
  return (
    <ul className={styles.list}>
      {props.discrepancies.map((discrepancy) => (
        <li key={discrepancy.id}>
          <p lang={language}>
            <StatusBadge tone={TONES[discrepancy.severity]}>{SEVERITIES[discrepancy.severity][language]}</StatusBadge>{" "}
            {discrepancy.finding[language]}
          </p>
          <p className={styles.detail}>
            {t("where", { where: discrepancy.where[language] })}{" "}
            {t("resolution", { resolution: discrepancy.resolution[language] })}
          </p>
        </li>
      ))}
    </ul>
  );
}
