import type { Tx } from "@alongside/db/client";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { forgetOldFiles } from "./forget-old-files";
import { beginUploadInput, PIECE_BYTES } from "./inputs";
import { receivedPieces } from "./stored-import";
import type { UploadState } from "./views";

const MEBIBYTE = 1024 * 1024;

/** The largest file that is taken, and what one person may keep of files not imported, so that sending cannot fill the disk. */
export const UPLOAD_LIMITS = { bytes: 50 * MEBIBYTE, files: 10 } as const;

/**
 * Opens an upload under an id made on the device, or says how far it has come, so that one that was interrupted goes on.
 * @returns `conflict` when the id was opened for another file
 */
export async function beginLaboratoryUpload(
  context: Context,
  input: z.input<typeof beginUploadInput>,
): Promise<Result<UploadState>> {
  return perform(context, "laboratory-import.send", beginUploadInput, input, async (tx, scope, asked) => {
    const { programmeId, importId, laboratoryId, bytes } = asked;
    const fileName = asked.fileName.split(/[\\/]/).at(-1) ?? asked.fileName;
    await tx.$queryRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`;
    const stored = await tx.labImport.findUnique({ where: { id: importId } });
    if (stored !== null) {
      if (stored.programmeId !== programmeId || stored.createdById !== scope.actorId) {
        return fail("not-found", "laboratory-import.none");
      }
      const same = stored.laboratoryId === laboratoryId && stored.fileName === fileName && stored.bytes === bytes;
      if (!same) return fail("conflict", "laboratory-import.other-file");
      return ok({ subjectId: programmeId, detail: null, value: await uploadState(tx, importId) });
    }
    if (bytes > UPLOAD_LIMITS.bytes) {
      const params = { maximumMegabytes: UPLOAD_LIMITS.bytes / MEBIBYTE };
      return fail("unreadable-file", "laboratory-import.too-large", { params });
    }
    const laboratory = await tx.laboratory.findFirst({ where: { id: laboratoryId, programmeId } });
    if (laboratory === null) return fail("not-found", "laboratory.none");
    if (!laboratory.active) return fail("rule", "laboratory.closed");
    await forgetOldFiles(tx, programmeId, context.now());
    const waiting = await tx.labImport.count({
      where: { programmeId, createdById: scope.actorId, status: { not: "done" } },
    });
    if (waiting >= UPLOAD_LIMITS.files) {
      return fail("rule", "laboratory-import.many-waiting", { params: { maximumFiles: UPLOAD_LIMITS.files } });
    }
    await tx.labImport.create({
      data: {
        ...{ id: importId, programmeId, laboratoryId, fileName, fileHash: "", bytes, status: "uploading" },
        ...{ createdById: scope.actorId, createdAt: context.now() },
      },
    });
    return ok({
      subjectId: programmeId,
      detail: { importId, laboratoryId, bytes },
      value: await uploadState(tx, importId),
    });
  });
}

async function uploadState(tx: Tx, importId: string): Promise<UploadState> {
  return { importId, pieceBytes: PIECE_BYTES, ...(await receivedPieces(tx, importId)) };
}
