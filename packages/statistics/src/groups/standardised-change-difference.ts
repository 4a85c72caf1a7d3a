import { normalCritical } from "../distribution/normal";
import {
  areFinite,
  type EstimateValue,
  finiteEstimate,
  type InsufficientData,
  insufficient,
  tooFew,
} from "../estimate";

const PROVENANCE = { statistic: "groups/standardised-change-difference", version: 1 } as const;

/** Means before and after and standard deviation before, of one group. */
export interface GroupChange {
  readonly n: number;
  readonly meanPre: number;
  readonly meanPost: number;
  readonly sdPre: number;
}

/**
 * Difference of the changes of two groups, treated - comparison, in pooled standard deviations at baseline: Morris's
 * d_ppc2 with its approximate correction 1 - 3 / (4 df - 1), its variance and a normal interval.
 * Source: Morris, Organ. Res. Methods 11 (2008) 364-386, equations 8 to 10 and 25.
 * @param correlation of before and after, common to both groups, below 1
 * @param level of the interval, 0 to 1
 * @throws RangeError when the correlation is not within -1 to 1
 */
export function standardisedChangeDifference(
  treated: GroupChange,
  comparison: GroupChange,
  correlation: number,
  level = 0.95,
): EstimateValue | InsufficientData {
  if (!(Math.abs(correlation) <= 1)) throw new RangeError(`Not a correlation: ${correlation}`);
  const n = treated.n + comparison.n;
  const figures = [treated, comparison].flatMap(({ meanPre, meanPost, sdPre }) => [meanPre, meanPost, sdPre]);
  if (!areFinite(figures)) return insufficient("not-finite", n);
  const degreesOfFreedom = n - 2;
  if (Math.min(treated.n, comparison.n) < 2) return tooFew(2, Math.min(treated.n, comparison.n));
  // The variance divides by n - 4.
  if (n < 5) return tooFew(5, n);
  const pooled = Math.sqrt(
    ((treated.n - 1) * treated.sdPre ** 2 + (comparison.n - 1) * comparison.sdPre ** 2) / degreesOfFreedom,
  );
  if (pooled === 0 || correlation === 1) return insufficient("no-spread", n);
  const correction = 1 - 3 / (4 * degreesOfFreedom - 1);
  const gain = treated.meanPost - treated.meanPre - (comparison.meanPost - comparison.meanPre);
  const value = (correction * gain) / pooled;
  // Variance of the difference of mean changes, in squared standard deviations.
  const sampling = 2 * (1 - correlation) * (1 / treated.n + 1 / comparison.n);
  const variance =
    correction ** 2 * sampling * (degreesOfFreedom / (degreesOfFreedom - 2)) * (1 + value ** 2 / sampling) - value ** 2;
  if (!(variance > 0)) return insufficient("out-of-range", n);
  const standardError = Math.sqrt(variance);
  const half = normalCritical(level) * standardError;
  return finiteEstimate({
    value,
    interval: { low: value - half, high: value + half, level },
    n,
    method: "d-ppc2",
    standardError,
    degreesOfFreedom,
    provenance: PROVENANCE,
  });
}
