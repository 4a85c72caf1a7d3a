import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./outcome.module.css";
import { outcomeHref } from "./outcome-address";
import type { OutcomeFrame, OutcomePlace } from "./outcome-view";

/**
 * Whether this very analysis was planned in advance, in words, with the way to the plan for those who may read it. Where it
 * departs from a plan, in what, and the way to the planned analysis.
 */
export function FindingStanding(props: {
  readonly view: OutcomeFrame;
  readonly place: OutcomePlace;
}): React.JSX.Element {
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
        <Why standing={standing} />
      </p>
      <PlannedView {...props} />
    </div>
  );
}

function Why({ standing }: Pick<OutcomeFrame, "standing">): React.JSX.Element {
  const t = useTranslations("outcome.finding.standing");
  if (standing.kind !== "exploratory") {
    const { version, savedAt, hash } = standing.plan;
    return <>{t("planned", { version, date: savedAt.toISOString().slice(0, 10), hash: hash.slice(0, 12) })}</>;
  }
  if (!("plan" in standing)) return <>{t(standing.why)}</>;
  const { version, plan } = standing.plan;
  return <>{t(standing.why, { version, other: plan.comparisonCohort ?? "" })}</>;
}

function PlannedView(props: { readonly view: OutcomeFrame; readonly place: OutcomePlace }): React.JSX.Element | null {
  const t = useTranslations("outcome.finding.standing");
  const { standing, plannedView, description, waves, wave, snapshot } = props.view;
  const time = waves[wave];
  if (plannedView === null || time === undefined || standing.kind !== "exploratory" || !("plan" in standing))
    return null;
  const { measure } = description;
  const { timepointId } = time;
  return (
    <p className={styles.soft}>
      <Link
        href={outcomeHref(props.place.base, { measure, timepointId, snapshotId: snapshot?.id ?? null, ...plannedView })}
        prefetch={false}
        data-planned-view={standing.role}
      >
        {t("plannedView", { role: standing.role })}
      </Link>
    </p>
  );
}
