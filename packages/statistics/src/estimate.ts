/** An interval with the share of repeated studies whose interval would cover the true value, e.g. 0.95. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** Which program, and which version of it, produced the figure from what. Shown under "How was this computed?". */
export interface Provenance {
  /** Path of the statistic below this package's src, e.g. "paired/paired-change-from-sums". */
  readonly statistic: string;
  /** Raised whenever the same input would give another figure. */
  readonly version: number;
}

/** Why a figure cannot be computed although people were measured. */
export const INSUFFICIENCY_REASONS = [
  /** Fewer people than the formula needs; `needed` and `had` say how many. */
  "too-few",
  /** Among the data is something that is not a finite number; `had` says of how many values. Missing ones are left out before. */
  "not-finite",
  /** Everyone has the same value, so no uncertainty can be estimated. */
  "no-spread",
  /** The figure lies outside what a double can hold. */
  "out-of-range",
  /** The data do not determine the figure: predictors that repeat each other, or a group that has all the events. */
  "not-identifiable",
  /** The search for the best-fitting values did not settle; `needed` and `had` are numbers of people. */
  "no-convergence",
  /** Nothing happened, or nothing is left to compare: no event, no discordant pair, an empty group. */
  "no-events",
] as const;
export type InsufficiencyReason = (typeof INSUFFICIENCY_REASONS)[number];

/** The test that belongs to an estimate, of the value named in `null`. */
export interface EstimateTest {
  /** What the statistic is compared with. */
  readonly distribution: "normal" | "student-t" | "f" | "chi-squared" | "exact";
  readonly statistic: number;
  /** Two-sided. */
  readonly pValue: number;
  /** The value tested, 0 for differences and 1 for ratios. */
  readonly null: number;
}

export interface EstimateValue {
  readonly kind: "estimate";
  readonly value: number;
  readonly interval: Interval;
  /** People or pairs the value rests on. */
  readonly n: number;
  /** Stable name of the method, translated and explained by the screens, e.g. "paired-t". */
  readonly method: string;
  /** On the scale the interval was made on, which is the logarithm for ratios. */
  readonly standardError: number;
  /** Degrees of freedom, where the method has them; not always whole. */
  readonly degreesOfFreedom?: number;
  readonly test?: EstimateTest;
  readonly provenance: Provenance;
}

export interface InsufficientData {
  readonly kind: "insufficient-data";
  readonly reason: InsufficiencyReason;
  readonly needed: number;
  readonly had: number;
}

export interface Suppressed {
  readonly kind: "suppressed";
  /** The rule of disclosure control that hides the figure. */
  readonly rule: string;
}

/** A figure with its uncertainty, or why there is none. Nothing else may stand for "cannot compute". */
export type Estimate = EstimateValue | InsufficientData | Suppressed;

/** The data are too few for the formula. */
export function tooFew(needed: number, had: number): InsufficientData {
  return { kind: "insufficient-data", reason: "too-few", needed, had };
}

/** No figure, for a reason other than the number of people. */
export function insufficient(reason: InsufficiencyReason, n: number): InsufficientData {
  return { kind: "insufficient-data", reason, needed: n, had: n };
}

/** Whether all these are numbers that doubles hold. */
export function areFinite(...lists: readonly ArrayLike<number>[]): boolean {
  return lists.every((list) => Array.prototype.every.call(list, Number.isFinite));
}

/** An estimate, or insufficient data for the reason "out-of-range" when any of its figures is not finite. */
export function finiteEstimate(estimate: Omit<EstimateValue, "kind">): EstimateValue | InsufficientData {
  return whereFinite({ kind: "estimate", ...estimate }, estimate.n);
}

/** A result, or insufficient data for the reason "out-of-range" when any of its figures, however deep, is not finite. */
export function whereFinite<T extends object>(result: T, n: number): T | InsufficientData {
  return hasOnlyFinite(result) ? result : insufficient("out-of-range", n);
}

function hasOnlyFinite(part: unknown): boolean {
  if (typeof part === "number") return Number.isFinite(part);
  if (part instanceof Float64Array) return part.every(Number.isFinite);
  return typeof part !== "object" || part === null || Object.values(part).every(hasOnlyFinite);
}
