import type { Tx } from "../client";
import { sql } from "../sql";
import type { AnchorKey } from "./anchor-key";
import { anchorMessage, anchorRoot, type ChainEnd } from "./anchor-root";

/** Namespace of the lock under which one server at a time makes the anchors of a programme. */
const ANCHOR_LOCK = 72_707_371;

/**
 * Makes the day's anchor of a programme, if there is none yet: a signed statement of where every chain ends that has grown
 * since the last one. Inside the caller's transaction, which stands within the programme.
 *
 * @returns the anchor's number, or null when the day has one, or another server is making it
 */
export async function makeAnchor(tx: Tx, programmeId: string, key: AnchorKey, now: Date): Promise<number | null> {
  const day = now.toISOString().slice(0, 10);
  const [lock] = await tx.$queryRaw<{ got: boolean }[]>(
    sql`SELECT pg_try_advisory_xact_lock(${ANCHOR_LOCK}::int, hashtext(${programmeId})) AS got`,
  );
  if (lock?.got !== true) return null;
  const last = await tx.auditAnchor.findFirst({ where: { programmeId }, orderBy: { number: "desc" } });
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
  return number;
}
