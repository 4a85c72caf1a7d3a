import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { saveLaboratoryInput } from "./inputs";
import type { LaboratoryView } from "./views";

/** Adds a laboratory, or renames, closes or opens it. */
export async function saveProgrammeLaboratory(
  _context: Context,
  _input: z.input<typeof saveLaboratoryInput>,
): Promise<Result<LaboratoryView>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
