import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { cancelLaboratoryImportInput } from "./inputs";
import type { LaboratoryImportView } from "./views";

/** Stops a dry run or a run. */
export async function cancelLaboratoryImport(
  _context: Context,
  _input: z.input<typeof cancelLaboratoryImportInput>,
): Promise<Result<LaboratoryImportView>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
