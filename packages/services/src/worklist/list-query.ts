import { joinSql, type SqlFragment, sql } from "@alongside/db/sql";
import { addDays } from "@alongside/domain/schedule/calendar-date";
import type { Scope } from "../access/authorise";
import type { LabProgramme } from "../lab-result/lab-programme";
import { uuidList } from "../lab-result/read-people";
import { nothingPending, unsuppressed } from "./standing-sql";
import { WORKLISTS, type Worklist } from "./worklist-names";

/** What decides who is on a list. */
export interface ListScope {
  readonly scope: Scope;
  /** One site of the scope; null for all of them. */
  readonly siteId: string | null;
  readonly programme: Pick<LabProgramme, "today" | "settings" | "rule">;
}

/**
 * The rows of a list as `(participant_id, id, "on")`: whom it is about, the result or loop it is about (the participant
 * again where there is none), and the day by which it is sorted. Only people of the scope who are still enrolled.
 */
export function listRows(list: Worklist, of: ListScope): SqlFragment {
  const join = ofAnybody(list) ? everybody(of) : enrolled(of);
  return sql`SELECT s.* FROM (${candidates(list, of)}) AS s ${join}`;
}

/** How much is on every list: rows of `(list, n)`; an empty list has none. Who is enrolled is asked once for all of them. */
export function listCounts(of: ListScope): SqlFragment {
  const counted = (lists: readonly Worklist[], join: SqlFragment) => {
    const parts = lists.map((list) => sql`SELECT ${list}::text AS list, c.* FROM (${candidates(list, of)}) AS c`);
    return sql`SELECT s.list, count(*)::int AS n FROM (${joinSql(parts, " UNION ALL ")}) AS s ${join} GROUP BY s.list`;
  };
  const [anybody, others] = [WORKLISTS.filter(ofAnybody), WORKLISTS.filter((list) => !ofAnybody(list))];
  return sql`${counted(anybody, everybody(of))} UNION ALL ${counted(others, enrolled(of))}`;
}

/** What was entered about people whose enrolment is over is looked at all the same. */
function ofAnybody(list: Worklist): boolean {
  return list === "awaiting-verification" || list === "queried";
}

/** The rows of a list before anybody asked who is enrolled, and where. */
function candidates(list: Worklist, { programme, scope }: ListScope): SqlFragment {
  const { today, settings, rule } = programme;
  const mine = sql`s.programme_id = ${scope.programmeId}::uuid`;
  const { daysBefore, daysAfter, repeatAfterMonths } = settings.schedule;
  const nothing = nothingPending(today, settings.schedule);
  switch (list) {
    case "due":
      return sql`SELECT s.participant_id, s.participant_id AS id, s.due_on AS "on"
                   FROM lab_standing s
                  WHERE ${mine} AND ${nothing}
                    AND s.due_on BETWEEN ${addDays(today, -daysAfter)}::date AND ${addDays(today, daysBefore)}::date`;
    case "overdue":
      return sql`SELECT s.participant_id, s.participant_id AS id, s.due_on AS "on"
                   FROM lab_standing s
                  WHERE ${mine} AND ${nothing}
                    AND s.due_on < ${addDays(today, -daysAfter)}::date`;
    case "unsuppressed":
      return sql`SELECT s.participant_id, s.answered_id AS id, s.answered_on AS "on"
                   FROM lab_standing s
                  WHERE ${mine} AND ${unsuppressed(rule)} AND ${nothing}
                    AND s.answered_on < ${today}::date - ${28 * repeatAfterMonths - 1}::int
                    AND s.due_on <= ${today}::date`;
    case "rejected":
      return sql`SELECT s.participant_id, s.specimen_id AS id, s.specimen_on AS "on"
                   FROM lab_standing s
                  WHERE ${mine} AND (s.specimen_state = 'rejected' OR s.specimen_state = 'failed')
                    AND (s.answered_on IS NULL OR s.specimen_on > s.answered_on)`;
    case "awaiting-verification":
      return sql`SELECT s.participant_id, s.id, s.collected_on AS "on" FROM lab_result s
                  WHERE ${mine} AND s.current AND s.verification = 'awaiting'`;
    case "queried":
      return sql`SELECT s.participant_id, s.id, s.collected_on AS "on" FROM lab_result s
                  WHERE ${mine} AND s.current AND s.verification = 'queried'`;
    case "counselling":
      return sql`SELECT s.participant_id, s.id, s.opened_on AS "on" FROM counselling_loop s
                  WHERE ${mine} AND s.closed_on IS NULL`;
  }
}

function everybody({ scope, siteId }: ListScope): SqlFragment {
  const sites = siteId === null ? scope.siteIds : [siteId];
  if (sites === "all") return sql``;
  return sql`JOIN participant p ON p.participant_id = s.participant_id AND p.site_id IN (${uuidList(sites)})`;
}

function enrolled(of: ListScope): SqlFragment {
  return sql`${everybody(of)} JOIN enrolment e ON e.participant_id = s.participant_id AND e.current
    AND e.status = 'active' AND (e.ended_on IS NULL OR e.ended_on >= ${of.programme.today}::date)`;
}
