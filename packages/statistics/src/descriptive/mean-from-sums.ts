import { multiply, parseDecimal, sign, subtract } from "../decimal/decimal";
import { ratio, squareRootOfRatio } from "../decimal/ratio";
import { tCritical } from "../distribution/student-t";
import { areFinite, type EstimateValue, finiteEstimate, type InsufficientData, insufficient } from "../estimate";

const PROVENANCE = { statistic: "descriptive/mean-from-sums", version: 1 } as const;

export interface Sums {
  readonly n: number;
  readonly sum: number | string;
  readonly sumSquares: number | string;
}

/**
 * Mean with its t interval from exact sums. R: t.test(x). With one person, or no spread, there is no interval and
 * therefore no estimate.
 * @param level of the interval, 0 to 1
 * @throws RangeError when n is not a whole number, a sum is not a number, or the sums cannot come from real values
 */
export function meanFromSums(sums: Sums, level = 0.95): EstimateValue | InsufficientData {
  const { n } = sums;
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of values: ${n}`);
  if (n < 2) return { kind: "insufficient-data", reason: "too-few", needed: 2, had: n };
  if (!areFinite([sums.sum, sums.sumSquares].filter((sum) => typeof sum === "number"))) {
    return insufficient("not-finite", n);
  }
  const count = parseDecimal(n);
  const total = parseDecimal(sums.sum);
  const centred = subtract(multiply(count, parseDecimal(sums.sumSquares)), multiply(total, total));
  if (sign(centred) < 0) throw new RangeError("These sums cannot come from real values");
  if (sign(centred) === 0) return { kind: "insufficient-data", reason: "no-spread", needed: n, had: n };
  const value = ratio(total, count);
  const df = n - 1;
  const standardError = squareRootOfRatio(centred, multiply(multiply(count, count), parseDecimal(df)));
  const half = tCritical(level, df) * standardError;
  const interval = { low: value - half, high: value + half, level };
  return finiteEstimate({
    value,
    interval,
    n,
    method: "mean-t",
    standardError,
    degreesOfFreedom: df,
    provenance: PROVENANCE,
  });
}
