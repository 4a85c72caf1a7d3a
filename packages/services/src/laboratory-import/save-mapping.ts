import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { saveMappingInput } from "./inputs";

/** Adds a version of a laboratory's mapping; the same mapping again adds none. */
export async function saveLaboratoryMapping(
  _context: Context,
  _input: z.input<typeof saveMappingInput>,
): Promise<Result<{ readonly version: number }>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
