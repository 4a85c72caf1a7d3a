import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "../outcome.module.css";
import type { BinaryView, OutcomePlace } from "../outcome-view";

/** Planned in advance or not, in words, with the way to the plan for those who may read it. */
export function BinaryStanding(props: { readonly view: BinaryView; readonly place: OutcomePlace }): React.JSX.Element {
  const t = useTranslations("outcome.finding.standing");
  const { standing } = props.view;
  const { base, verbs } = props.place;
  return (
    <div className={styles.words} data-standing={standing.kind}>
      <span className={styles.badges}>
        {verbs.includes("analysis-plan.list") ? (
          <Link href={`${base}/plan`} prefetch={false}>
            <StatusBadge>
              {t(standing.kind)} <span className="visually-hidden">{t("plan")}</span>
            </StatusBadge>
          </Link>
        ) : (
          <StatusBadge>{t(standing.kind)}</StatusBadge>
        )}
      </span>
      <p className={styles.soft}>
        {standing.kind === "exploratory"
          ? t(standing.why)
          : t("planned", {
              version: standing.plan.version,
              date: standing.plan.savedAt.toISOString().slice(0, 10),
              hash: standing.plan.hash.slice(0, 12),
            })}
      </p>
    </div>
  );
}
