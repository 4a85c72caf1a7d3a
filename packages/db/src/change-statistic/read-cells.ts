import type { Tx } from "../client";
import { joinSql, type SqlFragment, sql } from "../sql";
import type { StoredCell } from "./cell";
import { readableCells, storedRows } from "./cell-queries";

/**
 * All change cells of a programme, folded or not, from one statement and so from one moment. The cost grows with the
 * number of cells and of unfolded deltas, not with the number of scores.
 * @param siteIds only these sites; all when absent. An empty list gives no cells.
 */
export async function readCells(
  db: Tx,
  programmeId: string,
  siteIds?: readonly string[],
): Promise<readonly StoredCell[]> {
  if (siteIds?.length === 0) return [];
  return db.$queryRaw<StoredCell[]>(readableCells(atSites(storedRows(programmeId), siteIds)));
}

/** Those of the rows that stand at one of the sites; all of them where no sites are named. */
export function atSites(rows: SqlFragment, siteIds: readonly string[] | undefined): SqlFragment {
  if (siteIds === undefined) return rows;
  const ids = joinSql(siteIds.map((id) => sql`${id}::uuid`));
  return sql`SELECT * FROM (${rows}) AS everywhere WHERE site_id IN (${ids})`;
}
