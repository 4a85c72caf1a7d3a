import type { Result } from "@alongside/domain/failure/failure";
import type { Context } from "@alongside/services/context";
import { type ErrorFileWords, writeErrorFile } from "@alongside/services/laboratory-import/error-file";

/** The rows of an import that were not stored as CSV text in pieces, in the words handed in. */
export function errorFile(
  context: Context,
  input: { readonly programmeId: string; readonly importId: string },
  words: ErrorFileWords,
): Promise<Result<AsyncIterable<string>>> {
  return writeErrorFile(context, input, words);
}
