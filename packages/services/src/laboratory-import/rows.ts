import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { importRowsInput } from "./inputs";
import type { ImportRowPage } from "./views";

/** Rows and what became of them, in the order of the file. */
export async function readImportRows(
  _context: Context,
  _input: z.input<typeof importRowsInput>,
): Promise<Result<ImportRowPage>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
