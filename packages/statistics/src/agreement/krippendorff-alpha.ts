import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";

/** What makes two values different: anything, places in the order, distance, or distance in proportion to size. */
export type AlphaMetric = "nominal" | "ordinal" | "interval" | "ratio";

/** Krippendorff's alpha. */
export interface KrippendorffAlpha {
  readonly kind: "krippendorff-alpha";
  readonly value: number;
  readonly metric: AlphaMetric;
  /** Units with at least two values. */
  readonly units: number;
  /** Values in those units. */
  readonly pairableValues: number;
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
}

/**
 * Krippendorff's alpha, 1 - observed / expected disagreement, for any number of raters and with missing ratings: units
 * with a single value are left out. Insufficient data without a pair of values, and when all values are the same.
 * Krippendorff (2011), Computing Krippendorff's Alpha-Reliability. R: irr::kripp.alpha, which is wrong for complete data
 * of more than two raters in version 0.84.1.
 * @param units the values that were given to each unit; for the nominal metric any numbers that tell categories apart
 * @throws RangeError for the ratio metric when one is negative
 */
export function krippendorffAlpha(
  units: readonly (readonly number[])[],
  metric: AlphaMetric,
): KrippendorffAlpha | InsufficientData {
  const paired = units.filter((values) => values.length > 1);
  const everything = units.flat();
  if (!areFinite(everything)) return insufficient("not-finite", everything.length);
  if (metric === "ratio" && everything.some((value) => value < 0)) throw new RangeError("A ratio below zero");
  if (paired.length === 0) return tooFew(1, 0);
  const pooled = tally(paired.flat());
  const n = paired.flat().length;
  const distance = distanceOf(metric, pooled);
  const expected = disagreement(pooled, distance) / (n * (n - 1));
  if (expected === 0) return insufficient("no-spread", paired.length);
  if (!Number.isFinite(expected)) return insufficient("out-of-range", paired.length);
  const within = (values: readonly number[]) => disagreement(tally(values), distance) / (values.length - 1);
  const observed = paired.reduce((sum, values) => sum + within(values), 0) / n;
  return {
    kind: "krippendorff-alpha",
    value: 1 - observed / expected,
    metric,
    units: paired.length,
    pairableValues: n,
    observedDisagreement: observed,
    expectedDisagreement: expected,
  };
}

/** How often each value occurs, from the smallest up. */
function tally(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of [...values].sort((a, b) => a - b)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Sum of the distances over all ordered pairs of values. */
function disagreement(counts: ReadonlyMap<number, number>, distance: (a: number, b: number) => number): number {
  let sum = 0;
  for (const [a, countA] of counts) for (const [b, countB] of counts) sum += countA * countB * distance(a, b);
  return sum;
}

function distanceOf(metric: AlphaMetric, pooled: ReadonlyMap<number, number>): (a: number, b: number) => number {
  switch (metric) {
    case "nominal":
      return (a, b) => (a === b ? 0 : 1);
    case "interval":
      return (a, b) => (a - b) ** 2;
    case "ratio":
      return (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2);
    case "ordinal": {
      // Half the values below and half of those alike: the middle of each value's places.
      const middles = new Map<number, number>();
      let below = 0;
      for (const [value, count] of pooled) {
        middles.set(value, below + count / 2);
        below += count;
      }
      return (a, b) => ((middles.get(a) ?? 0) - (middles.get(b) ?? 0)) ** 2;
    }
  }
}
