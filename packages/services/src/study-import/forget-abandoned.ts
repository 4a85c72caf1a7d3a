import type { Scope } from "../access/authorise";
import type { Context } from "../context";

const HOUR_MS = 3_600_000;
/** An upload that has not ended by then never will. */
const UPLOAD_MS = 6 * HOUR_MS;
/** A file that nobody imported within a week is not kept: it holds the study's own labels for people. */
const UNUSED_MS = 7 * 24 * HOUR_MS;

/** Deletes files of the programme that were uploaded and then left alone. Called whenever another one arrives. */
export async function forgetAbandonedFiles(context: Context, { db, programmeId }: Scope): Promise<void> {
  const before = (age: number) => ({ createdAt: { lt: new Date(context.now().getTime() - age) } });
  await db.studyImport.deleteMany({
    where: {
      programmeId,
      OR: [
        { status: "uploading", ...before(UPLOAD_MS) },
        { status: { in: ["uploaded", "checked"] }, ...before(UNUSED_MS) },
      ],
    },
  });
  await db.studyImportPiece.deleteMany({
    where: { studyImport: { programmeId, status: "failed", ...before(UNUSED_MS) } },
  });
}
