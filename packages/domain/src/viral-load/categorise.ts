import type { BilingualText } from "../framework/bilingual-text";
import type { CalendarDate } from "../schedule/calendar-date";
import { type AssayFactor, copiesPerMl, type NoCopiesReason } from "./copies";
import type { ViralLoad } from "./measurement";

/** Every category some rule knows, from best to worst. */
export const VIRAL_LOAD_CATEGORIES = ["undetectable", "suppressed", "low-level", "unsuppressed"] as const;
export type ViralLoadCategory = (typeof VIRAL_LOAD_CATEGORIES)[number];

/** One band of a rule: numbers up to a limit. */
export interface ThresholdBand {
  readonly category: ViralLoadCategory;
  readonly label: BilingualText;
  /** Upper end in copies/mL; null for the last band, which has none. */
  readonly upTo: number | null;
}

/** A published way to sort viral loads into categories. Data: sources disagree about what happens at the limit. */
export interface ThresholdRule {
  readonly id: string;
  readonly title: BilingualText;
  readonly source: string;
  /** From this day; where the source gives a year only, its first day. */
  readonly validFrom: CalendarDate;
  /** Whether a number exactly at the upper end of a band belongs to it. */
  readonly boundary: "inclusive" | "exclusive";
  /** What it is when no virus was found. */
  readonly notDetected: { readonly category: ViralLoadCategory; readonly label: BilingualText };
  /** In ascending order; only the last has no upper end. */
  readonly categories: readonly ThresholdBand[];
}

/** Which rule was used, so that every category can name it. */
export interface RuleReference {
  readonly id: string;
  readonly validFrom: CalendarDate;
}

/** Why a rule cannot decide a result that is there. */
export type UndeterminedReason =
  /** The limit leaves more than one category possible. */
  "limit-across-threshold" | "limit-unknown" | "factor-unknown";

export type CategoryVerdict =
  | { readonly kind: "category"; readonly category: ViralLoadCategory; readonly rule: RuleReference }
  | {
      readonly kind: "undetermined";
      readonly reason: UndeterminedReason;
      /** What it may be, from best to worst. */
      readonly possible: readonly ViralLoadCategory[];
      readonly rule: RuleReference;
    }
  | { readonly kind: "no-result"; readonly reason: "rejected" | "failed" | "pending"; readonly rule: RuleReference };

/** The category of a measurement by a rule. A limit decides only where it leaves one category possible. */
export function categorise(measurement: ViralLoad, rule: ThresholdRule, assay?: AssayFactor | null): CategoryVerdict {
  const named: RuleReference = { id: rule.id, validFrom: rule.validFrom };
  const reading = copiesPerMl(measurement, assay);
  const bands = rule.categories;
  const last = bands.length - 1;
  switch (reading.kind) {
    case "copies": {
      const band = bandOf(reading.value, rule, rule.boundary === "inclusive");
      return verdict(bands.slice(band, band + 1), "limit-across-threshold", named);
    }
    case "censored": {
      if (reading.side === "below") {
        // The highest value it may have: the limit itself, or anything just under it.
        const highest = bandOf(reading.limit, rule, rule.boundary === "inclusive" || !reading.inclusive);
        return verdict(bands.slice(0, highest + 1), "limit-across-threshold", named);
      }
      const lowest = bandOf(reading.limit, rule, rule.boundary === "inclusive" && reading.inclusive);
      return verdict(bands.slice(lowest, last + 1), "limit-across-threshold", named);
    }
    case "none":
      return withoutNumber(reading.reason, measurement, rule, named);
  }
}

/** Which band holds a value, or, with `atEnd` false, what lies just above it. */
function bandOf(value: number, rule: ThresholdRule, atEnd: boolean): number {
  const found = rule.categories.findIndex(({ upTo }) => upTo === null || value < upTo || (atEnd && value === upTo));
  return found < 0 ? rule.categories.length - 1 : found;
}

function verdict(possible: readonly ThresholdBand[], reason: UndeterminedReason, rule: RuleReference): CategoryVerdict {
  const [only, ...others] = possible.map(({ category }) => category);
  if (only !== undefined && others.length === 0) return { kind: "category", category: only, rule };
  return { kind: "undetermined", reason, possible: possible.map(({ category }) => category), rule };
}

function withoutNumber(
  reason: NoCopiesReason,
  measurement: ViralLoad,
  rule: ThresholdRule,
  named: RuleReference,
): CategoryVerdict {
  switch (reason) {
    case "rejected":
    case "failed":
    case "pending":
      return { kind: "no-result", reason, rule: named };
    case "not-detected":
      return notDetected(measurement, rule, named);
    case "limit-unknown":
    case "factor-unknown":
      return verdict(rule.categories, reason, named);
  }
}

/**
 * No virus was found by this test. A rule with a category of its own for that uses it, whatever the test. Any other
 * asks for a number, and a test that only finds more than its limit says nothing about a lower threshold.
 */
function notDetected(measurement: ViralLoad, rule: ThresholdRule, named: RuleReference): CategoryVerdict {
  const { category } = rule.notDetected;
  const limit = measurement.detectionLimitCopiesPerMl ?? measurement.lowerLimitCopiesPerMl;
  const ownCategory = !rule.categories.some((band) => band.category === category);
  if (ownCategory || limit === null) return { kind: "category", category, rule: named };
  return verdict(rule.categories.slice(0, bandOf(limit, rule, true) + 1), "limit-across-threshold", named);
}
