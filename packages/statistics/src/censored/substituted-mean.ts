import { areFiniteCensored, type CensoredValue, checkCensored, singleNumber } from "./censored-value";

/**
 * Mean with every limit taken for a value, only to show how far that habit leads from the censored mean: it is biased, and its
 * standard error is too small. Helsel (2012), Statistics for Censored Environmental Data, chapter 1.
 * @param shift added to the limit of values below it: log10(1/2) for half the limit on the log10 scale, 0 for the limit itself
 * @returns the mean, or null of none, and where it or a value is not finite
 * @throws RangeError for impossible values
 */
export function substitutedMean(values: readonly CensoredValue[], shift = 0): number | null {
  if (values.length === 0 || !areFiniteCensored(values)) return null;
  checkCensored(values);
  const taken = values.map((value) => singleNumber(value) + (value.kind === "below" ? shift : 0));
  const mean = taken.reduce((sum, value) => sum + value, 0) / taken.length;
  return Number.isFinite(mean) ? mean : null;
}
