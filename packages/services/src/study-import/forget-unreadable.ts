import type { Scope } from "../access/authorise";
import { readHead } from "./read-head";

/**
 * Deletes what somebody sent to the programme of which not a single row can be read as it is: there is nothing to
 * import in it. Called when their next file arrives, so that such files never use up the room there is. One whose
 * encoding was named, and that was checked with it, stays.
 */
export async function forgetUnreadableFiles({ db, programmeId, actorId }: Scope): Promise<void> {
  const own = { programmeId, createdById: actorId, status: "uploaded" };
  const waiting = await db.studyImport.findMany({ where: own, select: { id: true } });
  for (const { id } of waiting) {
    const head = await readHead(db, id, { encoding: "auto", delimiter: "auto" });
    if (head.kind === "refused") await db.studyImport.deleteMany({ where: { id, ...own } });
  }
}
