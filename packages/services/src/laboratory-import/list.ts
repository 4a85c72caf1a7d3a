import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { listLaboratoryImportsInput } from "./inputs";
import type { LaboratoryImportView } from "./views";

/** The latest imports, newest first. */
export async function listLaboratoryImports(
  _context: Context,
  _input: z.input<typeof listLaboratoryImportsInput>,
): Promise<Result<readonly LaboratoryImportView[]>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
