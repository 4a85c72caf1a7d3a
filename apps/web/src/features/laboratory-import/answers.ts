import { REJECTION_CODES, TEST_FAILURE_CODES } from "@alongside/domain/viral-load/no-result-reasons";
import type { PrintAnswer, Question } from "./laboratory-import-views";

/** What somebody has chosen so far. */
export interface AnswerDraft {
  /** Place among the readings; "none": these rows hold no result. */
  readonly choice: number | "none";
  /** Why, where the reading is "rejected" or "failed". */
  readonly code: string | null;
}

/** Tells questions apart: the same print of two assays is two questions. */
export function questionKey({ text, assay }: Pick<Question, "text" | "assay">): string {
  return JSON.stringify([text, assay]);
}

/** The codes to choose from where a choice needs a reason; null where it needs none. */
export function codesFor(question: Question, choice: AnswerDraft["choice"]): "rejection" | "failure" | null {
  const state = choice === "none" ? undefined : question.readings[choice]?.state;
  if (state === "rejected") return "rejection";
  return state === "failed" ? "failure" : null;
}

/** The answers that are complete, in the form the server remembers. */
export function answersOf(
  questions: readonly Question[],
  drafts: ReadonlyMap<string, AnswerDraft>,
): readonly PrintAnswer[] {
  return questions.flatMap((question): PrintAnswer[] => {
    const draft = drafts.get(questionKey(question));
    if (draft === undefined) return [];
    const about = { text: question.text, assay: question.assay };
    if (draft.choice === "none") return [{ ...about, reading: null, code: null }];
    const reading = question.readings[draft.choice];
    if (reading === undefined) return [];
    const { state, comparator, value, unit } = reading;
    const needs = codesFor(question, draft.choice);
    const codes = needs === "rejection" ? REJECTION_CODES : TEST_FAILURE_CODES;
    const code = needs === null ? null : (codes.find((one) => one === draft.code) ?? null);
    if (needs !== null && code === null) return [];
    return [{ ...about, reading: { state, comparator, value, unit }, code }];
  });
}
