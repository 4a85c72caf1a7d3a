import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useDay } from "./calendar-day";
import styles from "./participant.module.css";
import type { Version } from "./participant-views";

const MODES = ["interview", "paper", "self", "import"] as const;

/** How an assessment was collected; earlier versions stay readable, folded away. */
export function Versions(props: {
  readonly versions: readonly Version[];
  /** Where versions are compared; null for somebody who may not. */
  readonly compareHref: string | null;
}): React.JSX.Element | null {
  const { versions, compareHref } = props;
  const t = useTranslations("participants.one");
  const current = versions.find((one) => one.current);
  const earlier = versions.filter((one) => !one.current);
  if (versions.length === 0) return null;
  return (
    <>
      {current ? <VersionLine version={current} /> : null}
      {versions.some((one) => one.openConflicts > 0) ? (
        <p>
          <StatusBadge tone="danger">{t("conflict")}</StatusBadge>{" "}
          {compareHref === null ? null : (
            <Link href={compareHref} prefetch={false}>
              {t("compare")}
            </Link>
          )}
        </p>
      ) : null}
      {earlier.length > 0 ? (
        <details className={styles.earlier}>
          <summary>{t("versions", { n: earlier.length })}</summary>
          {earlier.map((one) => (
            <VersionLine key={one.assessmentId} version={one} />
          ))}
        </details>
      ) : null}
    </>
  );
}

function VersionLine({ version }: { readonly version: Version }): React.JSX.Element {
  const t = useTranslations("participants.one");
  const format = useFormatter();
  const day = useDay();
  const mode = MODES.find((one) => one === version.mode);
  const facts = [
    t("answeredOn", { date: day(version.answeredOn) }),
    mode ? t(`mode.${mode}`) : version.mode,
    t("edition", { edition: version.edition }),
    version.recordedBy ? t("by", { name: version.recordedBy }) : null,
    version.current ? null : t("recorded", { date: format.dateTime(version.recordedAt, { dateStyle: "medium" }) }),
  ];
  return (
    <p className={styles.note}>
      {facts.filter((fact) => fact !== null).join(" · ")}
      {version.reason ? <span className={styles.reason}>{t("corrected", { reason: version.reason })}</span> : null}
    </p>
  );
}
