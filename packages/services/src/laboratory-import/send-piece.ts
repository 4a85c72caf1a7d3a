import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { PIECE_BYTES, sendPieceInput } from "./inputs";
import { receivedPieces } from "./stored-import";
import type { UploadState } from "./views";

/**
 * Stores a piece of a file. The same piece again changes nothing, and pieces may come in any order: every one but the
 * last has the same length, so that its place is known.
 * @returns `conflict` when another content is stored at that place: the file was changed in between
 */
export async function sendLaboratoryPiece(
  context: Context,
  input: z.input<typeof sendPieceInput>,
): Promise<Result<UploadState>> {
  const parsed = parseInput(sendPieceInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, importId, position, content } = parsed.value;
  const scope = authorise(context, "laboratory-import.send", programmeId);
  if (!scope.ok) return scope;
  const own = { id: importId, programmeId, createdById: scope.value.actorId };
  const row = await scope.value.db.labImport.findFirst({ where: own, select: { status: true, bytes: true } });
  if (row === null) return fail("not-found", "laboratory-import.none");
  if (row.status !== "uploading") return fail("rule", "laboratory-import.uploaded-already");
  const bytes = new Uint8Array(Buffer.from(content, "base64"));
  const expected = Math.min(PIECE_BYTES, row.bytes - position * PIECE_BYTES);
  if (bytes.length !== expected) return fail("invalid", "laboratory-import.piece-length");
  const piece = { labImportId: importId, position };
  const added = await scope.value.db.labImportPiece.createMany({
    data: [{ programmeId, ...piece, content: bytes }],
    skipDuplicates: true,
  });
  if (added.count === 0) {
    const there = await scope.value.db.labImportPiece.findFirst({ where: piece, select: { content: true } });
    if (there === null || !Buffer.from(there.content).equals(bytes)) {
      return fail("conflict", "laboratory-import.other-file");
    }
  }
  return ok({ importId, pieceBytes: PIECE_BYTES, ...(await receivedPieces(scope.value.db, importId)) });
}
