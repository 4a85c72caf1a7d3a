import { normalDensity, normalUpper } from "../distribution/normal";
import { areFinite, type InsufficientData, insufficient } from "../estimate";

/** Why people were measured at all: their first value was at least, or at most, the cut-off. */
export interface EntryRule {
  readonly cutOff: number;
  readonly enters: "at-least" | "at-most";
}

/** The measure among everyone who might have entered. */
export interface SourcePopulation {
  readonly mean: number;
  readonly standardDeviation: number;
  /** Of two measurements without any change between them, -1 to 1. */
  readonly correlation: number;
}

/**
 * Change from first to second measurement that is expected when nothing happens, only because entry depended on the
 * first: -sd (1 - r) phi(z) / (1 - Phi(z)) with z the distance of the cut-off from the mean in standard deviations,
 * and the opposite sign for entry at low values. Assumes a normal measure.
 * Source: Davis, Am. J. Epidemiol. 104 (1976) 493-498. R: sd * (1 - r) * dnorm(z) / pnorm(z, lower.tail = FALSE).
 * @throws RangeError when the standard deviation is not above 0 or the correlation not within -1 to 1
 */
export function regressionToTheMean(
  population: SourcePopulation,
  entry: EntryRule,
): { readonly kind: "value"; readonly value: number } | InsufficientData {
  const { mean, standardDeviation, correlation } = population;
  if (!areFinite([mean, standardDeviation, entry.cutOff])) return insufficient("not-finite", 0);
  if (!(standardDeviation > 0)) throw new RangeError(`Not a standard deviation: ${standardDeviation}`);
  if (!(Math.abs(correlation) <= 1)) throw new RangeError(`Not a correlation: ${correlation}`);
  const direction = entry.enters === "at-least" ? 1 : -1;
  const z = (direction * (entry.cutOff - mean)) / standardDeviation;
  const share = normalUpper(z);
  const value = (-direction * standardDeviation * (1 - correlation) * normalDensity(z)) / share;
  return Number.isFinite(value) ? { kind: "value", value } : insufficient("out-of-range", 0);
}
