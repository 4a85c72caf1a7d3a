import type { ItemAnswers } from "@alongside/analysis/outcome/outcome-request";
import type { JsonOutput } from "@alongside/db/client";
import { notLeftOut } from "@alongside/db/consent/use-filter";
import { stands } from "@alongside/db/outcome/read-scores";
import { joinSql, type SqlFragment, sql } from "@alongside/db/sql";
import type { Answers } from "@alongside/domain/instruments/answers";
import { itemValue } from "@alongside/domain/instruments/item-value";
import { findMeasure } from "@alongside/domain/instruments/registry";
import type { Scope } from "../access/authorise";
import { storedAnswers } from "../assessment/read";

/**
 * Answers of a cohort to the items of a scale at the baseline, as scored, for judging how well the scale measures here.
 * Null for measures without items: those that came as one number, or are made of other scales.
 */
export async function loadItems(
  scope: Scope,
  at: {
    readonly measure: string;
    readonly cohortId: string;
    readonly timepointId: string;
    /** Row of each person in the data. */
    readonly rowOf: ReadonlyMap<string, number>;
    readonly snapshotId?: string | undefined;
    /** In which cohort that somebody defined each person is, in place of the arms. */
    readonly cohortOf?: ReadonlyMap<string, string> | null;
  },
  siteIds?: readonly string[],
): Promise<ItemAnswers | null> {
  const found = findMeasure(at.measure);
  if (found === undefined || found.scale.items.length < 2) return null;
  const { instrument, scale } = found;
  const reach = siteIds ? sql`p.site_id IN (${joinSql(siteIds.map((id) => sql`${id}::uuid`))})` : sql`true`;
  const { cohortOf = null } = at;
  const arm = cohortOf === null ? sql`p.cohort_id = ${at.cohortId}::uuid` : sql`true`;
  const sheets = await scope.db.$queryRaw<{ participantId: string; answers: JsonOutput }[]>`
    SELECT a.participant_id AS "participantId", a.answers
      FROM assessment a
      JOIN ${placeOf(at.snapshotId)} p ON p.participant_id = a.participant_id
     WHERE a.programme_id = ${scope.programmeId}::uuid AND a.timepoint_id = ${at.timepointId}::uuid
       AND a.instrument = ${instrument.code}
       AND ${stands({ programmeId: scope.programmeId, snapshotId: at.snapshotId }, sql`a.participant_id`, sql`a.id`, sql`a.current`)}
       AND ${arm} AND ${reach}
       AND ${notLeftOut(sql`p.participant_id`)}
     ORDER BY a.participant_id`;
  const items = scale.items.flatMap((id) => instrument.items.filter((item) => item.id === id));
  const valuesOf = (answers: Answers) => items.map((item) => itemValue(instrument, item, answers[item.id]));
  const answered = sheets
    .filter(({ participantId }) => cohortOf === null || cohortOf.get(participantId) === at.cohortId)
    .map(({ participantId, answers }) => ({
      row: at.rowOf.get(participantId) ?? -1,
      values: valuesOf(storedAnswers(answers)),
    }))
    .filter(({ values }) => values.some((value) => value !== null));
  const complete = answered.flatMap(({ row, values }) => {
    const known = values.filter((value) => value !== null);
    return known.length === values.length ? [{ row, values: known }] : [];
  });
  return {
    itemIds: items.map((item) => item.id),
    rows: complete.map(({ values }) => values),
    incomplete: answered.length - complete.length,
    people: complete.map(({ row }) => row),
  };
}

/** Where everybody is enrolled, or was when a snapshot was taken. */
function placeOf(snapshotId: string | undefined): SqlFragment {
  if (snapshotId === undefined) return sql`participant`;
  return sql`(SELECT * FROM snapshot_person WHERE snapshot_id = ${snapshotId}::uuid)`;
}
