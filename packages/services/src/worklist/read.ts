import { sql } from "@alongside/db/sql";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import { calendarDate } from "../calendar-date";
import type { Context } from "../context";
import { loopGround, OPENING_IN_FORCE } from "../counselling/loop-ground";
import type { LoopGround } from "../counselling/loop-words";
import { RESULT_JSON, type ResultView, resultView, type StoredResult } from "../lab-result/stored-result";
import { parseInput } from "../parse-input";
import { type ListScope, listRows } from "./list-query";
import { readListScope } from "./read-programme";
import { PENDING } from "./standing-sql";
import { WORKLISTS } from "./worklist-names";

/** A page of a list that is printed or saved may be longer than one on a screen. */
const MOST_ROWS = 1000;

export const readWorklistInput = z.object({
  programmeId: z.uuid(),
  list: z.enum(WORKLISTS),
  siteId: z.uuid().optional(),
  /** Where the page before ended. */
  after: z.object({ on: calendarDate, participantId: z.uuid(), id: z.uuid() }).optional(),
  take: z.number().int().min(1).max(MOST_ROWS).default(50),
});

export interface WorklistRow {
  readonly participantId: string;
  readonly code: string;
  readonly siteId: string;
  /** The result or the counselling loop it is about; the participant's own id where there is none. */
  readonly id: string;
  /** Due day, day of collection, or day of opening: what the list is sorted by. */
  readonly on: string;
  /** Whole days from `on` to today. */
  readonly days: number;
  readonly treatmentStartedOn: string | null;
  /** Day of a specimen collected after that result, which has none yet; null when there is no such specimen. */
  readonly pendingSince: string | null;
  /** The result it is about, else the newest that says something; null when there is none. */
  readonly result: ResultView | null;
  /** The counselling that is open; null when none is. */
  readonly loop: {
    readonly loopId: string;
    readonly openedOn: string;
    readonly sessions: number;
    readonly repeatedOn: string | null;
    readonly ground: LoopGround;
  } | null;
}

export interface WorklistPage {
  /** The day for which it was computed. */
  readonly today: string;
  readonly rows: readonly WorklistRow[];
  /** Hand in as `after` for the next page; null when this is the last. */
  readonly next: { readonly on: string; readonly participantId: string; readonly id: string } | null;
}

interface FoundRow extends Omit<WorklistRow, "result"> {
  readonly result: StoredResult | null;
}

/** One page of a list, the longest waiting first. Reading it is written to the audit trail. */
export async function readWorklist(
  context: Context,
  input: z.input<typeof readWorklistInput>,
): Promise<Result<WorklistPage>> {
  const parsed = parseInput(readWorklistInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, list, siteId } = parsed.value;
  const scope = authorise(context, "worklist.read", programmeId);
  if (!scope.ok) return scope;
  const of = await readListScope(context, scope.value, siteId ?? null);
  if (!of.ok) return of;
  const page = await readPage(of.value, parsed.value);
  await writeAuditEvent(scope.value.db, context, scope.value, scope.value.actorId, { list, rows: page.rows.length });
  return ok(page);
}

/** One page of a list of a scope that is at hand. */
export async function readPage(
  of: ListScope,
  asked: Pick<z.output<typeof readWorklistInput>, "list" | "after" | "take">,
): Promise<WorklistPage> {
  const found = await of.scope.db.$queryRaw<{ row: FoundRow }[]>(pageQuery(of, asked));
  const rows = found.slice(0, asked.take).map(({ row }) => ({ ...row, result: row.result && resultView(row.result) }));
  const last = rows.at(-1);
  const isMore = found.length > asked.take;
  const next = isMore && last ? { on: last.on, participantId: last.participantId, id: last.id } : null;
  return { today: of.programme.today, rows, next };
}

/** The page is cut out first; what is shown with each row is looked up for those rows only. */
function pageQuery(of: ListScope, { list, after, take }: Parameters<typeof readPage>[1]) {
  const behind =
    after === undefined
      ? sql``
      : sql`WHERE ("on", participant_id, id) > (${after.on}::date, ${after.participantId}::uuid, ${after.id}::uuid)`;
  return sql`
    WITH page AS MATERIALIZED (
      SELECT * FROM (${listRows(list, of)}) AS r ${behind} ORDER BY "on", participant_id, id LIMIT ${take + 1}::int
    )
    SELECT jsonb_build_object(
      'participantId', w.participant_id, 'code', p.code, 'siteId', p.site_id, 'id', w.id, 'on', w."on",
      'days', ${of.programme.today}::date - w."on",
      'treatmentStartedOn', (SELECT s.treatment_started_on FROM lab_standing s
                              WHERE s.participant_id = w.participant_id),
      'pendingSince', (SELECT s.specimen_on FROM lab_standing s
                        WHERE s.participant_id = w.participant_id AND ${PENDING}),
      'result', (SELECT ${RESULT_JSON} FROM lab_result r
                  WHERE r.participant_id = w.participant_id
                    AND r.id = coalesce((SELECT o.id FROM lab_result o
                                          WHERE o.participant_id = w.participant_id AND o.id = w.id),
                                        (SELECT coalesce(${OPENING_IN_FORCE}, l.opened_by_result_id) FROM counselling_loop l
                                          WHERE l.participant_id = w.participant_id AND l.id = w.id),
                                        (SELECT s.answered_id FROM lab_standing s
                                          WHERE s.participant_id = w.participant_id))),
      'loop', (SELECT jsonb_build_object('loopId', l.id, 'openedOn', l.opened_on,
                        'sessions', (SELECT count(*) FROM counselling_event c WHERE c.participant_id = l.participant_id
                                        AND c.loop_id = l.id AND c.kind = 'session'),
                        'repeatedOn', (SELECT max(c.happened_on) FROM counselling_event c
                                        WHERE c.participant_id = l.participant_id AND c.loop_id = l.id
                                          AND c.kind = 'repeat'),
                        'ground', ${loopGround(of.programme.rule)})
                 FROM counselling_loop l WHERE l.participant_id = w.participant_id AND l.closed_on IS NULL)
    ) AS row
      FROM page w JOIN participant p ON p.participant_id = w.participant_id
     ORDER BY w."on", w.participant_id, w.id`;
}
