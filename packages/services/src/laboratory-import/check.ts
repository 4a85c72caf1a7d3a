import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { checkLaboratoryFileInput } from "./inputs";
import type { LaboratoryImportDetail } from "./views";

/** The dry run. */
export async function checkLaboratoryFile(
  _context: Context,
  _input: z.input<typeof checkLaboratoryFileInput>,
): Promise<Result<LaboratoryImportDetail>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
