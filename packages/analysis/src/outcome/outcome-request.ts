import type { StudyDesign } from "@alongside/domain/analysis-plan/plan-choices";
import type { MeasureDescription } from "../change/measure-description";
import type { OutcomeData } from "../rows/person-series";

/** How well a scale repeats itself, and where that is known from. */
export interface KnownReliability {
  readonly value: number;
  readonly kind: "test-retest" | "internal-consistency";
  /** Who found it, in whom; shown beside every figure that rests on it. */
  readonly source: string;
}

/** Answers to the items of a scale at the baseline, one row a person who answered all of them. */
export interface ItemAnswers {
  readonly itemIds: readonly string[];
  /** As scored: reversed items are reversed. */
  readonly rows: readonly (readonly number[])[];
  /** People who answered only some of the items. */
  readonly incomplete: number;
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
  readonly entryCutOff: { readonly value: number; readonly side: "at-least" | "at-most" } | null;
  readonly reliability: KnownReliability | null;
  readonly items: ItemAnswers | null;
  /** Counts of people from 1 to one less than this are hidden; 1 hides nothing. */
  readonly threshold: number;
}
