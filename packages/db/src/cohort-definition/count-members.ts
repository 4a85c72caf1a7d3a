import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import type { Tx } from "../client";
import { notLeftOut } from "../consent/use-filter";
import { joinSql, sql } from "../sql";
import { membersOf } from "./members-of";

/** How many people are in each of the cohorts named, and in no other of them. */
export interface MemberCount {
  /** Places of the cohorts in the list that was asked for, in order. */
  readonly inAll: readonly number[];
  readonly people: number;
}

/**
 * Counts people by the cohorts they are in, without those who are left out because they wished so. Every combination of
 * cohorts that somebody is in is one row, from which the size of each and of what two have in common follow.
 * @param siteIds only these sites; all when absent
 */
export async function countMembers(
  db: Tx,
  programmeId: string,
  cohorts: readonly CohortCriteria[],
  siteIds?: readonly string[],
): Promise<readonly MemberCount[]> {
  if (cohorts.length === 0 || siteIds?.length === 0) return [];
  const isIn = cohorts.map((criteria) => sql`p.participant_id IN (${membersOf(programmeId, criteria)})`);
  const here = siteIds ? sql`p.site_id IN (${joinSql(siteIds.map((id) => sql`${id}::uuid`))})` : sql`true`;
  const rows = await db.$queryRaw<{ places: boolean[]; people: number }[]>`
    SELECT places, count(*)::float8 AS people
      FROM (SELECT ARRAY[${joinSql(isIn)}] AS places FROM participant p
             WHERE p.programme_id = ${programmeId}::uuid AND ${here} AND ${notLeftOut(sql`p.participant_id`)}) AS person
     GROUP BY places ORDER BY places`;
  return rows
    .map(({ places, people }) => ({ inAll: places.flatMap((isThere, at) => (isThere ? [at] : [])), people }))
    .filter(({ inAll }) => inAll.length > 0);
}
