import { createHash } from "node:crypto";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { storePieces } from "./file-pieces";
import { forgetAbandonedFiles } from "./forget-abandoned";
import { forgetUnreadableFiles } from "./forget-unreadable";
import { refuseLength, reserveUpload } from "./reserve-upload";

export const uploadStudyFileInput = z.object({
  programmeId: z.uuid(),
  fileName: z.string().trim().min(1).max(200),
});

export interface UploadedStudyFile {
  readonly importId: string;
  readonly bytes: number;
}

/**
 * Stores a study file as it arrives, for the steps that follow. Nothing of it enters the programme yet. A broken
 * connection leaves nothing behind, and files that wait to be imported have a limit in number and size.
 */
export async function uploadStudyFile(
  context: Context,
  input: z.input<typeof uploadStudyFileInput>,
  source: AsyncIterable<Uint8Array>,
): Promise<Result<UploadedStudyFile>> {
  const parsed = parseInput(uploadStudyFileInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "study-import.upload", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { programmeId } = scope.value;
  await forgetAbandonedFiles(context, scope.value);
  await forgetUnreadableFiles(scope.value);
  const reserved = await reserveUpload(context, scope.value, baseName(parsed.value.fileName));
  if (!reserved.ok) return reserved;
  const { importId, allowedBytes } = reserved.value;
  const hash = createHash("sha256");
  try {
    const stored = await storePieces(
      scope.value.db,
      { programmeId, studyImportId: importId },
      source,
      allowedBytes,
      (piece) => hash.update(piece),
    );
    if (stored.tooLarge || stored.bytes === 0) {
      await scope.value.db.studyImport.delete({ where: { id: importId } });
      return stored.tooLarge ? refuseLength(allowedBytes) : fail("unreadable-file", "study-import.empty");
    }
    const { bytes } = stored;
    await scope.value.db.$transaction(async (tx) => {
      const data = { status: "uploaded", bytes, fileHash: hash.digest("hex") };
      await tx.studyImport.update({ where: { id: importId }, data });
      await writeAuditEvent(tx, context, scope.value, programmeId, { importId, bytes });
    });
    return ok({ importId, bytes });
  } catch (error) {
    await scope.value.db.studyImport.deleteMany({ where: { id: importId } });
    throw error;
  }
}

/** The last part of a path, as some browsers send one. */
function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
