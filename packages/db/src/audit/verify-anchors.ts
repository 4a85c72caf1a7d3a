import type { Tx } from "../client";
import { sql } from "../sql";
import { isSignedFor } from "./anchor-key";
import { anchorMessage, anchorRoot, type ChainEnd } from "./anchor-root";
import { isStored } from "./make-anchor";
import type { TrailFault, TrailProof } from "./verify-trail";

type Note = (fault: TrailFault, subjectId: string | null, place: number) => void;

interface Leaf extends ChainEnd {
  /** The hash of the event that stands at this place now; null when there is none. */
  readonly found: Uint8Array | null;
}

/** Checks that anchors follow each other without a gap, say what was signed, and that every chain still passes through them. */
export async function verifyAnchors(
  db: Tx,
  programmeId: string,
  { key, seen }: TrailProof,
  note: Note,
): Promise<{ readonly anchors: number; readonly lastAnchorDay: string | null }> {
  const anchors = await db.auditAnchor.findMany({ where: { programmeId }, orderBy: { number: "asc" } });
  let before: Uint8Array | null = null;
  let expected = 1;
  for (const anchor of anchors) {
    if (anchor.number !== expected) note("anchor-missing", null, expected);
    const leaves = await readLeaves(db, programmeId, anchor.number);
    const day = anchor.day.toISOString().slice(0, 10);
    const message = anchorMessage({ ...anchor, day });
    const rootHolds = Buffer.compare(anchorRoot(before, leaves), anchor.root) === 0 && leaves.length === anchor.chains;
    if (!rootHolds || (key !== null && !isSignedFor(key, day, message, anchor.signature))) {
      note("anchor-forged", null, anchor.number);
    }
    for (const { subjectId, sequence, hash, found } of leaves) {
      if (found === null || Buffer.compare(found, hash) !== 0) note("not-as-anchored", subjectId, sequence);
    }
    before = anchor.root;
    expected = anchor.number + 1;
  }
  for (const { subjectId, anchored } of await falselyAnchored(db, programmeId)) {
    note("not-as-anchored", subjectId, anchored);
  }
  if (!(await isStored(db, programmeId, seen))) note("anchors-cut", null, seen?.number ?? 0);
  return { anchors: anchors.length, lastAnchorDay: anchors.at(-1)?.day.toISOString().slice(0, 10) ?? null };
}

function readLeaves(db: Tx, programmeId: string, anchor: number): Promise<Leaf[]> {
  return db.$queryRaw<Leaf[]>(sql`
    SELECT l.subject_id::text AS "subjectId", l.sequence, l.hash, e.hash AS found
      FROM audit_anchor_leaf l
      LEFT JOIN audit_event e ON e.subject_id = l.subject_id AND e.programme_id = l.programme_id AND e.sequence = l.sequence
     WHERE l.programme_id = ${programmeId}::uuid AND l.anchor = ${anchor}::int`);
}

/** Chains of which it is kept that an anchor stands behind more, or less, than any does. */
function falselyAnchored(db: Tx, programmeId: string) {
  return db.$queryRaw<{ subjectId: string; anchored: number }[]>(sql`
    SELECT h.subject_id::text AS "subjectId", h.anchored
      FROM audit_head h
      LEFT JOIN (SELECT subject_id, max(sequence) AS last FROM audit_anchor_leaf
                  WHERE programme_id = ${programmeId}::uuid GROUP BY subject_id) AS leaf ON leaf.subject_id = h.subject_id
     WHERE h.programme_id = ${programmeId}::uuid AND h.anchored <> coalesce(leaf.last, 0)
     ORDER BY 1`);
}
