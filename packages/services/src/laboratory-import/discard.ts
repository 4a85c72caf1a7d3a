import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { discardLaboratoryImportInput } from "./inputs";

/** Throws a file away. What an import has stored stays. */
export async function discardLaboratoryImport(
  _context: Context,
  _input: z.input<typeof discardLaboratoryImportInput>,
): Promise<Result<null>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
