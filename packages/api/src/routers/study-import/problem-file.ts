import type { Result } from "@alongside/domain/failure/failure";
import type { Context } from "@alongside/services/context";
import { type ProblemWords, writeProblemFile } from "@alongside/services/study-import/problem-file";

/** The list of problems as CSV text, in the words handed in. */
export function problemFile(
  context: Context,
  input: { readonly programmeId: string; readonly importId: string },
  words: ProblemWords,
): Promise<Result<string>> {
  return writeProblemFile(context, input, words);
}
