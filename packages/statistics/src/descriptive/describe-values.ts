import { areFinite, type InsufficientData, insufficient, type Provenance, tooFew } from "../estimate";
import type { Quantity } from "../paired/change-from-moments";
import { momentSums } from "./moment-sums";
import { quantile } from "./quantile";
import { excessKurtosis, type ShapeDefinition, skewness } from "./shape";

const PROVENANCE: Provenance = { statistic: "descriptive/describe-values", version: 1 };
/** Makes the median absolute deviation estimate the standard deviation of a normal distribution: 1 / qnorm(3/4). */
const NORMAL_SCALE = 1.4826;

/** How many sit at the ends of a scale, where a further change could not be seen. */
export interface Ends {
  readonly kind: "ends";
  readonly atLowest: number;
  readonly atHighest: number;
  /** Of everybody, 0 to 1. From 0.15 on, floor or ceiling effects are spoken of (Terwee 2007). */
  readonly lowestShare: number;
  readonly highestShare: number;
}

/** One column of numbers, in the units of the measure except for the shape, which has none. */
export interface Description {
  readonly kind: "description";
  readonly n: number;
  readonly mean: number;
  /** Divisor n - 1. */
  readonly standardDeviation: Quantity;
  /** Of the mean. */
  readonly standardError: Quantity;
  readonly minimum: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly maximum: number;
  /** Median distance from the median, times 1.4826. R: mad(x). */
  readonly medianAbsoluteDeviation: number;
  /** Mean without the trimmed share at either end. R: mean(x, trim). */
  readonly trimmedMean: number;
  readonly skewness: Quantity;
  /** Excess over the normal distribution. */
  readonly kurtosis: Quantity;
  /** Only where the ends of the scale were given. */
  readonly ends?: Ends;
  readonly provenance: Provenance;
}

export interface DescribeOptions {
  /** Share left out at either end for the trimmed mean, 0 to below one half; 0.1 when absent. */
  readonly trim?: number;
  /** Which skewness and kurtosis; "sample" when absent. */
  readonly shape?: ShapeDefinition;
  /** Lowest and highest value the scale can take. */
  readonly scale?: { readonly lowest: number; readonly highest: number };
}

/**
 * Everything usually said about one column of numbers; quartiles are of type 7. Insufficient data of nobody.
 * R: psych::describe(x), with quantile(x) for the quartiles.
 * @throws RangeError when the trim is not a share below one half or a value lies off the scale
 */
export function describeValues(
  values: readonly number[],
  options: DescribeOptions = {},
): Description | InsufficientData {
  const { trim = 0.1, shape = "sample", scale } = options;
  if (!(trim >= 0 && trim < 0.5)) throw new RangeError(`Not a share to trim: ${trim}`);
  if (values.length === 0) return tooFew(1, 0);
  if (!areFinite(values)) return insufficient("not-finite", values.length);
  const sums = momentSums(values);
  const { n, mean, squares } = sums;
  const median = quantile(values, 0.5);
  const cut = Math.floor(n * trim);
  const sorted = [...values].sort((a, b) => a - b);
  const trimmedMean = momentSums(sorted.slice(cut, n - cut)).mean;
  const medianAbsoluteDeviation = NORMAL_SCALE * spreadAround(values, median);
  if (![mean, squares, trimmedMean, medianAbsoluteDeviation].every(Number.isFinite))
    return insufficient("out-of-range", n);
  const spread = (divisor: number): Quantity =>
    n < 2 ? tooFew(2, n) : { kind: "value", value: Math.sqrt(squares / (n - 1) / divisor) };
  return {
    kind: "description",
    n,
    mean,
    standardDeviation: spread(1),
    standardError: spread(n),
    minimum: quantile(values, 0),
    lowerQuartile: quantile(values, 0.25),
    median,
    upperQuartile: quantile(values, 0.75),
    maximum: quantile(values, 1),
    medianAbsoluteDeviation,
    trimmedMean,
    skewness: skewness(sums, shape),
    kurtosis: excessKurtosis(sums, shape),
    ...(scale === undefined ? {} : { ends: endsOf(values, scale.lowest, scale.highest) }),
    provenance: PROVENANCE,
  };
}

/** Median distance; not finite where a distance is beyond doubles. */
function spreadAround(values: readonly number[], centre: number): number {
  const distances = values.map((value) => Math.abs(value - centre));
  return distances.every(Number.isFinite) ? quantile(distances, 0.5) : Infinity;
}

function endsOf(values: readonly number[], lowest: number, highest: number): Ends {
  if (!(lowest < highest)) throw new RangeError(`Not a scale: ${lowest} to ${highest}`);
  const off = values.find((value) => value < lowest || value > highest);
  if (off !== undefined) throw new RangeError(`Not on the scale from ${lowest} to ${highest}: ${off}`);
  const atLowest = values.filter((value) => value === lowest).length;
  const atHighest = values.filter((value) => value === highest).length;
  const n = values.length;
  return { kind: "ends", atLowest, atHighest, lowestShare: atLowest / n, highestShare: atHighest / n };
}
