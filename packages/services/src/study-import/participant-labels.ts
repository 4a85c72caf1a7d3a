import { createHmac } from "node:crypto";
import type { Tx } from "@alongside/db/client";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";

const KEY_BYTES = 32;

/** The key under which a programme's outside labels are hashed; made when first needed. */
export async function labelKeyOf(context: Context, { db, programmeId }: Scope): Promise<Uint8Array> {
  const key = new Uint8Array(context.randomBytes(KEY_BYTES));
  // Of two that arrive at once, one key is stored and both read it.
  await db.labelKey.createMany({ data: [{ programmeId, key }], skipDuplicates: true });
  return (await db.labelKey.findUniqueOrThrow({ where: { programmeId } })).key;
}

/**
 * What is stored of a participant's label in an outside study: enough to find the same person again, too little to tell
 * the label. The key differs between programmes, so the same label says nothing about two of them.
 */
export function labelClaim(key: Uint8Array, programmeId: string, label: string): string {
  return `${programmeId}:ext:${createHmac("sha256", key).update(label.normalize("NFC")).digest("base64url")}`;
}

/** Somebody the programme already knows under the label of a study. */
export interface KnownPerson {
  readonly participantId: string;
  readonly siteId: string;
  readonly cohortId: string;
  /** ISO day. */
  readonly enrolledOn: string;
}

/** Who stands behind these claims; a claim nobody holds is left out. */
export async function findClaimed(db: Tx, claims: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
  const held = await db.$queryRaw<{ claim: string; participantId: string }[]>`
    SELECT claim, participant_id AS "participantId" FROM participant_code WHERE claim = ANY(${[...claims]}::text[])`;
  if (held.length === 0) return new Map();
  const people = await db.$queryRaw<KnownPerson[]>`
    SELECT p.participant_id AS "participantId", p.site_id AS "siteId", p.cohort_id AS "cohortId",
           e.enrolled_on::text AS "enrolledOn"
      FROM participant p JOIN enrolment e ON e.participant_id = p.participant_id AND e.current
     WHERE p.participant_id = ANY(${held.map((row) => row.participantId)}::uuid[])`;
  const byId = new Map(people.map((person) => [person.participantId, person]));
  return new Map(
    held.flatMap(({ claim, participantId }) => {
      const person = byId.get(participantId);
      return person === undefined ? [] : [[claim, person] as const];
    }),
  );
}
