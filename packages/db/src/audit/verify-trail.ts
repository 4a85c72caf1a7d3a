import type { Tx } from "../client";
import { sql } from "../sql";
import type { AnchorKey } from "./anchor-key";
import type { SeenAnchor } from "./anchor-witness";
import { eventContent } from "./content-sql";
import { link } from "./link";
import { verifyAnchors } from "./verify-anchors";

/** What is wrong with a trail. */
export type TrailFault =
  /** What an event says is not what was written, or it stands where another stood. */
  | "edited"
  /** Events between two others are gone. */
  | "missing"
  /** Events at the end of a chain are gone. */
  | "end-cut"
  /** The end of the chain that is kept for the next event is not that of the last event. */
  | "end-changed"
  /** A chain is not what an anchor says it was. */
  | "not-as-anchored"
  /** An anchor is gone, or stands in another's place. */
  | "anchor-missing"
  /** The last anchor that was made here is not stored any more: anchors at the end are gone, or others stand there. */
  | "anchors-cut"
  /** An anchor does not say what was signed, or was signed by another key. */
  | "anchor-forged";

export interface TrailFinding {
  readonly programmeId: string;
  /** Null for a fault of an anchor. */
  readonly subjectId: string | null;
  /** Place in the chain, or number of the anchor. */
  readonly place: number;
  readonly fault: TrailFault;
}

export interface TrailReport {
  readonly events: number;
  readonly chains: number;
  readonly anchors: number;
  /** Events since the anchor of their chain: what a person with the database's own rights could still write anew. */
  readonly notAnchored: number;
  /** The last event stands in an anchor up to here; null where there is none. */
  readonly lastAnchorDay: string | null;
  readonly findings: readonly TrailFinding[];
}

/** What is known of a trail outside the database. */
export interface TrailProof {
  /** That signs anchors, of which the public parts will do; null to leave signatures unchecked. */
  readonly key: Pick<AnchorKey, "publicPem" | "earlier"> | null;
  /** The last anchor made here; null where nothing was kept of it. */
  readonly seen: SeenAnchor | null;
}

/** Where nothing is known outside the database. */
export const NO_PROOF: TrailProof = { key: null, seen: null };

interface StoredEvent {
  readonly subjectId: string;
  readonly sequence: number;
  readonly content: Uint8Array;
  readonly hash: Uint8Array;
}

/** Events in memory at once. */
const PAGE = 5_000;

/**
 * Computes every chain and every anchor of a programme again and compares. Reads page by page, in order of subjects, so it
 * takes as much memory for a million events as for a thousand. What it cannot see: events that were never written, and
 * that the newest chain ends were replaced before an anchor stated them, by somebody who computed them anew.
 *
 * @param db a client that may read the programme's whole trail
 * @param proof what is known outside the database
 */
export async function verifyTrail(db: Tx, programmeId: string, proof: TrailProof): Promise<TrailReport> {
  const findings: TrailFinding[] = [];
  const note = (fault: TrailFault, subjectId: string | null, place: number) =>
    findings.push({ programmeId, subjectId, place, fault });
  const heads = await readHeads(db, programmeId);
  const chains = heads.size;
  const notAnchored = [...heads.values()].reduce((sum, { sequence, anchored }) => sum + sequence - anchored, 0);
  let events = 0;
  let last: StoredEvent | null = null;

  const closeChain = (end: StoredEvent) => {
    const head = heads.get(end.subjectId);
    heads.delete(end.subjectId);
    if (head === undefined) note("end-changed", end.subjectId, end.sequence);
    else if (head.sequence > end.sequence) note("end-cut", end.subjectId, end.sequence + 1);
    else if (head.sequence < end.sequence || !same(head.hash, end.hash))
      note("end-changed", end.subjectId, end.sequence);
  };
  for (
    let page = await readPage(db, programmeId, null);
    page.length > 0;
    page = await readPage(db, programmeId, last)
  ) {
    for (const event of page) {
      if (last !== null && last.subjectId !== event.subjectId) {
        closeChain(last);
        last = null;
      }
      const expected: number = (last?.sequence ?? 0) + 1;
      if (event.sequence !== expected) note("missing", event.subjectId, expected);
      else if (!same(link(last?.hash ?? null, event.sequence, event.content), event.hash)) {
        note("edited", event.subjectId, event.sequence);
      }
      last = event;
      events += 1;
    }
  }
  if (last !== null) closeChain(last);
  for (const [subjectId] of heads) note("end-cut", subjectId, 1);
  const anchors = await verifyAnchors(db, programmeId, proof, note);
  return { events, chains, notAnchored, ...anchors, findings };
}

interface Head {
  readonly sequence: number;
  readonly anchored: number;
  readonly hash: Uint8Array;
}

async function readHeads(db: Tx, programmeId: string): Promise<Map<string, Head>> {
  const heads = await db.auditHead.findMany({
    where: { programmeId },
    select: { subjectId: true, sequence: true, anchored: true, hash: true },
  });
  return new Map(heads.map(({ subjectId, ...head }) => [subjectId, head]));
}

function readPage(db: Tx, programmeId: string, after: StoredEvent | null): Promise<StoredEvent[]> {
  return db.$queryRaw<StoredEvent[]>(sql`
    SELECT subject_id::text AS "subjectId", sequence, hash, ${eventContent} AS content
      FROM audit_event
     WHERE programme_id = ${programmeId}::uuid
       AND (${after === null} OR (subject_id, sequence) > (${after?.subjectId ?? programmeId}::uuid, ${after?.sequence ?? 0}::int))
     ORDER BY subject_id, sequence LIMIT ${PAGE}`);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
