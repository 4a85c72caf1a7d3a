import type { ShownCount } from "../disclosure-control/shown-count";
import { type ChangeTableInput, cellsOfCohort } from "./change-table";
import { type CohortCells, cohortCounts } from "./cohort-counts";

/**
 * How the number of people enrolled in each cohort may be shown, decided once for several tables of the same people: where it
 * is exact in one and a range in another, whoever reads both has what the range was to keep.
 * @param tables all that are shown; each has measures of its own
 * @param inside other numbers of people of a cohort that are shown somewhere, by its id
 */
export function enrolledOnce(
  tables: readonly ChangeTableInput[],
  inside: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, ShownCount> {
  const [first] = tables;
  if (first === undefined) return new Map();
  const ids = [...new Set(tables.flatMap(({ cohorts }) => cohorts.map(({ id }) => id)))];
  const baseline = first.timepoints.find(({ kind }) => kind === "baseline")?.id ?? null;
  return new Map(
    ids.map((id) => {
      const cells: CohortCells = new Map(tables.flatMap((table) => [...cellsOfCohort(table, id)]));
      const enrolled = Math.max(...tables.map((table) => table.enrolled.get(id) ?? 0));
      return [id, cohortCounts(enrolled, cells, baseline, first.threshold, inside.get(id)).enrolled];
    }),
  );
}
