/** The smallest threshold for data of real people. */
export const LEAST_FOR_REAL_DATA = 5;
/** 3 is the least that protects anybody: 2 would say "fewer than two, but someone", which is one. */
export const LEAST_THRESHOLD = 3;
export const GREATEST_THRESHOLD = 20;
/** Hides nothing. */
export const NO_THRESHOLD = 1;

/**
 * What a programme's disclosure threshold may be, rising: counts from 1 to one less are hidden.
 * @param real false for data labelled as published or simulated, of which nothing need be hidden
 */
export function thresholdsFor(real: boolean): readonly number[] {
  const least = real ? LEAST_FOR_REAL_DATA : LEAST_THRESHOLD;
  const hiding = Array.from({ length: GREATEST_THRESHOLD - least + 1 }, (_, at) => least + at);
  return real ? hiding : [NO_THRESHOLD, ...hiding];
}
