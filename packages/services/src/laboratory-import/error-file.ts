import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { readLaboratoryImportInput } from "./inputs";
import type { ImportRowView } from "./views";

/** Words of the error file in the reader's language. */
export interface ErrorFileWords {
  /** Name of the column that says why, e.g. "Why not imported". */
  readonly reason: string;
  readonly say: (row: ImportRowView) => string;
}

/**
 * The rows that were not stored (conflict, question, refused) as CSV text in pieces: the columns of the laboratory's own
 * file as they stand, and why as the last column, so that it can be put right and sent again.
 */
export async function writeErrorFile(
  _context: Context,
  _input: z.input<typeof readLaboratoryImportInput>,
  _words: ErrorFileWords,
): Promise<Result<AsyncIterable<string>>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
