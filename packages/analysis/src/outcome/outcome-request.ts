import type { PrimaryModel, StudyDesign } from "@alongside/domain/analysis-plan/plan-choices";
import type { LocalText } from "@alongside/domain/instruments/local-text";
import type { MeasureDescription } from "../change/measure-description";
import type { ShownCount } from "../disclosure-control/shown-count";
import type { SupportDose } from "../null-result/dose-check";
import type { OutcomeData } from "../rows/person-series";

/** How well a scale repeats itself, and where that is known from. */
export interface KnownReliability {
  readonly value: number;
  readonly kind: "test-retest" | "internal-consistency";
  /** Who found it, in whom; shown beside every figure that rests on it. */
  readonly source: LocalText;
}

/** Answers to the items of a scale at the baseline, one row a person who answered all of them. */
export interface ItemAnswers {
  readonly itemIds: readonly string[];
  /** As scored: reversed items are reversed. */
  readonly rows: readonly (readonly number[])[];
  /** People who answered only some of the items. */
  readonly incomplete: number;
  /** Whose answers they are, by the rows of the data; absent where nobody knows. */
  readonly people?: readonly number[];
}

/** Something else known of people from before, a number or 0 and 1. */
export interface Covariate {
  readonly name: string;
  /** One per row of the data, in its order; null where it is not known. */
  readonly values: readonly (number | null)[];
}

/** Scores that count as ordinary: both ends belong to it, unless the low one is said not to. */
export interface NormalRange {
  /** Of the instrument's bands. */
  readonly band: string;
  readonly from: number;
  readonly to: number;
  /** Whether `from` and `to` themselves lie outside. */
  readonly exclusive: { readonly from: boolean; readonly to: boolean };
}

/** Numbers of people of a cohort, as they are shown elsewhere. */
export interface ShownCohort {
  readonly enrolled: ShownCount;
  /** Measured at the baseline. */
  readonly baseline: ShownCount;
}

/** Everything that decides what is shown of one outcome of one cohort. */
export interface OutcomeRequest {
  readonly data: OutcomeData;
  readonly description: MeasureDescription;
  readonly cohortId: string;
  /** Position of the follow-up in `data.waves`; at least 1. */
  readonly wave: number;
  /** The cohort it is compared with, where there is one. */
  readonly comparedWith: string | null;
  readonly design: StudyDesign;
  /** Smallest change people notice, in points; null when nobody knows. */
  readonly importantDifference: number | null;
  /** People entered because their score before was at least (or at most) this; null where nobody says so. */
  readonly entryCutOff: { readonly value: number; readonly side: "at-least" | "at-most" } | null;
  /** Whether a plan says how people came in: without one, no cut-off is not the same as none. */
  readonly entryIsKnown?: boolean;
  readonly reliability: KnownReliability | null;
  readonly items: ItemAnswers | null;
  /** What comparisons adjust for besides the score before. */
  readonly covariates?: readonly Covariate[];
  /** The model that was chosen before the data were seen; null or absent when none was. */
  readonly model?: PrimaryModel | null;
  /** Whether that model sets the two cohorts against each other; of a model over all waves only the plan can say. */
  readonly modelCompares?: boolean;
  /** Null or absent where the instrument has no bands. */
  readonly normalRange?: NormalRange | null;
  /** How much support people had; null or absent where nobody recorded it. */
  readonly dose?: SupportDose | null;
  /** Counts of people from 1 to one less than this are hidden; 1 hides nothing. */
  readonly threshold: number;
  /** By cohort, numbers as the Change page shows them, so that the two pages cannot be subtracted; decided here without them. */
  readonly shown?: Readonly<Record<string, ShownCohort>>;
}
