import { quantile } from "@alongside/statistics/descriptive/quantile";

/** How much support people of a cohort had in the time between the two scores, from the log of contacts. */
export interface SupportDose {
  /** Minutes of emotional support, one number per person. */
  readonly emotionalMinutes: readonly number[];
  /** Minutes of support of any kind, of the same people in the same order. */
  readonly totalMinutes: readonly number[];
  /** Minutes of emotional support a person should have had, and those below which the programme counts somebody as missed. */
  readonly planned: number;
  readonly plannedMinimum: number;
}

/** Whether people had the support whose result is looked for. */
export type DoseCheck =
  | {
      readonly kind: "recorded";
      readonly n: number;
      readonly medianMinutes: number;
      readonly planned: number;
      /** Median over plan. */
      readonly shareOfPlan: number;
      /** Emotional minutes over all minutes, of everybody together; null when there were none. */
      readonly emotionalShare: number | null;
      /** Share of people below the planned minimum. */
      readonly belowMinimum: number;
      /** The median lies under 80 % of plan. */
      readonly low: boolean;
    }
  | { readonly kind: "not-recorded" };

/** Under this share of plan the dose is called low. House rule. */
const LOW_SHARE = 0.8;

/** Holds the support people had against what was planned. Nothing recorded is not the same as no support. */
export function doseCheck(dose: SupportDose | null): DoseCheck {
  if (dose === null || dose.emotionalMinutes.length === 0 || !(dose.planned > 0)) return { kind: "not-recorded" };
  const { emotionalMinutes, totalMinutes, planned, plannedMinimum } = dose;
  const n = emotionalMinutes.length;
  const medianMinutes = quantile(emotionalMinutes, 0.5);
  const sum = (minutes: readonly number[]) => minutes.reduce((total, one) => total + one, 0);
  const all = sum(totalMinutes);
  return {
    kind: "recorded",
    n,
    medianMinutes,
    planned,
    shareOfPlan: medianMinutes / planned,
    emotionalShare: all > 0 ? sum(emotionalMinutes) / all : null,
    belowMinimum: emotionalMinutes.filter((minutes) => minutes < plannedMinimum).length / n,
    low: medianMinutes < LOW_SHARE * planned,
  };
}
