import { normalCritical } from "../distribution/normal";
import { tCritical } from "../distribution/student-t";
import { areFinite, type Estimate, finiteEstimate, type InsufficientData, insufficient, tooFew } from "../estimate";

const PROVENANCE = { statistic: "agreement/bland-altman", version: 1 } as const;

/** How far two measurements of the same people lie apart. */
export interface LimitsOfAgreement {
  readonly kind: "limits-of-agreement";
  readonly n: number;
  /** Mean of first minus second. */
  readonly bias: Estimate;
  readonly sdOfDifferences: number;
  /** Between which the share `coverage` of differences lies if they are normal. */
  readonly lower: Estimate;
  readonly upper: Estimate;
  readonly coverage: number;
}

/**
 * Bland and Altman's limits of agreement, mean difference +- z s, each with a t interval on n - 1 degrees of freedom and
 * standard error s sqrt(1/n + z^2 / (2 (n - 1))). Insufficient data with fewer than three pairs or when all differences
 * are the same.
 * Bland & Altman (1999), Statistical Methods in Medical Research 8, 135-160.
 * @param first measurements
 * @param second measurements of the same people, in the same order
 * @param coverage share of differences between the limits
 * @throws RangeError when the lengths differ, the level or the coverage is outside 0 to 1
 */
export function limitsOfAgreement(
  first: readonly number[],
  second: readonly number[],
  level = 0.95,
  coverage = 0.95,
): LimitsOfAgreement | InsufficientData {
  const n = first.length;
  if (second.length !== n) throw new RangeError(`${n} first values but ${second.length} second`);
  if (!areFinite(first, second)) return insufficient("not-finite", n);
  for (const share of [level, coverage]) if (!(share > 0 && share < 1)) throw new RangeError(`${share} is no share`);
  if (n < 3) return tooFew(3, n);
  const differences = first.map((value, index) => value - (second[index] ?? 0));
  const origin = differences[0] ?? 0;
  const shift = differences.reduce((sum, difference) => sum + (difference - origin), 0) / n;
  const mean = origin + shift;
  const squares = differences.reduce((sum, difference) => sum + (difference - origin - shift) ** 2, 0);
  const sd = Math.sqrt(squares / (n - 1));
  if (!Number.isFinite(sd)) return insufficient("out-of-range", n);
  if (sd === 0) return insufficient("no-spread", n);
  const z = normalCritical(coverage);
  const figure = (value: number, standardError: number, method: string): Estimate => {
    const half = tCritical(level, n - 1) * standardError;
    const interval = { low: value - half, high: value + half, level };
    const degreesOfFreedom = n - 1;
    return finiteEstimate({ value, interval, n, method, standardError, degreesOfFreedom, provenance: PROVENANCE });
  };
  const errorOfLimit = sd * Math.sqrt(1 / n + z ** 2 / (2 * (n - 1)));
  return {
    kind: "limits-of-agreement",
    n,
    bias: figure(mean, sd / Math.sqrt(n), "bland-altman-bias"),
    sdOfDifferences: sd,
    lower: figure(mean - z * sd, errorOfLimit, "bland-altman-limit"),
    upper: figure(mean + z * sd, errorOfLimit, "bland-altman-limit"),
    coverage,
  };
}
