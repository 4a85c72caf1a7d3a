import { type InsufficientData, insufficient } from "../estimate";

/** How certainly a measure tells a person's change from its own noise. */
export interface ReliableChangeScale {
  /** Standard deviation at baseline, above 0. */
  readonly sdPre: number;
  /** Test-retest reliability, 0 to below 1. */
  readonly reliability: number;
  /** sdPre sqrt(1 - reliability): standard error of one measurement. */
  readonly standardErrorOfMeasurement: number;
  /** Standard error of the difference of two measurements: sqrt(2) times that. */
  readonly standardErrorOfDifference: number;
  /** Change that noise alone passes in 1 of 20 people who did not change: 1.96 standard errors of the difference. */
  readonly threshold: number;
}

/** The factor of Jacobson & Truax, 1.96 itself and not the normal quantile. */
export const RELIABLE_CHANGE_FACTOR = 1.96;

/**
 * The scale on which single people's change is judged.
 * Source: Jacobson & Truax, J. Consult. Clin. Psychol. 59 (1991) 12-19.
 * @param sdPre standard deviation at baseline, in the units of the measure
 * @param reliability test-retest, in people like these over a similar interval
 * @returns insufficient data "no-spread" for a standard deviation of 0 and a reliability of 1, with which every change is
 * certain; "out-of-range" for what is no standard deviation or no reliability
 */
export function reliableChangeScale(sdPre: number, reliability: number): ReliableChangeScale | InsufficientData {
  if (!(sdPre >= 0 && reliability >= 0 && reliability <= 1)) return insufficient("out-of-range", 0);
  if (sdPre === 0 || reliability === 1) return insufficient("no-spread", 0);
  const standardErrorOfMeasurement = sdPre * Math.sqrt(1 - reliability);
  const standardErrorOfDifference = Math.SQRT2 * standardErrorOfMeasurement;
  const threshold = RELIABLE_CHANGE_FACTOR * standardErrorOfDifference;
  if (!Number.isFinite(threshold) || threshold === 0) return insufficient("out-of-range", 0);
  return { sdPre, reliability, standardErrorOfMeasurement, standardErrorOfDifference, threshold };
}

/** One person's change, post - pre, in standard errors of the difference. */
export function reliableChangeIndex(pre: number, post: number, scale: ReliableChangeScale): number {
  return (post - pre) / scale.standardErrorOfDifference;
}
