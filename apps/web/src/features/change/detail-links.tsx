import { useTranslations } from "next-intl";
import { outcomeHref } from "@/features/outcome/outcome-address";
import type { ChangePlace, ShownCohort, Timepoint } from "./change-view";
import styles from "./outcome-card.module.css";

/** The way into the details of an outcome, cohort by cohort; nothing where there is no figure to go into. */
export function DetailLinks(props: {
  readonly place: ChangePlace;
  readonly measure: string;
  readonly label: string;
  readonly cohorts: readonly ShownCohort[];
  readonly at: Timepoint;
  readonly siteId: string | null;
  readonly snapshotId: string | null;
  /** Cohorts that somebody defined, of which these are; none: the arms. */
  readonly definitionIds: readonly string[];
}): React.JSX.Element | null {
  const t = useTranslations("change.detail");
  const { place, measure, label, at, siteId, snapshotId, definitionIds } = props;
  const open = props.cohorts.filter(({ followUp }) => followUp.change.kind === "estimate");
  // Whom a defined cohort takes is known of the records as they are, not of a snapshot.
  const hasDetails = definitionIds.length === 0 || snapshotId === null;
  if (!hasDetails || open.length === 0 || !place.verbs.includes("outcome.read")) return null;
  return (
    <ul className={styles.details}>
      {open.map(({ cohort, name }) => (
        <li key={cohort.cohortId}>
          <a
            href={outcomeHref(place.base, {
              measure,
              cohortId: cohort.cohortId,
              timepointId: at.id,
              siteId,
              snapshotId,
              definitionIds,
            })}
            aria-label={t("openNamed", { measure: label, cohort: name, time: at.label })}
          >
            {t("of", { cohort: name })}
          </a>
        </li>
      ))}
    </ul>
  );
}
