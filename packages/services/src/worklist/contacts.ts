import { mayBeContacted } from "@alongside/db/consent/use-filter";
import { joinSql, type SqlFragment, sql } from "@alongside/db/sql";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type ListScope, listRows } from "./list-query";
import { readListScope } from "./read-programme";

/** A page that is printed or saved may be longer than one on a screen. */
const MOST_ROWS = 1000;

export const listContactsInput = z.object({
  programmeId: z.uuid(),
  siteId: z.uuid().optional(),
  /** The last code of the page before. */
  after: z.string().min(1).max(20).optional(),
  take: z.number().int().min(1).max(MOST_ROWS).default(50),
});

/** Somebody a peer supporter is asked to contact. Never why. */
export interface ContactRequest {
  readonly code: string;
  readonly siteId: string;
}

export interface ContactPage {
  /** The day for which it was computed. */
  readonly today: string;
  readonly rows: readonly ContactRequest[];
  /** How many there are on all pages. */
  readonly count: number;
  /** Hand in as `after` for the next page; null when this is the last. */
  readonly next: string | null;
}

/** The lists whose people somebody should speak to; which of them it is, is not told. */
const CONTACT_LISTS = ["due", "overdue", "unsuppressed", "rejected"] as const;

/** People who have agreed to be contacted and should come in, in the order of their codes and with nothing else. */
export async function listContacts(
  context: Context,
  input: z.input<typeof listContactsInput>,
): Promise<Result<ContactPage>> {
  const parsed = parseInput(listContactsInput, input);
  if (!parsed.ok) return parsed;
  const { siteId, after, take } = parsed.value;
  const scope = authorise(context, "worklist.contacts", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const of = await readListScope(context, scope.value, siteId ?? null);
  if (!of.ok) return of;
  const behind = after === undefined ? sql`` : sql`WHERE c.code > ${after}`;
  const [found] = await scope.value.db.$queryRaw<{ count: number; rows: ContactRequest[] }[]>(sql`
    WITH c AS MATERIALIZED (${contacts(of.value)}),
         page AS (SELECT c.code, c.site_id FROM c ${behind} ORDER BY c.code LIMIT ${take + 1}::int)
    SELECT (SELECT count(*)::int FROM c) AS count,
           coalesce((SELECT jsonb_agg(jsonb_build_object('code', p.code, 'siteId', p.site_id) ORDER BY p.code)
                       FROM page p), '[]') AS rows`);
  const rows = found?.rows.slice(0, take) ?? [];
  await writeAuditEvent(scope.value.db, context, scope.value, scope.value.actorId, { contacts: rows.length });
  const next = (found?.rows.length ?? 0) > take ? (rows.at(-1)?.code ?? null) : null;
  return ok({ today: of.value.programme.today, rows, count: found?.count ?? 0, next });
}

/** How many people a peer supporter is asked to contact. */
export async function countContacts(of: ListScope): Promise<number> {
  const [found] = await of.scope.db.$queryRaw<{ n: number }[]>(
    sql`SELECT count(*)::int AS n FROM (${contacts(of)}) AS c`,
  );
  return found?.n ?? 0;
}

function contacts(of: ListScope): SqlFragment {
  const lists = CONTACT_LISTS.map((list) => sql`SELECT participant_id FROM (${listRows(list, of)}) AS r`);
  return sql`
    SELECT p.code, p.site_id
      FROM participant p
     WHERE ${mayBeContacted(sql`p.participant_id`)} AND p.participant_id IN (${joinSql(lists, " UNION ")}) AND p.programme_id = ${of.scope.programmeId}::uuid`;
}
