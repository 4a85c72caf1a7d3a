import { createHash } from "node:crypto";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { finishUploadInput, PIECE_BYTES } from "./inputs";
import { storedFile } from "./stored-file";
import { findImport, importView, receivedPieces } from "./stored-import";
import type { LaboratoryImportView } from "./views";

/**
 * Closes an upload once every byte is there.
 * @returns `rule` while pieces are missing, `conflict` when the pieces do not make the file that was to be sent
 */
export async function finishLaboratoryUpload(
  context: Context,
  input: z.input<typeof finishUploadInput>,
): Promise<Result<LaboratoryImportView>> {
  const closed = await perform(
    context,
    "laboratory-import.send",
    finishUploadInput,
    input,
    async (tx, scope, { programmeId, importId, sha256 }) => {
      const own = { id: importId, programmeId, createdById: scope.actorId };
      const row = await tx.labImport.findFirst({ where: own });
      if (row === null) return fail("not-found", "laboratory-import.none");
      if (row.status !== "uploading") return ok({ subjectId: programmeId, detail: null, value: scope });
      const { receivedBytes } = await receivedPieces(tx, importId);
      if (receivedBytes !== row.bytes) return fail("rule", "laboratory-import.pieces-missing");
      const hash = createHash("sha256");
      const file = storedFile(tx, importId, row.bytes);
      for (let at = 0; at < row.bytes; at += PIECE_BYTES) hash.update(await file.read(at, PIECE_BYTES));
      const fileHash = hash.digest("hex");
      if (sha256 !== undefined && sha256 !== fileHash) return fail("conflict", "laboratory-import.other-file");
      const data = { status: "uploaded", fileHash };
      await tx.labImport.update({ where: { id: importId }, data });
      return ok({ subjectId: programmeId, detail: { importId, bytes: row.bytes }, value: scope });
    },
  );
  if (!closed.ok) return closed;
  const found = await findImport(context, closed.value, input.importId);
  return found.ok ? ok(importView(found.value.row, found.value.state)) : found;
}
