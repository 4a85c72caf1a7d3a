import type { Wave } from "../rows/person-series";

/** What a laboratory found, as a number or as the side of a limit it lies on. Limits and values above 0. */
export type ViralLoadReading =
  | { readonly kind: "quantified"; readonly copiesPerMl: number }
  /** Found, but below the limit of quantification; `inclusive` where it may equal the limit ("<="). */
  | { readonly kind: "below"; readonly limit: number; readonly inclusive?: boolean }
  /** Nothing found by a method that would have found `limit`; null where nobody wrote down what it would have found. */
  | { readonly kind: "not-detected"; readonly limit: number | null }
  | { readonly kind: "above"; readonly limit: number; readonly inclusive?: boolean };

/** One result of one specimen. Rejected, failed and pending ones are not results. */
export interface ViralLoadRow {
  readonly participantId: string;
  readonly siteId: string;
  readonly cohortId: string;
  /** The wave in whose window the specimen was taken and to whose planned day it is nearest; null for none. */
  readonly timepointId: string | null;
  /** Day of the specimen, from enrolment. */
  readonly day: number;
  readonly specimen: string;
  readonly result: ViralLoadReading;
  /** Whether it waits for a second person, or was queried by one. It counts like any other, and is counted apart. */
  readonly awaiting?: boolean;
}

/** Somebody enrolled, with or without results. Days are counted from enrolment. */
export interface ViralLoadPerson {
  readonly participantId: string;
  readonly siteId: string;
  readonly cohortId: string;
  /** By wave, whether a result was to be had: asked of this cohort, the window open by now, the person alive. */
  readonly expected: readonly boolean[];
  readonly diedOn: number | null;
}

/** Everybody in reach, and all their results. */
export interface ViralLoadData {
  /** At least one; the baseline first. */
  readonly waves: readonly Wave[];
  readonly people: readonly ViralLoadPerson[];
  readonly rows: readonly ViralLoadRow[];
}
