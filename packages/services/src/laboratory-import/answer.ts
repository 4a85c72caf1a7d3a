import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { answerPrintsInput } from "./inputs";

/** Remembers what ambiguous prints of this laboratory mean, as a new version of its mapping. */
export async function answerPrints(
  _context: Context,
  _input: z.input<typeof answerPrintsInput>,
): Promise<Result<{ readonly version: number }>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
