import { createHmac } from "node:crypto";
import type { Tx } from "@alongside/db/client";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";

const KEY_BYTES = 32;
/** What the claims of an erased person point to, so that neither their code nor their label is ever given to anybody else. */
const ERASED_PERSON = "00000000-0000-0000-0000-000000000000";

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
  /** Nothing more is collected about this person. */
  readonly withdrawn: boolean;
}

/** Who stands behind these claims; a claim nobody holds is left out, and "erased" for one whose person was erased. */
export async function findClaimed(
  db: Tx,
  claims: readonly string[],
): Promise<ReadonlyMap<string, KnownPerson | "erased">> {
  const held = await db.$queryRaw<{ claim: string; participantId: string }[]>`
    SELECT claim, participant_id AS "participantId" FROM participant_code WHERE claim = ANY(${[...claims]}::text[])`;
  if (held.length === 0) return new Map();
  const people = await db.$queryRaw<KnownPerson[]>`
    SELECT p.participant_id AS "participantId", p.site_id AS "siteId", p.cohort_id AS "cohortId",
           e.enrolled_on::text AS "enrolledOn",
           EXISTS (SELECT 1 FROM withdrawal w WHERE w.participant_id = p.participant_id AND w.current
                      AND w.level IN ('use', 'erase')) AS withdrawn
      FROM participant p JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
     WHERE p.participant_id = ANY(${held.map((row) => row.participantId)}::uuid[])`;
  const byId = new Map(people.map((person) => [person.participantId, person]));
  return new Map<string, KnownPerson | "erased">(
    held.flatMap(({ claim, participantId }): (readonly [string, KnownPerson | "erased"])[] => {
      if (participantId === ERASED_PERSON) return [[claim, "erased"]];
      const person = byId.get(participantId);
      return person === undefined ? [] : [[claim, person]];
    }),
  );
}
