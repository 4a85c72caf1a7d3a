import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { readLaboratoryImportInput } from "./inputs";
import type { LaboratoryImportDetail } from "./views";

/** Where an import stands. */
export async function readLaboratoryImport(
  _context: Context,
  _input: z.input<typeof readLaboratoryImportInput>,
): Promise<Result<LaboratoryImportDetail>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
