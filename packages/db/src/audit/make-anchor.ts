import type { Tx } from "../client";
import { sql } from "../sql";
import type { AnchorKey } from "./anchor-key";
import { anchorMessage, anchorRoot, type ChainEnd } from "./anchor-root";
import type { SeenAnchor } from "./anchor-witness";

/** Namespace of the lock under which one server at a time makes the anchors of a programme. */
const ANCHOR_LOCK = 72_707_371;

/**
 * Makes the day's anchor of a programme, if there is none yet: a signed statement of where every chain ends that has grown
 * since the last one. Inside the caller's transaction, which stands within the programme.
 *
 * @param seen the last one that was made here, as it is remembered outside the database
 * @returns the anchor; null when the day has one, or another server is making it; `cut` when the last one made here is not
 *   stored any more: then nothing is signed, because it would be signed over whatever was put in its place
 */
export async function makeAnchor(
  tx: Tx,
  programmeId: string,
  key: AnchorKey,
  now: Date,
  seen: SeenAnchor | null = null,
): Promise<SeenAnchor | "cut" | null> {
  const day = now.toISOString().slice(0, 10);
  const [lock] = await tx.$queryRaw<{ got: boolean }[]>(
    sql`SELECT pg_try_advisory_xact_lock(${ANCHOR_LOCK}::int, hashtext(${programmeId})) AS got`,
  );
  if (lock?.got !== true) return null;
  const last = await tx.auditAnchor.findFirst({ where: { programmeId }, orderBy: { number: "desc" } });
  if (!(await isStored(tx, programmeId, seen))) return "cut";
  if (last !== null && last.day.toISOString().slice(0, 10) >= day) return null;
  const ends = await tx.$queryRaw<ChainEnd[]>(sql`
    UPDATE audit_head SET anchored = sequence WHERE programme_id = ${programmeId}::uuid AND sequence > anchored
    RETURNING subject_id::text AS "subjectId", sequence, hash`);
  const number = (last?.number ?? 0) + 1;
  const root = anchorRoot(last?.root ?? null, ends);
  const statement = { programmeId, number, day, madeAt: now, chains: ends.length, root };
  const signature = key.sign(anchorMessage(statement));
  const rows = ends.map((end) => ({ ...end, hash: Buffer.from(end.hash).toString("hex") }));
  await tx.$executeRaw(sql`
    INSERT INTO audit_anchor_leaf (subject_id, programme_id, anchor, sequence, hash)
    SELECT "subjectId", ${programmeId}::uuid, ${number}::int, sequence, decode(hash, 'hex')
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r("subjectId" uuid, sequence int, hash text)`);
  await tx.auditAnchor.create({
    data: {
      ...statement,
      day: new Date(`${day}T00:00:00Z`),
      signature: Uint8Array.from(signature),
      keyId: key.id,
      root: Uint8Array.from(root),
    },
  });
  return { number, root: root.toString("hex") };
}

/** Whether an anchor that is remembered still stands as it was made. */
export async function isStored(tx: Tx, programmeId: string, seen: SeenAnchor | null): Promise<boolean> {
  if (seen === null) return true;
  const { number } = seen;
  const stored = await tx.auditAnchor.findUnique({
    where: { programmeId_number: { programmeId, number } },
    select: { root: true },
  });
  return stored !== null && Buffer.from(stored.root).toString("hex") === seen.root;
}
