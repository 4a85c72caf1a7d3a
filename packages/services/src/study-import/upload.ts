import { createHash } from "node:crypto";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { storePieces } from "./file-pieces";
import { forgetAbandonedFiles } from "./forget-abandoned";

export const uploadStudyFileInput = z.object({
  programmeId: z.uuid(),
  fileName: z.string().trim().min(1).max(200),
});

export const MAXIMUM_STUDY_BYTES = 50 * 1024 * 1024;

export interface UploadedStudyFile {
  readonly importId: string;
  readonly bytes: number;
}

/**
 * Stores a study file as it arrives, for the steps that follow. Nothing of it enters the programme yet. A broken
 * connection leaves nothing behind.
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
  const { programmeId, actorId } = scope.value;
  await forgetAbandonedFiles(context, programmeId);
  const importId = context.newId();
  await context.db.studyImport.create({
    data: {
      id: importId,
      programmeId,
      fileName: baseName(parsed.value.fileName),
      fileHash: "",
      bytes: 0,
      status: "uploading",
      createdById: actorId,
      createdAt: context.now(),
    },
  });
  const hash = createHash("sha256");
  try {
    const stored = await storePieces(context.db, importId, source, MAXIMUM_STUDY_BYTES, (piece) => hash.update(piece));
    const refused = refusal(stored);
    if (refused !== null) {
      await context.db.studyImport.delete({ where: { id: importId } });
      return refused;
    }
    const { bytes } = stored;
    await context.db.$transaction(async (tx) => {
      const data = { status: "uploaded", bytes, fileHash: hash.digest("hex") };
      await tx.studyImport.update({ where: { id: importId }, data });
      await writeAuditEvent(tx, context, scope.value, programmeId, { importId, bytes });
    });
    return ok({ importId, bytes });
  } catch (error) {
    await context.db.studyImport.deleteMany({ where: { id: importId } });
    throw error;
  }
}

function refusal(stored: { readonly bytes: number; readonly tooLarge: boolean }): Result<never> | null {
  const params = { maximumMegabytes: MAXIMUM_STUDY_BYTES / (1024 * 1024) };
  if (stored.tooLarge) return fail("unreadable-file", "study-import.too-large", { params });
  return stored.bytes === 0 ? fail("unreadable-file", "study-import.empty") : null;
}

/** The last part of a path, as some browsers send one. */
function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
