import { type PairedTable, pairedTotal } from "@alongside/statistics/proportions/paired-table";
import { effectiveThreshold } from "../disclosure-control/shown-count";
import { areSafe, tableReach, type UsableShift, usableAs, wideBounds } from "../share-change/usable-shift";
import { DENOMINATORS, type Denominator, type StatusTable, shiftOf, type TestedStatus } from "./status-table";

/** What may be used of a cohort's whole table. */
export interface UsableTable {
  readonly shifts: Readonly<Record<Denominator, UsableShift>>;
  /**
   * Whether the bounds use what is known of people with one result. Otherwise the groups would be too small to show, and
   * everybody without two categories counts as wholly unknown, which makes the bounds wider, never narrower.
   */
  readonly sharpBounds: boolean;
}

/**
 * Decides what may be used, so that no number of people from 1 to k - 1 can be worked out from all four tables together. The
 * people with two categories come first; the others may only be added where each group they fall into is empty or large.
 * @param fewest people of whom a share may be shown
 */
export function usableTable(
  table: StatusTable,
  threshold: number,
  fewest: { readonly fewest?: number; readonly fewestAlike?: number } = {},
): UsableTable {
  const k = effectiveThreshold(threshold);
  const exact = Object.fromEntries(DENOMINATORS.map((one) => [one, shiftOf(table, one)])) as Record<
    Denominator,
    PairedTable
  >;
  if (k === 1) return { shifts: eachShift(exact, (one) => ({ kind: "cells", table: one })), sharpBounds: true };
  const nothing: UsableShift = { kind: "nothing" };
  const reach = tableReach(exact["tested-only"], threshold, fewest);
  if (reach === "nothing") return { shifts: eachShift(exact, () => nothing), sharpBounds: false };
  const use = (one: PairedTable): UsableShift => usableAs(reach, one);
  const tested = use(exact["tested-only"]);
  const shifts: Record<Denominator, UsableShift> = {
    "tested-only": tested,
    "missing-unsuppressed": nothing,
    worst: nothing,
    best: nothing,
  };
  const groups = untestedGroups(table);
  if (areSafe(groups.missing, k)) shifts["missing-unsuppressed"] = use(exact["missing-unsuppressed"]);
  if (areSafe([...groups.missing, ...groups.all], k)) {
    return { shifts: { ...shifts, worst: use(exact.worst), best: use(exact.best) }, sharpBounds: true };
  }
  const others = pairedTotal(exact.best) - pairedTotal(exact["tested-only"]);
  const [worst, best] = wideBounds(tested, others < k ? k - 1 : others);
  return { shifts: { ...shifts, worst, best }, sharpBounds: false };
}

function eachShift(
  exact: Readonly<Record<Denominator, PairedTable>>,
  use: (table: PairedTable) => UsableShift,
): Record<Denominator, UsableShift> {
  return {
    "tested-only": use(exact["tested-only"]),
    "missing-unsuppressed": use(exact["missing-unsuppressed"]),
    worst: use(exact.worst),
    best: use(exact.best),
  };
}

/** The groups of people without two categories that could be told apart by subtracting one table from another. */
function untestedGroups(table: StatusTable): { missing: readonly number[]; all: readonly number[] } {
  const of = (before: TestedStatus, after: TestedStatus) => table[before][after];
  const undetermined: readonly TestedStatus[] = ["suppressed", "unsuppressed", "undetermined", "missing"];
  const anyUndetermined =
    undetermined.reduce((sum, one) => sum + of("undetermined", one) + of(one, "undetermined"), 0) -
    of("undetermined", "undetermined");
  const known = ["suppressed", "unsuppressed"] as const;
  const one = known.flatMap((status) => [of(status, "missing"), of("missing", status)]);
  const vague = known.flatMap((status) => [of(status, "undetermined"), of("undetermined", status)]);
  const neither = of("missing", "missing");
  return {
    missing: [
      of("suppressed", "missing"),
      of("missing", "suppressed"),
      of("unsuppressed", "missing") + of("missing", "unsuppressed") + neither,
      anyUndetermined,
    ],
    all: [
      ...one,
      ...vague,
      neither,
      of("missing", "undetermined") + of("undetermined", "missing") + of("undetermined", "undetermined"),
    ],
  };
}
