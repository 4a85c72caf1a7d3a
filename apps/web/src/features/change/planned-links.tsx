import { useTranslations } from "next-intl";
import { outcomeHref } from "@/features/outcome/outcome-address";
import type { ChangePlace, ChangeView, ShownCohort, Timepoint } from "./change-view";
import styles from "./outcome-card.module.css";
import type { PlannedComparison } from "./planned-comparison";

/** The way to the planned comparisons of an outcome, which are of all sites; nothing for whoever does not see all of them. */
export function PlannedLinks(props: {
  readonly place: ChangePlace;
  readonly view: ChangeView;
  readonly measure: string;
  readonly at: Timepoint;
  readonly planned: PlannedComparison<ShownCohort>;
}): React.JSX.Element | null {
  const t = useTranslations("change.planned");
  const { place, view, measure, at, planned } = props;
  const { supported, other } = planned;
  // A site that was chosen can be left again; what a role does not reach, it does not.
  const reaches = view.partOf === null || view.siteId !== null;
  if (!reaches || !place.verbs.includes("outcome.read")) return null;
  return (
    <ul className={styles.details}>
      {supported
        .filter(({ followUp }) => followUp.change.kind === "estimate")
        .map(({ cohort: { cohortId }, name }) => (
          <li key={cohortId}>
            <a
              href={outcomeHref(place.base, {
                ...{ measure, cohortId, timepointId: at.id },
                ...{ comparedWith: other.cohort.cohortId, snapshotId: view.snapshot?.id ?? null },
              })}
              data-planned="comparison"
            >
              {t("link", { cohort: name, other: other.name })}
            </a>
          </li>
        ))}
    </ul>
  );
}
