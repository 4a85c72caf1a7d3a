import { readDefinedCells } from "../change-statistic/read-defined-cells";
import type { Tx } from "../client";
import { isChangedSince } from "./changed-since";
import type { VersionedCohort } from "./compute";
import { readCohortSums } from "./read";

/** What a comparison of kept sums with the scores came to. */
export type CohortVerdict =
  | { readonly kind: "equal" | "different"; readonly definitionId: string; readonly cells: number }
  /** None were made yet, of an older version, or something was stored since: they are made anew when somebody asks. */
  | { readonly kind: "not-made" | "older"; readonly definitionId: string };

/** Compares the kept sums of defined cohorts with the scores, exactly, cell by cell. */
export async function verifyCohorts(
  db: Tx,
  programmeId: string,
  cohorts: readonly VersionedCohort[],
): Promise<readonly CohortVerdict[]> {
  const verdicts: CohortVerdict[] = [];
  for (const cohort of cohorts) {
    const definitionId = cohort.id;
    const [kept] = await readCohortSums(db, programmeId, [definitionId]);
    if (kept === undefined || kept.number !== cohort.number) verdicts.push({ kind: "not-made", definitionId });
    else if (await isChangedSince(db, programmeId, kept.asOf)) verdicts.push({ kind: "older", definitionId });
    else {
      const computed = await readDefinedCells(db, programmeId, [cohort]);
      const isEqual = JSON.stringify(kept.cells.map(line)) === JSON.stringify(computed.map(line));
      verdicts.push({ kind: isEqual ? "equal" : "different", definitionId, cells: computed.length });
    }
  }
  return verdicts;
}

function line({
  siteId,
  measure,
  timepointId,
  n,
  unscored,
  pairs,
  ...sums
}: Awaited<ReturnType<typeof readDefinedCells>>[number]) {
  const { sum, sumSquares, sumX, sumY, sumXX, sumYY, sumXY } = sums;
  return [siteId, measure, timepointId, n, unscored, pairs, sum, sumSquares, sumX, sumY, sumXX, sumYY, sumXY];
}
