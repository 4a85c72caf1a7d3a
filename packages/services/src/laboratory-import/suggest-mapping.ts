import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { suggestLaboratoryMappingInput } from "./inputs";
import type { LaboratorySuggestion } from "./views";

/** Looks at the head of an uploaded file and proposes how to read it. Stores nothing. */
export async function suggestLaboratoryMapping(
  _context: Context,
  _input: z.input<typeof suggestLaboratoryMappingInput>,
): Promise<Result<LaboratorySuggestion>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
