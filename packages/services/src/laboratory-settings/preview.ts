import { type SqlFragment, sql } from "@alongside/db/sql";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { addDays, type CalendarDate, todayIn } from "@alongside/domain/schedule/calendar-date";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { dueOn, nothingPending, unsuppressed } from "../worklist/standing-sql";
import { currentSettings } from "./read";
import { ruleOf } from "./rule-of";
import { type LaboratorySettings, settingsFields } from "./settings";

export const previewLaboratorySettingsInput = z.object({ programmeId: z.uuid(), ...settingsFields });

/** Numbers of people by the settings that hold, and by those looked at. */
interface Shift {
  readonly before: number;
  readonly after: number;
}

/** What other settings would change at once. Of people who are enrolled today. */
export interface SettingsPreview {
  /** People with a result that says something. */
  readonly withResult: number;
  /** Whose newest of those is not suppressed by the rule. */
  readonly unsuppressed: Shift;
  readonly due: Shift;
  readonly overdue: Shift;
  /** Results that wait for a second person; they go on waiting, whatever is decided here. */
  readonly awaiting: number;
}

/** What would differ under other settings. Nothing is stored. */
export async function previewLaboratorySettings(
  context: Context,
  input: z.input<typeof previewLaboratorySettingsInput>,
): Promise<Result<SettingsPreview>> {
  const parsed = parseInput(previewLaboratorySettingsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, ...fields } = parsed.value;
  const scope = authorise(context, "laboratory-settings.save", programmeId);
  if (!scope.ok) return scope;
  const { db } = scope.value;
  const programme = await db.programme.findUnique({ where: { id: programmeId }, select: { timeZone: true } });
  if (programme === null) return fail("not-found", "programme.none");
  const today = todayIn(programme.timeZone, context.now());
  const now = await currentSettings(db, programmeId);
  const [row] = await db.$queryRaw<Counted[]>(counts(programmeId, today, now, { ...now, ...fields }));
  if (row === undefined) throw new Error("A count has one row");
  return ok({
    withResult: row.withResult,
    unsuppressed: { before: row.unsuppressedBefore, after: row.unsuppressedAfter },
    due: { before: row.dueBefore, after: row.dueAfter },
    overdue: { before: row.overdueBefore, after: row.overdueAfter },
    awaiting: row.awaiting,
  });
}

interface Counted {
  readonly withResult: number;
  readonly unsuppressedBefore: number;
  readonly unsuppressedAfter: number;
  readonly dueBefore: number;
  readonly dueAfter: number;
  readonly overdueBefore: number;
  readonly overdueAfter: number;
  readonly awaiting: number;
}

/** Whether nothing is on its way, and the day the next result is due, under one of the two. */
interface Side {
  readonly free: SqlFragment;
  readonly day: SqlFragment;
}

/** One statement, so that both sides are of the same moment. Lists count in the same way: see `worklist/list-query`. */
function counts(
  programmeId: string,
  today: CalendarDate,
  before: LaboratorySettings,
  after: LaboratorySettings,
): SqlFragment {
  const people = sql`
    SELECT s.answered_on IS NOT NULL AS answered,
           ${nothingPending(today, before.schedule)} AS free_before,
           ${nothingPending(today, after.schedule)} AS free_after,
           COALESCE(${unsuppressed(ruleOf(before))}, false) AS high_before,
           COALESCE(${unsuppressed(ruleOf(after))}, false) AS high_after,
           s.due_on AS due_before, ${dueOn(after)} AS due_after
      FROM lab_standing s
      JOIN enrolment e ON e.participant_id = s.participant_id AND e.current
       AND e.status = 'active' AND (e.ended_on IS NULL OR e.ended_on >= ${today}::date)
     WHERE s.programme_id = ${programmeId}::uuid`;
  const count = (which: SqlFragment) => sql`count(*) FILTER (WHERE ${which})::int`;
  const due = ({ free, day }: Side, { schedule }: LaboratorySettings) =>
    count(sql`${free} AND ${day} BETWEEN ${addDays(today, -schedule.daysAfter)}::date
                                   AND ${addDays(today, schedule.daysBefore)}::date`);
  const overdue = ({ free, day }: Side, { schedule }: LaboratorySettings) =>
    count(sql`${free} AND ${day} < ${addDays(today, -schedule.daysAfter)}::date`);
  const old = { free: sql`p.free_before`, day: sql`p.due_before` };
  const next = { free: sql`p.free_after`, day: sql`p.due_after` };
  return sql`
    SELECT ${count(sql`p.answered`)} AS "withResult",
           ${count(sql`p.high_before`)} AS "unsuppressedBefore", ${count(sql`p.high_after`)} AS "unsuppressedAfter",
           ${due(old, before)} AS "dueBefore", ${due(next, after)} AS "dueAfter",
           ${overdue(old, before)} AS "overdueBefore", ${overdue(next, after)} AS "overdueAfter",
           (SELECT count(*)::int FROM lab_result r
             WHERE r.programme_id = ${programmeId}::uuid AND r.current AND r.verification = 'awaiting') AS awaiting
      FROM (${people}) AS p`;
}
