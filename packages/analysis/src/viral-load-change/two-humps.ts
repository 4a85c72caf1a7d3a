import { type CensoredValue, singleNumber } from "@alongside/statistics/censored/censored-value";
import { flippedKaplanMeier } from "@alongside/statistics/censored/flipped-kaplan-meier";
import { momentSums } from "@alongside/statistics/descriptive/moment-sums";
import { excessKurtosis, skewness } from "@alongside/statistics/descriptive/shape";
import { normalQuantile } from "@alongside/statistics/distribution/normal";

/** Sarle's coefficient of an even distribution; two humps lie above. */
export const HUMP_LIMIT = 5 / 9;
const FEWEST = 20;

/**
 * Sarle's bimodality coefficient, (skewness^2 + 1) / kurtosis with corrections for few values, limits standing for values
 * below them; null under twenty values or without spread. Suppressed and unsuppressed people together usually make two humps,
 * and no normal distribution describes them. Pfister et al. (2013), Frontiers in Psychology 4, 700.
 */
export function humpCoefficient(values: readonly CensoredValue[]): number | null {
  const n = values.length;
  if (n < FEWEST) return null;
  const sums = momentSums(values.map(singleNumber));
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
