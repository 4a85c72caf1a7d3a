import type { ItemAnswers } from "@alongside/analysis/outcome/outcome-request";
import type { JsonOutput } from "@alongside/db/client";
import { joinSql, sql } from "@alongside/db/sql";
import type { Answers } from "@alongside/domain/instruments/answers";
import { itemValue } from "@alongside/domain/instruments/item-value";
import { findMeasure } from "@alongside/domain/instruments/registry";
import type { Scope } from "../access/authorise";
import { storedAnswers } from "../assessment/read";
import type { Context } from "../context";

/**
 * Answers of a cohort to the items of a scale at the baseline, as scored, for judging how well the scale measures here.
 * Null for measures without items: those that came as one number, or are made of other scales.
 */
export async function loadItems(
  { db }: Context,
  scope: Scope,
  at: { readonly measure: string; readonly cohortId: string; readonly timepointId: string },
  siteIds?: readonly string[],
): Promise<ItemAnswers | null> {
  const found = findMeasure(at.measure);
  if (found === undefined || found.scale.items.length < 2) return null;
  const { instrument, scale } = found;
  const reach = siteIds ? sql`p.site_id IN (${joinSql(siteIds.map((id) => sql`${id}::uuid`))})` : sql`true`;
  const sheets = await db.$queryRaw<{ answers: JsonOutput }[]>`
    SELECT a.answers
      FROM assessment a
      JOIN participant p ON p.participant_id = a.participant_id
     WHERE a.programme_id = ${scope.programmeId}::uuid AND a.timepoint_id = ${at.timepointId}::uuid
       AND a.instrument = ${instrument.code} AND a.current AND p.cohort_id = ${at.cohortId}::uuid AND ${reach}
     ORDER BY a.participant_id`;
  const items = scale.items.flatMap((id) => instrument.items.filter((item) => item.id === id));
  const valuesOf = (answers: Answers) => items.map((item) => itemValue(instrument, item, answers[item.id]));
  const answered = sheets
    .map(({ answers }) => valuesOf(storedAnswers(answers)))
    .filter((values) => values.some((value) => value !== null));
  const rows = answered.filter((values): values is number[] => values.every((value) => value !== null));
  return { itemIds: items.map((item) => item.id), rows, incomplete: answered.length - rows.length };
}
