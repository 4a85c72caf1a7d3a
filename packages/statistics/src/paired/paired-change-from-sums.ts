import { type Decimal, multiply, parseDecimal, sign, subtract } from "../decimal/decimal";
import { ratio, squareRootOfRatio } from "../decimal/ratio";
import { areFinite, insufficient } from "../estimate";
import { changeFromMoments, type PairedChange, refusedChange } from "./change-from-moments";
import { NO_PAIRS, type PairedMoments } from "./paired-moments";

const PROVENANCE = { statistic: "paired/paired-change-from-sums", version: 1 } as const;

/** Sums over the pairs (x before, y after), as doubles or exact decimal text. */
export interface PairedSums {
  readonly n: number;
  readonly sumX: number | string;
  readonly sumY: number | string;
  readonly sumXX: number | string;
  readonly sumYY: number | string;
  readonly sumXY: number | string;
}

/**
 * Paired change from sums instead of people. Centred sums are formed exactly, n sumXX - sumX^2 and so on, before
 * anything is rounded, so the answer is as good as from the raw values however large the mean is.
 * @param level of the intervals, 0 to 1
 * @throws RangeError when n is not a whole number, a sum is not a number, or the sums cannot come from real pairs
 */
export function pairedChangeFromSums(sums: PairedSums, level = 0.95): PairedChange {
  const figures = Object.values(sums).filter((sum) => typeof sum === "number");
  if (!areFinite(figures)) return refusedChange(insufficient("not-finite", sums.n));
  return changeFromMoments(momentsFromSums(sums), level, PROVENANCE);
}

/** The moments behind `pairedChangeFromSums`; same errors. */
export function momentsFromSums(sums: PairedSums): PairedMoments {
  const { n } = sums;
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of pairs: ${n}`);
  if (n === 0) return NO_PAIRS;
  const count = parseDecimal(n);
  const [x, y] = [parseDecimal(sums.sumX), parseDecimal(sums.sumY)];
  const means = { meanPre: ratio(x, count), meanPost: ratio(y, count), meanChange: ratio(subtract(y, x), count) };
  if (n === 1) return { ...NO_PAIRS, n, ...means };

  const centred = (product: number | string, a: Decimal, b: Decimal) =>
    subtract(multiply(count, parseDecimal(product)), multiply(a, b));
  const xx = centred(sums.sumXX, x, x);
  const yy = centred(sums.sumYY, y, y);
  const xy = centred(sums.sumXY, x, y);
  // (y - x) centred = yy - 2 xy + xx
  const dd = subtract(subtract(yy, xy), subtract(xy, xx));
  const product = multiply(xx, yy);
  if (sign(xx) < 0 || sign(yy) < 0 || sign(dd) < 0 || sign(subtract(product, multiply(xy, xy))) < 0) {
    throw new RangeError("These sums cannot come from real pairs");
  }
  const divisor = multiply(count, parseDecimal(n - 1));
  return {
    n,
    ...means,
    sdPre: squareRootOfRatio(xx, divisor),
    sdPost: squareRootOfRatio(yy, divisor),
    sdChange: squareRootOfRatio(dd, divisor),
    correlation: sign(product) === 0 ? null : sign(xy) * squareRootOfRatio(multiply(xy, xy), product),
  };
}
