import { joinSql, type SqlFragment, sql } from "@alongside/db/sql";
import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
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
 * The day on which the next result of a row of `lab_standing AS s` is due, as `nextResultDue` of the domain has it; null
 * when nothing tells.
 */
export function dueOn({ schedule }: LaboratorySettings, rule: ThresholdRule): SqlFragment {
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
    WHEN ${unsuppressed(rule)} THEN ${after(sql`s.answered_on`, sql`${schedule.repeatAfterMonths}::int`)}
    WHEN s.answered_on IS NULL THEN ${after(start, sql`${first}::int`)}
    ELSE LEAST(${joinSql(planned)}) END`;
}

/** Mean length of a month. */
const MONTH_DAYS = 30.4375;
/** Days by which a count in mean months may be off. */
const SPARE_DAYS = 5;

/**
 * Rows of `lab_standing AS s` whose next result may be due by a day: cheap to ask of every row, and leaves nobody out.
 * The exact day is `dueOn`.
 */
export function mayBeDue({ schedule }: LaboratorySettings, by: string): SqlFragment {
  const { routineMonths, thenEveryMonths, repeatAfterMonths, daysBefore } = schedule;
  const days = (months: number) => months * MONTH_DAYS;
  const sofar = sql`(${by}::date - s.treatment_started_on)`;
  const covered = sql`(s.answered_on - s.treatment_started_on + ${daysBefore}::int)`;
  const planned = routineMonths.map(
    (months) =>
      sql`(${sofar} >= ${days(months) - SPARE_DAYS}::float8 AND ${covered} <= ${days(months) + SPARE_DAYS}::float8)`,
  );
  const last = days(routineMonths.at(-1) ?? 0);
  const turns = (sum: SqlFragment, spare: number) =>
    sql`GREATEST(0, floor((${sum} - ${last - spare}::float8) / ${days(thenEveryMonths)}::float8))`;
  return sql`(s.treatment_started_on IS NOT NULL OR s.answered_low >= 50) AND (
    (s.answered_on IS NULL AND ${sofar} >= ${days(routineMonths[0] ?? 0) - SPARE_DAYS}::float8)
    OR (s.answered_low >= 50 AND ${by}::date - s.answered_on >= ${days(repeatAfterMonths) - SPARE_DAYS}::float8)
    OR ${joinSql(planned, " OR ")}
    OR ${turns(sofar, SPARE_DAYS)} > ${turns(covered, -SPARE_DAYS)})`;
}

/** No specimen of a row of `lab_standing AS s` is on its way that was collected after the last result. */
export const NOTHING_PENDING: SqlFragment = sql`(s.specimen_state IS DISTINCT FROM 'pending'
  OR s.specimen_on <= s.answered_on)`;

function after(day: SqlFragment, months: SqlFragment): SqlFragment {
  return sql`(${day} + make_interval(months => ${months}))::date`;
}
