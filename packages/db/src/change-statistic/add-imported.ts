import type { Tx } from "../client";
import { notLeftOut } from "../consent/use-filter";
import { sql } from "../sql";
import { ENROLLED_MEASURE, NO_TIMEPOINT_ID } from "./cell";
import { CELL_FIGURES, CELL_KEY } from "./cell-queries";

/** Adds a cell to what is stored of it. The order of keys is that of every other writer, so that none waits in a ring. */
const ADD_TO_STORED = sql`
  ON CONFLICT (${CELL_KEY}) DO UPDATE SET
    n = change_statistic.n + excluded.n, sum = change_statistic.sum + excluded.sum,
    sum_squares = change_statistic.sum_squares + excluded.sum_squares,
    unscored = change_statistic.unscored + excluded.unscored, pairs = change_statistic.pairs + excluded.pairs,
    sum_x = change_statistic.sum_x + excluded.sum_x, sum_y = change_statistic.sum_y + excluded.sum_y,
    sum_xx = change_statistic.sum_xx + excluded.sum_xx, sum_yy = change_statistic.sum_yy + excluded.sum_yy,
    sum_xy = change_statistic.sum_xy + excluded.sum_xy`;

/**
 * Adds what one study import has written to the change statistics: for each measure the cells as they are now, less the
 * cells without the scores of this import. Call once, at the end of the import's transaction, while no other import of
 * the programme is at work. Nothing but imports writes these measures.
 * @param measures score measures that the import may have written, e.g. "measure/bdi"
 */
export async function addImportedCells(
  tx: Tx,
  imported: { readonly programmeId: string; readonly importId: string; readonly measures: readonly string[] },
): Promise<void> {
  const { programmeId, importId, measures } = imported;
  // One pass: the person's baseline comes from a window over their own rows, once with and once without this import.
  await tx.$executeRaw`
    WITH scored AS (
      SELECT s.participant_id, s.site_id, s.cohort_id, s.measure, s.timepoint_id, s.value::text::numeric AS y,
             a.import_id IS NOT DISTINCT FROM ${importId}::uuid AS added, t.kind = 'baseline' AS baseline
        FROM score s
        JOIN assessment a ON a.participant_id = s.participant_id AND a.id = s.assessment_id
        JOIN timepoint t ON t.id = s.timepoint_id
       WHERE s.programme_id = ${programmeId}::uuid AND s.measure = ANY(${[...measures]}::text[])
         AND s.current AND s.value IS NOT NULL AND ${notLeftOut(sql`s.participant_id`)}
    ),
    paired AS (
      SELECT site_id, cohort_id, measure, timepoint_id, y, added,
             max(y) FILTER (WHERE baseline) OVER person AS x,
             max(y) FILTER (WHERE baseline AND NOT added) OVER person AS x_before,
             bool_or(added) OVER person AS touched
        FROM scored WINDOW person AS (PARTITION BY participant_id, measure)
    ),
    signed AS (
      SELECT site_id, cohort_id, measure, timepoint_id, 1 AS sign, y, x FROM paired WHERE touched
      UNION ALL
      SELECT site_id, cohort_id, measure, timepoint_id, -1, y, x_before FROM paired WHERE touched AND NOT added
    )
    INSERT INTO change_statistic (${CELL_KEY}, ${CELL_FIGURES})
    SELECT ${programmeId}::uuid, site_id, cohort_id, measure, timepoint_id,
           sum(sign), sum(sign * y), sum(sign * y * y), 0, coalesce(sum(sign) FILTER (WHERE x IS NOT NULL), 0),
           coalesce(sum(sign * x), 0), coalesce(sum(sign * y) FILTER (WHERE x IS NOT NULL), 0),
           coalesce(sum(sign * x * x), 0), coalesce(sum(sign * y * y) FILTER (WHERE x IS NOT NULL), 0),
           coalesce(sum(sign * x * y), 0)
      FROM signed GROUP BY site_id, cohort_id, measure, timepoint_id
     ORDER BY site_id, cohort_id, measure, timepoint_id
    ${ADD_TO_STORED}`;
}

/** Counts people newly enrolled, many at once, in the caller's transaction. */
export async function addEnrolledPeople(
  tx: Tx,
  programmeId: string,
  groups: readonly { readonly siteId: string; readonly cohortId: string; readonly people: number }[],
): Promise<void> {
  if (groups.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO change_statistic (${CELL_KEY}, ${CELL_FIGURES})
    SELECT ${programmeId}::uuid, g.site_id, g.cohort_id, ${ENROLLED_MEASURE}, ${NO_TIMEPOINT_ID}::uuid,
           g.people, 0, 0, 0, 0, 0, 0, 0, 0, 0
      FROM unnest(${groups.map((group) => group.siteId)}::uuid[], ${groups.map((group) => group.cohortId)}::uuid[],
                  ${groups.map((group) => group.people)}::int[]) AS g(site_id, cohort_id, people)
     ORDER BY g.site_id, g.cohort_id
    ${ADD_TO_STORED}`;
}
