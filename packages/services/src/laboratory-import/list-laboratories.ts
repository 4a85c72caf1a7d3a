import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { listLaboratoriesInput } from "./inputs";
import type { LaboratoryView } from "./views";

/** Laboratories of the programme with the mapping in force, open ones first, by name. */
export async function listProgrammeLaboratories(
  _context: Context,
  _input: z.input<typeof listLaboratoriesInput>,
): Promise<Result<readonly LaboratoryView[]>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
