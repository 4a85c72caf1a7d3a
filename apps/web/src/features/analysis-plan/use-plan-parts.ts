import type { AnalysisPlan, PlannedOutcome } from "@alongside/domain/analysis-plan/analysis-plan";
import { planCompares } from "@alongside/domain/analysis-plan/planned-contrast";
import { useFormatter, useTranslations } from "next-intl";
import type { Choice, PlanChoices } from "./plan-views";

/** The parts of a plan, in the order in which it is read. */
export const PLAN_PARTS = [
  "title",
  "design",
  "primary",
  "model",
  "comparisonCohort",
  "supportedCohorts",
  "entryCutOff",
  "importantDifference",
  "secondary",
  "intercurrentEvents",
  "windows",
] as const satisfies readonly (keyof AnalysisPlan)[];

/** Every part of a plan in words. What the programme no longer knows keeps its code. */
export function usePlanParts(
  choices: PlanChoices,
): (plan: AnalysisPlan) => Readonly<Record<(typeof PLAN_PARTS)[number], string>> {
  const t = useTranslations("analysisPlan");
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 6 });
  const outcome = ({ measure, timepointCode }: PlannedOutcome) =>
    t("value.outcome", {
      measure: labelOf(choices.measures, measure),
      time: labelOf(choices.timepoints, timepointCode),
    });
  const isYesOrNo = ({ measure }: PlannedOutcome) =>
    choices.measures.find(({ value }) => value === measure)?.yesOrNo ?? false;
  const difference = ({ importantDifference: own, primary }: AnalysisPlan) => {
    const important = choices.measures.find(({ value }) => value === primary.measure)?.important;
    if (isYesOrNo(primary)) return t("value.noPoints");
    if (own !== null) return t("value.points", { value: number(own) });
    return important ? t("value.ownPoints", { value: number(important.value) }) : t("value.own");
  };
  const windows = ({ windows: saved }: AnalysisPlan) =>
    saved === undefined
      ? t("value.noWindows")
      : saved
          .toSorted((a, b) => a.targetDay - b.targetDay)
          .map(({ timepointCode, targetDay, daysBefore, daysAfter }) =>
            t("value.window", {
              time: labelOf(choices.timepoints, timepointCode),
              target: number(targetDay),
              from: number(targetDay - daysBefore),
              to: number(targetDay + daysAfter),
            }),
          )
          .join(t("value.separator"));
  const cutOff = ({ entryCutOff }: AnalysisPlan) =>
    entryCutOff === null
      ? t("value.noCutOff")
      : t("value.cutOff", {
          side: entryCutOff.side === "at-least" ? "atLeast" : "atMost",
          value: number(entryCutOff.value),
        });
  const model = (plan: AnalysisPlan) => {
    const shares = t(`modelYesOrNo.${planCompares(plan) ? "difference-in-differences" : "paired-change"}`);
    if (isYesOrNo(plan.primary)) return shares;
    const own = t(`model.${plan.model}`);
    return plan.secondary.some(isYesOrNo) ? t("value.modelAndShares", { model: own, shares }) : own;
  };
  return (plan) => ({
    title: plan.title,
    design: t(`design.${plan.design}`),
    primary: outcome(plan.primary),
    model: model(plan),
    comparisonCohort: plan.comparisonCohort ?? t("value.noComparison"),
    supportedCohorts: plan.supportedCohorts?.join(t("value.separator")) || t("value.everySupported"),
    entryCutOff: cutOff(plan),
    importantDifference: difference(plan),
    secondary: plan.secondary.map(outcome).join(t("value.separator")) || t("value.noSecondary"),
    intercurrentEvents: plan.intercurrentEvents || t("value.notStated"),
    windows: windows(plan),
  });
}

/** What a value is called; the value itself when nothing knows it. */
export function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((one) => one.value === value)?.label ?? value;
}
