import { joinSql, sql } from "@alongside/db/sql";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { listRows } from "./list-query";
import { readListScope } from "./read-programme";

export const listContactsInput = z.object({ programmeId: z.uuid(), siteId: z.uuid().optional() });

/** Somebody a peer supporter is asked to contact. Never why. */
export interface ContactRequest {
  readonly code: string;
  readonly siteId: string;
}

/** The lists whose people somebody should speak to; which of them it is, is not told. */
const CONTACT_LISTS = ["due", "overdue", "unsuppressed", "rejected"] as const;
const MOST_ROWS = 500;

/** People who have agreed to be contacted and should come in, in the order of their codes and with nothing else. */
export async function listContacts(
  context: Context,
  input: z.input<typeof listContactsInput>,
): Promise<Result<readonly ContactRequest[]>> {
  const parsed = parseInput(listContactsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "worklist.contacts", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const of = await readListScope(context, scope.value, parsed.value.siteId ?? null);
  if (!of.ok) return of;
  const lists = CONTACT_LISTS.map((list) => sql`SELECT participant_id FROM (${listRows(list, of.value)}) AS r`);
  const rows = await context.db.$queryRaw<ContactRequest[]>(sql`
    SELECT p.code, p.site_id AS "siteId"
      FROM participant p JOIN contact_consent c ON c.participant_id = p.participant_id AND c.current AND c.may_contact
     WHERE p.participant_id IN (${joinSql(lists, " UNION ")}) AND p.programme_id = ${scope.value.programmeId}::uuid
     ORDER BY p.code LIMIT ${MOST_ROWS}::int`);
  await writeAuditEvent(context.db, context, scope.value, scope.value.programmeId, { contacts: rows.length });
  return ok(rows);
}
