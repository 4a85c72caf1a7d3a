import type { Tx } from "@alongside/db/client";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** An upload that has not ended by then never will. */
const UPLOAD_MS = DAY_MS;
/** A file that nobody imported is not kept: laboratories write names into them. */
const UNUSED_MS = 7 * DAY_MS;
/** So long the laboratory has to put right what was refused. */
const DONE_MS = 30 * DAY_MS;

/** Deletes files of the programme that were left alone, and of old imports everything but their figures. */
export async function forgetOldFiles(tx: Tx, programmeId: string, now: Date): Promise<void> {
  const before = (age: number) => ({ lt: new Date(now.getTime() - age) });
  await tx.labImport.deleteMany({
    where: {
      programmeId,
      OR: [
        { status: "uploading", createdAt: before(UPLOAD_MS) },
        { status: { in: ["uploaded", "checked", "failed", "cancelled"] }, createdAt: before(UNUSED_MS) },
      ],
    },
  });
  const old = { labImport: { programmeId, status: "done", finishedAt: before(DONE_MS) } };
  await tx.labImportPiece.deleteMany({ where: old });
  await tx.labImportRow.deleteMany({ where: old });
}
