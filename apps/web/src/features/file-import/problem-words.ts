import type { OpenTranslator } from "@/i18n/open-translator";
import type { Problem } from "./file-import-views";

/** A problem of a file in the reader's language; its rule where there are no words for it. */
export function problemWords(say: OpenTranslator, problem: Pick<Problem, "rule" | "params">): string {
  for (const key of ["importProblem", "studyImport.problem", "laboratoryImport.problem"].map(
    (place) => `${place}.${problem.rule}`,
  )) {
    if (say.has(key)) return say(key, problem.params);
  }
  return problem.rule;
}
