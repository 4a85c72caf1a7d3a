import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import type { Tx } from "../client";
import { membersOf } from "../cohort-definition/members-of";
import { joinSql } from "../sql";
import type { StoredCell } from "./cell";
import { cellsOfMembers, readableCells } from "./cell-queries";
import { atSites } from "./read-cells";

/** A cohort that is not one people were enrolled in. */
export interface DefinedCohort {
  readonly id: string;
  readonly criteria: CohortCriteria;
}

/**
 * The change cells of cohorts somebody defined, computed from the scores in one statement and so from one moment; each
 * stands where otherwise an arm stands. Somebody may be in several.
 * @param siteIds only these sites; all when absent. An empty list gives no cells.
 */
export async function readDefinedCells(
  db: Tx,
  programmeId: string,
  cohorts: readonly DefinedCohort[],
  siteIds?: readonly string[],
): Promise<readonly StoredCell[]> {
  if (siteIds?.length === 0 || cohorts.length === 0) return [];
  const rows = cohorts.map(({ id, criteria }) => cellsOfMembers(programmeId, id, membersOf(programmeId, criteria)));
  return db.$queryRaw<StoredCell[]>(readableCells(atSites(joinSql(rows, " UNION ALL "), siteIds)));
}
