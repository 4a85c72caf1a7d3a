import { type CensoredValue, singleNumber } from "@alongside/statistics/censored/censored-value";
import { flippedKaplanMeier } from "@alongside/statistics/censored/flipped-kaplan-meier";
import { momentSums } from "@alongside/statistics/descriptive/moment-sums";
import { quantile } from "@alongside/statistics/descriptive/quantile";
import { excessKurtosis, skewness } from "@alongside/statistics/descriptive/shape";
import { normalQuantile } from "@alongside/statistics/distribution/normal";

/** Sarle's coefficient of an even distribution; two humps lie above. */
const EVEN = 5 / 9;
/** How far above that of one hump, cut off at the limits, the coefficient has to lie. House rule. */
const MARGIN = 0.05;
const FEWEST = 20;

/** How much values look like two heaps rather than one. */
export interface Hump {
  /** Sarle's bimodality coefficient, limits standing for values below them. */
  readonly coefficient: number;
  /** The same of one normal heap with the mean and spread of the model, cut off at the same limits; null without a model. */
  readonly ofOneHeap: number | null;
  readonly two: boolean;
}

/**
 * Whether values make two humps, as suppressed and unsuppressed people together usually do; no normal distribution describes
 * them. Null under twenty values or without spread. Pfister et al. (2013), Frontiers in Psychology 4, 700.
 */
export function humpOf(values: readonly CensoredValue[], fitted: { mean: number; sd: number } | null): Hump | null {
  const coefficient = bimodality(values.map(singleNumber));
  if (coefficient === null) return null;
  const ofOneHeap = fitted === null ? null : bimodality(oneHeap(values, fitted));
  const two = coefficient > EVEN && coefficient > (ofOneHeap ?? 0) + MARGIN;
  return { coefficient, ofOneHeap, two };
}

/** Normal quantiles, as many as there are values, with the middle of the limits in place of those below it. */
function oneHeap(values: readonly CensoredValue[], { mean, sd }: { mean: number; sd: number }): number[] {
  const limits = values.flatMap((value) => (value.kind === "below" ? [value.limit] : []));
  const limit = limits.length === 0 ? Number.NEGATIVE_INFINITY : quantile(limits, 0.5);
  return values.map((_, index) => Math.max(limit, mean + sd * normalQuantile((index + 0.5) / values.length)));
}

/** (skewness^2 + 1) / kurtosis, with the corrections for few values. */
function bimodality(numbers: readonly number[]): number | null {
  const n = numbers.length;
  if (n < FEWEST) return null;
  const sums = momentSums(numbers);
  const [skew, excess] = [skewness(sums, "adjusted"), excessKurtosis(sums, "adjusted")];
  if (skew.kind !== "value" || excess.kind !== "value") return null;
  return (skew.value ** 2 + 1) / (excess.value + (3 * (n - 1) ** 2) / ((n - 2) * (n - 3)));
}

/** Where a share of people lies, in standard deviations from the mean: by the model, and as seen. */
export interface ResidualQuantile {
  readonly share: number;
  readonly expected: number;
  /** Null where the limits hide it. */
  readonly seen: number | null;
}

const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/**
 * Tenths of the standardised residuals against those of the normal distribution; none under twenty values, so that no tenth
 * is about one person, and none with values above their limits.
 */
export function residualQuantiles(
  values: readonly CensoredValue[],
  mean: number,
  sd: number,
): readonly ResidualQuantile[] {
  if (values.length < FEWEST || !(sd > 0)) return [];
  const curve = flippedKaplanMeier(values);
  if (curve.kind === "insufficient-data") return [];
  return SHARES.map((share) => {
    const seen = curve.quantile(share);
    return {
      share,
      expected: normalQuantile(share),
      seen: seen.kind === "time" ? (seen.time - mean) / sd : null,
    };
  });
}
