import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { runLaboratoryImportInput } from "./inputs";
import type { LaboratoryImportDetail } from "./views";

/** Imports a checked file. */
export async function runLaboratoryImport(
  _context: Context,
  _input: z.input<typeof runLaboratoryImportInput>,
): Promise<Result<LaboratoryImportDetail>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
