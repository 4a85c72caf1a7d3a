/**
 * What an instrument is, as data. A definition holds no functions and no published wording, so it can be stored, sent to
 * a browser or mapped onto a FHIR Questionnaire as it stands: item id = linkId, option = answerOption with its code and
 * ordinalValue, `enableWhen` = enableWhen with enableBehavior.
 */

/** Text of our own, in the languages we write. English and Chinese are always there. */
export interface LocalText {
  readonly en: string;
  readonly zh: string;
  readonly id?: string;
  readonly fr?: string;
}
export const OWN_LANGUAGES = ["en", "zh", "id", "fr"] as const;
export type OwnLanguage = (typeof OWN_LANGUAGES)[number];

/** How sure a stated fact is: read in the named source; known to the field but not yet confirmed; or our own rule. */
export type Certainty = "sourced" | "unconfirmed" | "house";

export type Respondent = "plhiv" | "volunteer" | "supervisor" | "programme" | "laboratory" | "record";

/** What kind of thing is entered: answers to questions, facts from records, or totals worked out elsewhere. */
export type InstrumentKind = "questionnaire" | "record" | "totals";

/** How fully the product supports it. `totals-only`: the owner sells it, so nothing but typed-in scores is accepted. */
export type Tier = "first-class" | "companion" | "record" | "supported" | "listed" | "totals-only";

export type Improvement = "increase" | "decrease" | "none";

/** One answer that can be chosen. */
export interface ResponseOption {
  /** The number stored and exchanged. */
  readonly code: number;
  /** The number scored, or null where the answer carries no value ("does not apply") and so counts as unanswered. */
  readonly value: number | null;
  /** Our own label; absent for published instruments, whose labels come with a wording pack. */
  readonly label?: LocalText;
}
export interface ResponseSet {
  readonly options: readonly ResponseOption[];
}

export interface ChoiceResponse {
  readonly kind: "choice";
  /** Key into the instrument's `responseSets`. */
  readonly set: string;
}
export interface NumberResponse {
  readonly kind: "number";
  readonly minimum: number;
  readonly maximum: number;
  readonly integer: boolean;
  /** Allowed distance between neighbouring values, counted from `minimum`. Absent = any number allowed by `integer`. */
  readonly step?: number;
  /** Unit as printed, in UCUM where there is one, e.g. "copies/mL", "d", "%". */
  readonly unit?: string;
}
export type ItemResponse = ChoiceResponse | NumberResponse;

export type ConditionOperator = "=" | "!=" | ">" | "<" | ">=" | "<=";
/** True when the named item was answered and its answer (code or number) compares as stated. */
export interface Condition {
  readonly item: string;
  readonly operator: ConditionOperator;
  readonly answer: number;
}
export interface EnableWhen {
  readonly behaviour: "all" | "any";
  readonly conditions: readonly Condition[];
}

export interface Item {
  /** Neutral and stable: `phq9.i1`. Never reused for another question, whatever the edition. */
  readonly id: string;
  /** How the item is numbered on paper. */
  readonly number: string;
  readonly response: ItemResponse;
  /** For knowledge items: the code of the right answer. The item is then worth 1 for that code and 0 for any other. */
  readonly key?: number;
  /** Our own wording only. */
  readonly text?: LocalText;
  /** Asked only when this holds; otherwise the item does not apply, which is not the same as missing. */
  readonly enableWhen?: EnableWhen;
}

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

/** Answers that call for a person to act. A programme names its response path before the instrument can be used. */
export interface RiskItem {
  readonly item: string;
  readonly when: { readonly operator: ConditionOperator; readonly answer: number };
  readonly meaning: LocalText;
}

export type LicenceStatus =
  | "own"
  | "free-no-permission"
  | "free-with-attribution"
  | "free-noncommercial"
  | "free-noncommercial-sharealike"
  | "free-unaltered"
  | "free-research"
  | "free"
  | "free-with-permission"
  | "open-access-article"
  | "open-government-licence"
  | "permission-needed"
  | "permission-for-software"
  | "proprietary"
  | "unclear"
  | "generic-format"
  | "method"
  | "fact";

/** A reading of what owners say in public; not legal advice. */
export interface Licence {
  readonly status: LicenceStatus;
  readonly summary: LocalText;
  readonly certainty: Certainty;
  /** What to settle with the owner before wording is passed on. */
  readonly toConfirm?: LocalText;
}

/**
 * Where wording comes from. `own`: ours, in the definition. `pack`: a programme loads it per language after recording
 * its permission. `never`: no wording may be held; scores are typed in.
 */
export type WordingSource = "own" | "pack" | "never";

export interface Section {
  readonly id: string;
  readonly title: LocalText;
  readonly instructions?: LocalText;
  readonly items: readonly string[];
}

export interface TerminologyCode {
  readonly system: "http://loinc.org";
  readonly code: string;
  /** What it names: "panel", "observation", or a scale code. */
  readonly of: string;
  readonly certainty: Certainty;
}

export interface Instrument {
  readonly code: string;
  /** Names under which the same instrument is listed elsewhere. */
  readonly aliases?: readonly string[];
  readonly edition: string;
  readonly kind: InstrumentKind;
  readonly tier: Tier;
  /** `new`: written by this project and not yet validated; every screen says so. */
  readonly validation: "published" | "new" | "not-applicable";
  readonly name: LocalText;
  readonly abbreviation: string;
  readonly purpose: LocalText;
  readonly respondents: readonly Respondent[];
  readonly recall: LocalText;
  readonly instructions?: LocalText;
  readonly responseSets: Readonly<Record<string, ResponseSet>>;
  readonly items: readonly Item[];
  /** Ids of items scored backwards: lowest + highest - value. */
  readonly reverse: readonly string[];
  /** Groups for the screen; absent = one group with every item in order. */
  readonly sections?: readonly Section[];
  /** Fewest items answered on the whole sheet before any scale is scored. */
  readonly sheetMinimumAnswered?: number;
  readonly scales: readonly Scale[];
  readonly risks: readonly RiskItem[];
  readonly wording: WordingSource;
  readonly licence: Licence;
  /** Language tags in which a version is known to exist; not a statement that we hold it. */
  readonly languages: readonly string[];
  readonly terminology: readonly TerminologyCode[];
  readonly notes: readonly LocalText[];
  readonly sources: readonly string[];
}

/** Names a definition for the registry. It returns what it is given: `definitionProblems` does the checking, in tests. */
export function defineInstrument(instrument: Instrument): Instrument {
  return instrument;
}

/** The score measure key used in the database and in charts: `phq9/total`. */
export function measureKey(instrument: string, scale: string): string {
  return `${instrument}/${scale}`;
}
