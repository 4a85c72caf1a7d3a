import type { BilingualText } from "../framework/bilingual-text";

/** What laboratories and scales measure here. All go through the same states, dates, checks and corrections. */
export const LAB_KINDS = ["viral-load", "cd4-count", "cd4-percent", "weight"] as const;
export type LabKind = (typeof LAB_KINDS)[number];

/** Every kind but viral load, which has units, assays and rules of its own. */
export const QUANTITY_KINDS = ["cd4-count", "cd4-percent", "weight"] as const satisfies readonly LabKind[];
export type QuantityKind = (typeof QUANTITY_KINDS)[number];

export interface LabKindFacts {
  readonly label: BilingualText;
  /** The unit as shown. */
  readonly unit: string;
  /** The unit in UCUM. */
  readonly ucum: string;
  /** Numbers outside are refused: they cannot be this quantity. */
  readonly possible: { readonly low: number; readonly high: number };
  /** Numbers outside need a reason: they hardly occur. */
  readonly plausible: { readonly low: number; readonly high: number };
  /** Most decimals a report gives. */
  readonly decimals: number;
  /** Limits of the method, where there are usual ones; a programme's assay gives its own. */
  readonly limits: { readonly lower: number | null; readonly upper: number | null };
  readonly loinc: string;
  /** Where the ranges and codes come from. */
  readonly source: string;
}

/** What is known of each kind. */
export const LAB_KIND_FACTS = {
  "viral-load": {
    label: { en: "Viral load", zh: "病毒载量" },
    unit: "copies/mL",
    ucum: "{copies}/mL",
    possible: { low: Number.MIN_VALUE, high: 999_999_999 },
    plausible: { low: 8, high: 10_000_000 },
    decimals: 2,
    limits: { lower: null, upper: null },
    loinc: "20447-9",
    source:
      "Limits by assay; over 7 log10 is unusual (upper limit of the published assays). LOINC as printed in cqframework/hiv-cds",
  },
  "cd4-count": {
    label: { en: "CD4 count", zh: "CD4 计数" },
    unit: "cells/µL",
    ucum: "/uL",
    possible: { low: 0, high: 5000 },
    plausible: { low: 0, high: 3000 },
    decimals: 0,
    limits: { lower: null, upper: null },
    loinc: "24467-3",
    source: "Ranges of the instrument cd4 of this catalogue; LOINC as in the Ethiopia FHIR implementation guide",
  },
  "cd4-percent": {
    label: { en: "CD4 percentage", zh: "CD4 百分比" },
    unit: "%",
    ucum: "%",
    possible: { low: 0, high: 100 },
    plausible: { low: 0, high: 70 },
    decimals: 1,
    limits: { lower: null, upper: null },
    loinc: "8123-2",
    source: "A percentage; house rule for the plausible range. LOINC from general knowledge, unconfirmed",
  },
  weight: {
    label: { en: "Weight", zh: "体重" },
    unit: "kg",
    ucum: "kg",
    possible: { low: 0.3, high: 500 },
    plausible: { low: 2, high: 200 },
    decimals: 1,
    limits: { lower: null, upper: null },
    loinc: "29463-7",
    source: "House rule for both ranges. LOINC from general knowledge, unconfirmed",
  },
} as const satisfies Record<LabKind, LabKindFacts>;
