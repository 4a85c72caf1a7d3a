import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";

const MEBIBYTE = 1024 * 1024;

/** The largest file that is taken. */
export const MAXIMUM_STUDY_BYTES = 50 * MEBIBYTE;

/** What one person may keep in a programme of files sent and not imported, so that sending cannot fill the disk. */
export const WAITING_LIMITS = { files: 20, bytes: 250 * MEBIBYTE } as const;

export interface ReservedUpload {
  readonly importId: string;
  /** So many bytes may arrive. */
  readonly allowedBytes: number;
}

/**
 * Opens an upload if the person has room for another file; files of others, which they may not see, do not count.
 * Uploads of a programme are opened one at a time, and one that is still arriving counts as the largest file there can
 * be: many at once get no more room than one after another.
 */
export function reserveUpload(context: Context, scope: Scope, fileName: string): Promise<Result<ReservedUpload>> {
  const { programmeId, actorId } = scope;
  return scope.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`;
    const waiting = await tx.studyImport.findMany({
      where: {
        programmeId,
        createdById: actorId,
        status: { not: "done" },
        OR: [{ status: "uploading" }, { pieces: { some: {} } }],
      },
      select: { status: true, bytes: true },
    });
    let held = 0;
    for (const { status, bytes } of waiting) held += status === "uploading" ? MAXIMUM_STUDY_BYTES : bytes;
    if (waiting.length >= WAITING_LIMITS.files) {
      return fail("rule", "study-import.many-waiting", { params: { maximumFiles: WAITING_LIMITS.files } });
    }
    if (held >= WAITING_LIMITS.bytes) return tooMuchWaiting();
    const importId = context.newId();
    await tx.studyImport.create({
      data: {
        ...{ id: importId, programmeId, fileName, fileHash: "", bytes: 0, status: "uploading" },
        ...{ createdById: actorId, createdAt: context.now() },
      },
    });
    return ok({ importId, allowedBytes: Math.min(MAXIMUM_STUDY_BYTES, WAITING_LIMITS.bytes - held) });
  });
}

/** Why a file that had more bytes than were allowed was not kept. */
export function refuseLength(allowedBytes: number): Result<never> {
  if (allowedBytes < MAXIMUM_STUDY_BYTES) return tooMuchWaiting();
  const params = { maximumMegabytes: MAXIMUM_STUDY_BYTES / MEBIBYTE };
  return fail("unreadable-file", "study-import.too-large", { params });
}

function tooMuchWaiting(): Result<never> {
  const params = { maximumMegabytes: WAITING_LIMITS.bytes / MEBIBYTE };
  return fail("rule", "study-import.much-waiting", { params });
}
