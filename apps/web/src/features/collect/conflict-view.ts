import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type Listed = inferRouterOutputs<AppRouter>["assessment"]["listConflicts"];
export type OpenConflict = Listed["open"][number];
export type DecidedConflict = Listed["decided"][number];
export type Kept = DecidedConflict["kept"];

/** One line in which two versions differ. */
export interface Difference {
  readonly key: string;
  readonly what: string;
  /** Language tag of `what` and of the answers; null where they are words of the interface. */
  readonly language: string | null;
  readonly stored: string;
  readonly other: string;
  /** Which of the two holds an answer that calls for somebody to act. */
  readonly calls: readonly Kept[];
}

/** One version in words: who sent it, when and how. */
export interface VersionWords {
  readonly by: string;
  readonly received: string;
  readonly mode: string;
  readonly answeredOn: string;
}

/** A disagreement in words. */
export interface ConflictWords {
  readonly conflictId: string;
  readonly title: string;
  /** Where the record of the form is; null for a place that is not in the plan any more. */
  readonly recordHref: string | null;
  readonly stored: VersionWords;
  readonly other: VersionWords;
  readonly differences: readonly Difference[];
  /** How many answers are the same in both. */
  readonly same: number;
  /** What to do about an answer that calls for somebody to act, in either version. */
  readonly risk: OpenConflict["other"]["risk"];
}

/** A settled disagreement in words. */
export interface DecidedWords {
  readonly conflictId: string;
  readonly title: string;
  readonly kept: Kept;
  readonly when: string;
  readonly reason: string | null;
}
