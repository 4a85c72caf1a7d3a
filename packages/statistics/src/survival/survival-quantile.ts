import type { SurvivalCurve, SurvivalStep } from "./kaplan-meier";

/** A time, or that the curve ends before it gets that low. */
export type ReachedTime = { readonly kind: "time"; readonly time: number } | { readonly kind: "not-reached" };

/** By when a share of people has had the event. */
export interface SurvivalQuantile {
  readonly time: ReachedTime;
  /** Where the lower limits of the curve reach the same height. */
  readonly low: ReachedTime;
  readonly high: ReachedTime;
}

/** A share this close to the height asked for is the height. */
const SAME_SHARE = Math.sqrt(Number.EPSILON);

/**
 * Quantile of the time to the event, 0.5 for the median: the first time at which the curve has fallen to 1 - share, and the
 * middle of the flat stretch when it lies exactly there. The limits do the same with the limits of the curve (Brookmeyer &
 * Crowley 1982, Biometrics 38, 29-41). R: quantile(survfit(...)) and the median that print(survfit(...)) shows.
 * @param share of people who have had the event, between 0 and 1
 * @throws RangeError for a share outside 0 and 1
 */
export function survivalQuantile(curve: SurvivalCurve, share = 0.5): SurvivalQuantile {
  if (!(share > 0 && share < 1)) throw new RangeError(`A share between 0 and 1, not ${share}`);
  const height = 1 - share;
  return {
    time: fallsTo(curve.steps, height, ({ survival }) => survival),
    low: fallsTo(curve.steps, height, ({ interval }) => interval?.low ?? null),
    high: fallsTo(curve.steps, height, ({ interval }) => interval?.high ?? null),
  };
}

function fallsTo(
  steps: readonly SurvivalStep[],
  height: number,
  heightOf: (step: SurvivalStep) => number | null,
): ReachedTime {
  const low = steps.flatMap((step) => {
    const at = heightOf(step);
    return at === null || at >= height + SAME_SHARE ? [] : [{ time: step.time, at }];
  });
  const first = low[0];
  if (first === undefined) return { kind: "not-reached" };
  const lower = Math.abs(first.at - height) < SAME_SHARE ? low.find(({ at }) => at < first.at) : undefined;
  return { kind: "time", time: lower === undefined ? first.time : (first.time + lower.time) / 2 };
}
