import { joinSql, type SqlFragment, sql } from "@alongside/db/sql";
import type { LabSchedule } from "@alongside/domain/laboratory/schedule";
import { addDays } from "@alongside/domain/schedule/calendar-date";
import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { ruleOf } from "../laboratory-settings/rule-of";
import type { LaboratorySettings } from "../laboratory-settings/settings";

/**
 * Whether a row of `lab_standing AS s` is unsuppressed by a rule: exactly when `categorise` says so. The lower bound is
 * part of the index on high results.
 */
export function unsuppressed(rule: ThresholdRule): SqlFragment {
  const limit = rule.categories.at(-2)?.upTo;
  if (limit === undefined || limit === null) throw new RangeError(`Rule ${rule.id} has no band below its last`);
  const above =
    rule.boundary === "exclusive"
      ? sql`s.answered_low >= ${limit}::float8`
      : sql`(s.answered_low > ${limit}::float8
             OR (s.answered_low = ${limit}::float8 AND s.answered_state = 'above-upper' AND s.answered_comparator = '>'))`;
  return sql`(s.answered_low >= 50 AND s.answered_state IN ('quantified', 'above-upper') AND ${above})`;
}

/**
 * Whether nobody can tell of a row of `lab_standing AS s` by a rule if it is unsuppressed: a unit without a factor, a limit that
 * is not known or lies beyond the threshold. Of a result "not detected" the standing does not hold the assay's limit: it counts
 * as decided here.
 */
function undecided(rule: ThresholdRule): SqlFragment {
  const limit = rule.categories.at(-2)?.upTo ?? 0;
  const atLimit = rule.boundary === "exclusive" ? sql`s.answered_comparator = '<='` : sql`false`;
  return sql`(CASE s.answered_state
    WHEN 'quantified' THEN s.answered_high IS NULL
    WHEN 'below-quantification' THEN s.answered_high IS NULL OR s.answered_high > ${limit}::float8
                                     OR (s.answered_high = ${limit}::float8 AND ${atLimit})
    WHEN 'above-upper' THEN NOT ${unsuppressed(rule)}
    ELSE false END)`;
}

/**
 * The day on which the next result of a row of `lab_standing AS s` is due, as `nextResultDue` of the domain has it; null
 * when nothing tells.
 */
export function dueOn(settings: LaboratorySettings): SqlFragment {
  const { schedule } = settings;
  const { routineMonths, thenEveryMonths: every } = schedule;
  const [first = 0] = routineMonths;
  const last = routineMonths.at(-1) ?? first;
  const start = sql`s.treatment_started_on`;
  const counted = sql`(s.answered_on + ${schedule.daysBefore}::int)`;
  // Calendar months from the start to a day: a planned day of fewer months cannot lie after it, one of more must.
  const months = sql`((extract(year FROM ${counted})::int - extract(year FROM ${start})::int) * 12
                       + extract(month FROM ${counted})::int - extract(month FROM ${start})::int)`;
  const turn = sql`GREATEST(1, ceil((${months} - ${last}::int) / ${every}::numeric)::int)`;
  const later = [sql`${turn}`, sql`(${turn} + 1)`].map((n) => after(start, sql`${last}::int + ${every}::int * ${n}`));
  const planned = [...routineMonths.map((month) => after(start, sql`${month}::int`)), ...later].map(
    (day) => sql`CASE WHEN ${day} > ${counted} THEN ${day} END`,
  );
  return sql`CASE
    WHEN ${undecided(ruleOf(settings))} THEN s.answered_on
    WHEN ${unsuppressed(ruleOf(settings))} THEN ${after(sql`s.answered_on`, sql`${schedule.repeatAfterMonths}::int`)}
    WHEN s.answered_on IS NULL THEN ${after(start, sql`${first}::int`)}
    ELSE LEAST(${joinSql(planned)}) END`;
}

/** A specimen of a row of `lab_standing AS s` has no result yet and was collected after the last result. */
export const PENDING: SqlFragment = sql`(s.specimen_state = 'pending'
  AND (s.answered_on IS NULL OR s.specimen_on > s.answered_on))`;

/**
 * No specimen of a row of `lab_standing AS s` is on its way. One that was collected too long ago is lost rather than on
 * its way: whoever it is of would otherwise be on no list for ever.
 */
export function nothingPending(today: string, { pendingWeeks }: LabSchedule): SqlFragment {
  return sql`(s.specimen_state IS DISTINCT FROM 'pending' OR s.specimen_on <= s.answered_on
    OR s.specimen_on < ${addDays(today, -7 * pendingWeeks)}::date)`;
}

function after(day: SqlFragment, months: SqlFragment): SqlFragment {
  return sql`(${day} + make_interval(months => ${months}))::date`;
}
