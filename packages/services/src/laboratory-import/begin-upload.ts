import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { beginUploadInput } from "./inputs";
import type { UploadState } from "./views";

/** Opens an upload, or says how far it has come. */
export async function beginLaboratoryUpload(
  _context: Context,
  _input: z.input<typeof beginUploadInput>,
): Promise<Result<UploadState>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
