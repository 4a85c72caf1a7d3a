import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { finishUploadInput } from "./inputs";
import type { LaboratoryImportView } from "./views";

/** Closes an upload once every byte is there. */
export async function finishLaboratoryUpload(
  _context: Context,
  _input: z.input<typeof finishUploadInput>,
): Promise<Result<LaboratoryImportView>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
