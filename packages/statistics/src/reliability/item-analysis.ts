import { normalCritical } from "../distribution/normal";
import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { alphaOfCovariance } from "./coefficient-alpha";
import { covarianceMatrix } from "./covariance";

/** One item of a scale. Null where an item, or what remains without it, does not vary. */
export interface ItemFigures {
  readonly mean: number;
  readonly sd: number;
  /** Correlation with the sum of all items, and with the sum of the others. */
  readonly totalCorrelation: number | null;
  readonly restCorrelation: number | null;
  /** Alpha of the others; null with two items. */
  readonly alphaIfDropped: number | null;
}

/** A scale by its items. */
export interface ItemAnalysis {
  readonly kind: "item-analysis";
  readonly n: number;
  readonly items: readonly ItemFigures[];
  readonly sumMean: number;
  readonly sumSd: number;
  /** Sd of the sum times sqrt(1 - alpha). */
  readonly standardErrorOfMeasurement: number;
  /** Change of one person that measurement error alone exceeds with 1 - level: z sqrt(2) times the former. */
  readonly minimalDetectableChange: number;
  /** Alpha if all items had the same variance, and their mean correlation; null when an item does not vary. */
  readonly standardisedAlpha: number | null;
  readonly meanInterItemCorrelation: number | null;
}

/**
 * Figures of each item and of their sum. Insufficient data with fewer than two items or people, and when the sum does
 * not vary. R: psych::alpha(items)$item.stats (r.drop is the rest correlation) and $alpha.drop.
 * @param items one list per item, the same people in the same order, complete and turned the same way
 * @throws RangeError when the lengths differ or the level is outside 0 to 1
 */
export function itemAnalysis(items: readonly (readonly number[])[], level = 0.95): ItemAnalysis | InsufficientData {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is not a confidence level`);
  if (!areFinite(...items)) return insufficient("not-finite", items[0]?.length ?? 0);
  const covariance = covarianceMatrix(items);
  const [k, n] = [items.length, items[0]?.length ?? 0];
  if (k < 2) return tooFew(2, k);
  if (n < 2) return tooFew(2, n);
  const alpha = alphaOfCovariance(covariance);
  if (alpha === null) return insufficient("no-spread", n);
  const entry = (i: number, j: number) => covariance.values[i * k + j] ?? 0;
  const withTotal = items.map((_, i) => items.reduce((sum, __, j) => sum + entry(i, j), 0));
  const variance = withTotal.reduce((sum, part) => sum + part, 0);
  if (!Number.isFinite(variance)) return insufficient("out-of-range", n);
  const means = items.map((values) => values.reduce((sum, value) => sum + value, 0) / n);
  const correlation = (product: number, ownVariance: number, otherVariance: number) =>
    ownVariance > 0 && otherVariance > variance * 1e-14
      ? Math.max(-1, Math.min(1, product / Math.sqrt(ownVariance) / Math.sqrt(otherVariance)))
      : null;
  const sumSd = Math.sqrt(variance);
  const standardErrorOfMeasurement = sumSd * Math.sqrt(1 - alpha);
  const correlations = correlationMatrix(covariance);
  const sumOfCorrelations = correlations?.values.reduce((sum, value) => sum + value, 0) ?? 0;
  return {
    kind: "item-analysis",
    n,
    items: items.map((_, i) => {
      const [own, total] = [entry(i, i), withTotal[i] ?? 0];
      return {
        mean: means[i] ?? 0,
        sd: Math.sqrt(own),
        totalCorrelation: correlation(total, own, variance),
        restCorrelation: correlation(total - own, own, variance - 2 * total + own),
        alphaIfDropped: alphaOfCovariance(without(covariance, i)),
      };
    }),
    sumMean: means.reduce((sum, mean) => sum + mean, 0),
    sumSd,
    standardErrorOfMeasurement,
    minimalDetectableChange: normalCritical(level) * Math.SQRT2 * standardErrorOfMeasurement,
    standardisedAlpha: correlations === null ? null : alphaOfCovariance(correlations),
    meanInterItemCorrelation: correlations === null ? null : (sumOfCorrelations - k) / (k * (k - 1)),
  };
}

/** Correlations from covariances; null when some variance is not positive. R: cov2cor(covariance). */
export function correlationMatrix({ rows: k, values }: Matrix): Matrix | null {
  const sds = Array.from({ length: k }, (_, i) => Math.sqrt(values[i * k + i] ?? 0));
  if (!sds.every((sd) => sd > 0)) return null;
  const scaled = values.map((value, index) => {
    const [row, column] = [Math.floor(index / k), index % k];
    return row === column ? 1 : value / (sds[row] ?? 1) / (sds[column] ?? 1);
  });
  return createMatrix(k, k, scaled);
}

/** The matrix without one row and column. */
function without({ rows: k, values }: Matrix, item: number): Matrix {
  const kept = values.filter((_, index) => Math.floor(index / k) !== item && index % k !== item);
  return createMatrix(k - 1, k - 1, kept);
}
