import { formatRounded } from "@alongside/domain/display/rounding";
import { useLocale, useTranslations } from "next-intl";
import type { MeasureChange, ShownCohort, Table, Timepoint } from "./change-view";
import { byMovement } from "./movement";

/** Whether anything is estimated at the chosen follow-up. */
function hasFigures(cohorts: readonly ShownCohort[]): boolean {
  return cohorts.some(({ followUp }) => followUp.change.kind === "estimate");
}

/** The state that the card shows: the measure's own, or that its figures are at another follow-up. */
export function shownState(measure: MeasureChange, cohorts: readonly ShownCohort[]) {
  if (hasFigures(cohorts)) return "ready" as const;
  return measure.state === "ready" ? ("elsewhere" as const) : measure.state;
}

/** The title of a card: what happened to this outcome, as a sentence. */
export function useFinding(): (
  table: Table,
  measure: MeasureChange,
  cohorts: readonly ShownCohort[],
  at: Timepoint,
) => string {
  const t = useTranslations("change");
  const locale = useLocale();
  return (table, measure, cohorts, at) => {
    const name = measure.description.label[locale];
    const state = shownState(measure, cohorts);
    if (state !== "ready") {
      const values = { timepoint: at.label, threshold: table.threshold, means: table.meansFrom };
      return t("finding.none", { measure: name, state: t(`state.${state}.title`, values) });
    }
    const phrases = byMovement(cohorts).map((group) =>
      t(`finding.${group.movement}`, {
        cohorts: group.cohorts
          .map((cohort) => cohortWords(cohort, measure.description.yesOrNo === true))
          .join(t("finding.cohorts")),
      }),
    );
    return t("finding.measure", { measure: name, phrases: phrases.join(t("finding.separator")) });
  };

  function cohortWords({ name, followUp: { change } }: ShownCohort, yesOrNo: boolean): string {
    if (change.kind !== "estimate") return name;
    const round = (value: number) =>
      yesOrNo ? formatRounded(100 * value, "score", locale) : formatRounded(value, "mean", locale);
    return t(yesOrNo ? "shares.cohort" : "finding.cohort", {
      name,
      change: round(change.value),
      low: round(change.interval.low),
      high: round(change.interval.high),
    });
  }
}
