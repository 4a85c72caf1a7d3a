import { sql } from "@alongside/db/sql";
import { type Failure, ok, type Result } from "@alongside/domain/failure/failure";
import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import type { SupportShares } from "@alongside/domain/support/contact";
import { type Dose, doseOf } from "@alongside/domain/support/dose";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { READ_WITHOUT_TRACE, writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { codeProblem } from "../participant/code-problem";
import { inScope } from "../schedule/in-scope";

export const listContactsInput = z.object({
  programmeId: z.uuid(),
  /** Only of the person with this code, however it was typed. */
  code: z.string().trim().min(1).max(40).optional(),
  volunteerId: z.uuid().optional(),
  /** The last contact of the page before. */
  after: z.object({ happenedOn: z.iso.date(), contactId: z.uuid() }).optional(),
});

export interface ListedContact {
  readonly contactId: string;
  readonly participantId: string;
  readonly code: string;
  readonly happenedOn: string;
  readonly minutes: number;
  readonly mode: string;
  readonly volunteer: string | null;
  /** How many came, in a group; null for anything else. */
  readonly inGroup: number | null;
  readonly shares: SupportShares;
  readonly recordedBy: string | null;
}

export interface ContactPage {
  readonly contacts: readonly ListedContact[];
  readonly hasMore: boolean;
  /** What the person of the code was given in all, where one was asked for. */
  readonly dose: Dose | null;
  /** What is wrong with the code. */
  readonly problem: Failure | null;
}

const PAGE_SIZE = 50;

/** Contacts of the sites in reach, newest first, fifty at a time. A long list leaves a trace. */
export async function listContacts(
  context: Context,
  input: z.input<typeof listContactsInput>,
): Promise<Result<ContactPage>> {
  const parsed = parseInput(listContactsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, code, volunteerId, after } = parsed.value;
  const scope = authorise(context, "support-contact.list", programmeId);
  if (!scope.ok) return scope;
  const reading = code === undefined ? null : readParticipantCode(code);
  if (reading?.ok === false) {
    return ok({ contacts: [], hasMore: false, dose: null, problem: codeProblem(reading) });
  }
  const { db } = scope.value;
  const narrowed = sql`
    ${reading === null ? sql`` : sql`AND p.code = ${reading.code}`}
    ${volunteerId === undefined ? sql`` : sql`AND c.volunteer_id = ${volunteerId}::uuid`}`;
  const before =
    after === undefined
      ? sql``
      : sql`AND (c.happened_on, c.id) < (${after.happenedOn}::date, ${after.contactId}::uuid)`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id::text AS "contactId", c.participant_id::text AS "participantId", p.code, c.happened_on::text AS "happenedOn",
           c.minutes, c.mode, v.code AS volunteer, u.name AS "recordedBy",
           CASE WHEN c.group_id IS NULL THEN NULL ELSE (SELECT count(*)::int FROM support_contact g
             WHERE g.programme_id = c.programme_id AND g.group_id = c.group_id AND g.current) END AS "inGroup",
           c.informational, c.instrumental, c.emotional, c.affiliational, c.appraisal
      FROM support_contact c
      JOIN participant p ON p.participant_id = c.participant_id
      LEFT JOIN volunteer v ON v.programme_id = c.programme_id AND v.id = c.volunteer_id
      LEFT JOIN app_user u ON u.id = c.recorded_by_id
     WHERE c.programme_id = ${programmeId}::uuid AND c.current AND ${inScope(scope.value)} ${narrowed} ${before}
     ORDER BY c.happened_on DESC, c.id DESC LIMIT ${PAGE_SIZE + 1}`;
  const all =
    reading === null
      ? null
      : await db.$queryRaw<Row[]>`
          SELECT c.minutes, c.informational, c.instrumental, c.emotional, c.affiliational, c.appraisal
            FROM support_contact c JOIN participant p ON p.participant_id = c.participant_id
           WHERE c.programme_id = ${programmeId}::uuid AND c.current AND ${inScope(scope.value)} ${narrowed}`;
  if (rows.length > READ_WITHOUT_TRACE || reading !== null) {
    await writeAuditEvent(db, context, scope.value, programmeId, { rows: Math.min(rows.length, PAGE_SIZE) });
  }
  return ok({
    contacts: rows.slice(0, PAGE_SIZE).map(listed),
    hasMore: rows.length > PAGE_SIZE,
    dose: all && doseOf(all.map((row) => ({ minutes: row.minutes, shares: sharesOf(row) }))),
    problem: null,
  });
}

type Row = Omit<ListedContact, "shares"> & SupportShares;

function listed(row: Row): ListedContact {
  const { contactId, participantId, code, happenedOn, minutes, mode, volunteer, inGroup, recordedBy } = row;
  return {
    ...{ contactId, participantId, code, happenedOn, minutes, mode, volunteer, inGroup, recordedBy },
    shares: sharesOf(row),
  };
}

function sharesOf({ informational, instrumental, emotional, affiliational, appraisal }: SupportShares): SupportShares {
  return { informational, instrumental, emotional, affiliational, appraisal };
}
