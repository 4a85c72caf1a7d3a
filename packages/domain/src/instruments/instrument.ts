/**
 * What an instrument is, as data. A definition holds no functions and no published wording, so it can be stored, sent to
 * a browser or mapped onto a FHIR Questionnaire as it stands: item id = linkId, option = answerOption with its code and
 * ordinalValue, `enableWhen` = enableWhen with enableBehavior.
 */

import type { AskedOf } from "../schedule/asked-of";
import type { ConditionOperator, Item, ResponseSet } from "./item";
import type { LocalText } from "./local-text";
import type { Certainty, Scale } from "./scale";

export type Respondent = "plhiv" | "volunteer" | "supervisor" | "programme" | "laboratory" | "record";

/** What kind of thing is entered: answers to questions, facts from records, or totals worked out elsewhere. */
export type InstrumentKind = "questionnaire" | "record" | "totals";

/** How fully the product supports it. `totals-only`: the owner sells it, so nothing but typed-in scores is accepted. */
export type Tier = "first-class" | "companion" | "record" | "supported" | "listed" | "totals-only";

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
  /** Of whom its questions make sense; absent: of everyone. What a programme starts from when it switches it on. */
  readonly askedOf?: AskedOf;
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
