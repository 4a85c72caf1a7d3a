import type { Condition } from "./item";
import type { LocalText } from "./local-text";

/** How sure a stated fact is: read in the named source; known to the field but not yet confirmed; or our own rule. */
export type Certainty = "sourced" | "unconfirmed" | "house";

export type Improvement = "increase" | "decrease" | "none";

/** How item values become one number. Item values are those of the options after reversing. */
export type Formula =
  /** The single item as it stands. */
  | { readonly kind: "value" }
  /** Sum of item values, times `multiply`. */
  | { readonly kind: "sum"; readonly multiply?: number }
  /** Mean of item values, times `multiply`. */
  | { readonly kind: "mean"; readonly multiply?: number }
  /** Mean of items after each is stretched to 0-100: 100 (value - lowest) / (highest - lowest). */
  | { readonly kind: "percent-of-range" }
  /** constant + sum of weight x value. */
  | { readonly kind: "weighted"; readonly weights: Readonly<Record<string, number>>; readonly constant: number }
  /** How many items have at least this value. */
  | { readonly kind: "count"; readonly atLeast: number }
  /** Sum of items, then the table row with exactly that raw score. */
  | { readonly kind: "lookup"; readonly table: readonly { readonly raw: number; readonly score: number }[] }
  /** Sum of items, then the value of the highest row not above it. */
  | { readonly kind: "categories"; readonly rows: readonly { readonly from: number; readonly value: number }[] }
  /** `whenMet` as soon as any condition holds, even if other items are missing; else `whenNot`, if all are answered. */
  | {
      readonly kind: "criteria";
      readonly conditions: readonly Condition[];
      readonly whenMet: number;
      readonly whenNot: number;
    }
  /** 100 x sum of `numerator` items / sum of `denominator` items; does not apply when the denominator is zero. */
  | { readonly kind: "ratio"; readonly numerator: readonly string[]; readonly denominator: readonly string[] }
  /** 1 when a measurement that may be censored is at or under the threshold, 0 when over, undecided otherwise. */
  | {
      readonly kind: "at-or-under";
      readonly threshold: number;
      /** Item whose codes say how to read the quantity: 1 equals, 2 below it, 3 above it, 4 not detected. */
      readonly comparator: string;
      readonly quantity: string;
    }
  /** Combines other scales of the instrument; every part must be scored. */
  | { readonly kind: "composite"; readonly scales: readonly string[]; readonly combine: "sum" | "mean" };

export interface MissingRule {
  /** Fewest items answered for a score. */
  readonly minimumAnswered: number;
  /**
   * What stands in for an allowed missing item: the mean of the person's answered items of the scale (for a sum that is
   * prorating: items x mean of answered; for a mean, the mean of answered); zero; or nothing, as all are needed.
   */
  readonly substitute: "none" | "person-mean" | "zero";
  /** Rounding that belongs to the rule itself, applied only when something was substituted. Halves go up. */
  readonly rounding: "none" | "nearest-integer";
  readonly certainty: Certainty;
}

/** A band runs from `from` (included, unless `exclusive`) up to the next band, so that fractions always fall in one. */
export interface Band {
  readonly code: string;
  readonly from: number;
  readonly exclusive?: boolean;
  readonly label: LocalText;
  readonly certainty: Certainty;
}

/** A single published threshold beside the bands. */
export interface CutOff {
  readonly comparison: ">=" | ">" | "<=" | "<";
  readonly value: number;
  readonly meaning: LocalText;
  readonly source?: string;
  readonly certainty: Certainty;
}

export interface ImportantDifference {
  readonly value: number;
  readonly unit: "points" | "percent-of-baseline" | "log10";
  /** How it was found and in whom. */
  readonly basis: LocalText;
  readonly source?: string;
  readonly certainty: Certainty;
}

export interface ReliabilityFigure {
  readonly coefficient: "alpha" | "test-retest" | "stability";
  /** Lowest and highest reported value; equal when one was given. */
  readonly low: number;
  readonly high: number;
  readonly population: LocalText;
  /** Days between the two measurements, where known. */
  readonly intervalDays?: number;
  readonly source?: string;
  readonly certainty: Certainty;
}

/** Which reliability to use for reliable change, and why; null = individual change should not be read. */
export interface ReliableChange {
  readonly reliability: number | null;
  readonly reason: LocalText;
}

/** Framework codes a scale serves. `domain` is one of the five outcome domains, or null for mechanisms and dose. */
export interface Serves {
  readonly domain: string | null;
  readonly outcomes: readonly string[];
  readonly mechanisms: readonly string[];
  readonly supports: readonly string[];
}

export interface Scale {
  readonly code: string;
  readonly label: LocalText;
  readonly items: readonly string[];
  readonly formula: Formula;
  readonly missing: MissingRule;
  readonly range: { readonly minimum: number; readonly maximum: number };
  readonly unit?: string;
  readonly improvement: Improvement;
  /** Shown first and in overviews; the other scales are details of it. */
  readonly headline: boolean;
  readonly serves: Serves;
  readonly bands: readonly Band[];
  readonly cutOffs: readonly CutOff[];
  readonly importantDifferences: readonly ImportantDifference[];
  readonly reliability: readonly ReliabilityFigure[];
  readonly reliableChange?: ReliableChange;
}
