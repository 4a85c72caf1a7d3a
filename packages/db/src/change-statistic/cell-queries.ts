import { notLeftOut } from "../consent/use-filter";
import { emptySql, type SqlFragment, sql } from "../sql";
import { ENROLLED_MEASURE, NO_TIMEPOINT_ID } from "./cell";

/** Columns that name a cell. */
export const CELL_KEY = sql`programme_id, site_id, cohort_id, measure, timepoint_id`;

/** Columns that add up, in the order in which every query of this folder returns them. */
export const CELL_FIGURES = sql`n, sum, sum_squares, unscored, pairs, sum_x, sum_y, sum_xx, sum_yy, sum_xy`;

/** The same columns summed. Sums of bigint are numeric; counts are cast back. */
export const CELL_TOTALS = sql`
  sum(n)::bigint AS n, sum(sum) AS sum, sum(sum_squares) AS sum_squares,
  sum(unscored)::bigint AS unscored, sum(pairs)::bigint AS pairs,
  sum(sum_x) AS sum_x, sum(sum_y) AS sum_y, sum(sum_xx) AS sum_xx, sum(sum_yy) AS sum_yy, sum(sum_xy) AS sum_xy`;

/** The cells inside rows of deltas: one row for each element of their `cells`. */
export function deltaCells(deltas: SqlFragment): SqlFragment {
  return sql`
    SELECT d.programme_id, c."siteId" AS site_id, c."cohortId" AS cohort_id, c.measure, c."timepointId" AS timepoint_id,
           c.n, c.sum, c."sumSquares" AS sum_squares, c.unscored, c.pairs, c."sumX" AS sum_x, c."sumY" AS sum_y,
           c."sumXX" AS sum_xx, c."sumYY" AS sum_yy, c."sumXY" AS sum_xy
      FROM ${deltas} AS d, jsonb_to_recordset(d.cells) AS c(
           "siteId" uuid, "cohortId" uuid, measure text, "timepointId" uuid, n bigint, sum numeric, "sumSquares" numeric,
           unscored bigint, pairs bigint, "sumX" numeric, "sumY" numeric, "sumXX" numeric, "sumYY" numeric, "sumXY" numeric)`;
}

/** Rows with the columns of a cell, added up by site and cohort, as the program reads them. Cells of nothing are left out. */
export function readableCells(rows: SqlFragment): SqlFragment {
  return sql`
    SELECT site_id AS "siteId", cohort_id AS "cohortId", measure, timepoint_id AS "timepointId",
           n::float8, unscored::float8, pairs::float8, trim_scale(sum)::text AS sum,
           trim_scale(sum_squares)::text AS "sumSquares", trim_scale(sum_x)::text AS "sumX",
           trim_scale(sum_y)::text AS "sumY", trim_scale(sum_xx)::text AS "sumXX",
           trim_scale(sum_yy)::text AS "sumYY", trim_scale(sum_xy)::text AS "sumXY"
      FROM (SELECT site_id, cohort_id, measure, timepoint_id, ${CELL_TOTALS}
              FROM (${rows}) AS stored
             GROUP BY site_id, cohort_id, measure, timepoint_id) AS total
     WHERE (${CELL_FIGURES}) <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
     ORDER BY site_id, cohort_id, measure, timepoint_id`;
}

/** What is stored: the folded cells and the deltas not yet folded, as one set of rows to be summed by their key. */
export function storedRows(programmeId: string | undefined): SqlFragment {
  const only = programmeId === undefined ? emptySql : sql`WHERE programme_id = ${programmeId}::uuid`;
  return sql`
    SELECT ${CELL_KEY}, ${CELL_FIGURES} FROM change_statistic ${only}
    UNION ALL
    SELECT ${CELL_KEY}, ${CELL_FIGURES}
      FROM (${deltaCells(sql`(SELECT programme_id, cells FROM change_statistic_delta ${only})`)}) AS unfolded`;
}

/**
 * The same cells computed anew from the current scores and enrolments, one row a cell. Without people who are left out
 * because they wished so.
 */
export function computedCells(programmeId: string | undefined): SqlFragment {
  return cellsOf((table) => {
    const only = programmeId === undefined ? emptySql : sql`AND ${table}.programme_id = ${programmeId}::uuid`;
    return sql`${only} AND ${notLeftOut(sql`${table}.participant_id`)}`;
  });
}

/** The same of some people only, chosen by a query of their ids, whatever cohort they were enrolled in. */
export function cellsOfMembers(programmeId: string, cohortId: string, members: SqlFragment): SqlFragment {
  const cells = cellsOf(
    (table) => sql`
      AND ${table}.programme_id = ${programmeId}::uuid AND ${notLeftOut(sql`${table}.participant_id`)}
      AND ${table}.participant_id IN (${members})`,
  );
  return sql`
    SELECT programme_id, site_id, ${cohortId}::uuid AS cohort_id, measure, timepoint_id, ${CELL_FIGURES}
      FROM (${cells}) AS of_members`;
}

/** What one person adds to the cells, left out or not. */
export function cellsOfOne(programmeId: string, participantId: string): SqlFragment {
  return cellsOf(
    (table) =>
      sql`AND ${table}.programme_id = ${programmeId}::uuid AND ${table}.participant_id = ${participantId}::uuid`,
  );
}

/**
 * A value becomes a decimal through its shortest text, as in the program, so that both come to the same sum to the last
 * digit.
 */
function cellsOf(only: (table: SqlFragment) => SqlFragment): SqlFragment {
  return sql`
    SELECT y.programme_id, y.site_id, y.cohort_id, y.measure, y.timepoint_id,
           count(y.value) AS n, coalesce(sum(y.value), 0) AS sum, coalesce(sum(y.value * y.value), 0) AS sum_squares,
           count(*) - count(y.value) AS unscored, count(x.value + y.value) AS pairs,
           coalesce(sum(x.value) FILTER (WHERE y.value IS NOT NULL), 0) AS sum_x,
           coalesce(sum(y.value) FILTER (WHERE x.value IS NOT NULL), 0) AS sum_y,
           coalesce(sum(x.value * x.value) FILTER (WHERE y.value IS NOT NULL), 0) AS sum_xx,
           coalesce(sum(y.value * y.value) FILTER (WHERE x.value IS NOT NULL), 0) AS sum_yy,
           coalesce(sum(x.value * y.value), 0) AS sum_xy
      FROM (SELECT s.participant_id, s.programme_id, s.site_id, s.cohort_id, s.measure, s.timepoint_id,
                   s.value::text::numeric AS value
              FROM score s WHERE s.current ${only(sql`s`)}) AS y
      LEFT JOIN (SELECT b.participant_id, b.measure, b.value::text::numeric AS value
                   FROM score b JOIN timepoint t ON t.id = b.timepoint_id AND t.kind = 'baseline'
                  WHERE b.current AND b.value IS NOT NULL ${only(sql`b`)}) AS x
        ON x.participant_id = y.participant_id AND x.measure = y.measure
     GROUP BY y.programme_id, y.site_id, y.cohort_id, y.measure, y.timepoint_id
    UNION ALL
    SELECT p.programme_id, p.site_id, p.cohort_id, ${ENROLLED_MEASURE}::text, ${NO_TIMEPOINT_ID}::uuid,
           count(*), 0, 0, 0, 0, 0, 0, 0, 0, 0
      FROM participant p
     WHERE EXISTS (SELECT 1 FROM enrolment e WHERE e.participant_id = p.participant_id) ${only(sql`p`)}
     GROUP BY p.programme_id, p.site_id, p.cohort_id`;
}
