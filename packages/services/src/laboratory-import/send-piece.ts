import { fail, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import type { sendPieceInput } from "./inputs";
import type { UploadState } from "./views";

/** Stores a piece of a file. The same piece again changes nothing. */
export async function sendLaboratoryPiece(
  _context: Context,
  _input: z.input<typeof sendPieceInput>,
): Promise<Result<UploadState>> {
  return fail("unavailable", "laboratory-import.unavailable");
}
