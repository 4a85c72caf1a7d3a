import type { EntryProblem } from "./entry.model";
import type { Tally } from "./flow.model";

/** Every word the questionnaire screens show that is not part of the questionnaire itself. */
export interface QuestionnaireLabels {
  /** e.g. "Question 3" */
  readonly question: (number: string) => string;
  /** Instead of a question whose wording is not loaded. */
  readonly askFromCopy: string;
  readonly skip: string;
  readonly decline: string;
  readonly skipped: string;
  readonly declined: string;
  readonly notAnswered: string;
  readonly doesNotApply: string;
  readonly range: (minimum: number, maximum: number, unit: string | null) => string;
  readonly problem: (problem: EntryProblem) => string;
  readonly back: string;
  readonly next: string;
  readonly toReview: string;
  readonly moveOn: string;
  readonly progress: (done: number, asked: number) => string;
  readonly keys: {
    readonly title: string;
    readonly answer: string;
    readonly skip: string;
    readonly decline: string;
    readonly move: string;
    readonly clear: string;
  };
  readonly review: {
    readonly summary: (tally: Tally) => string;
    readonly open: string;
    readonly goTo: (number: string) => string;
    readonly change: string;
    readonly changeNamed: (number: string) => string;
  };
}
