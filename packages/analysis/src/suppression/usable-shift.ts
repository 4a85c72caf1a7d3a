import { type PairedTable, pairedTotal } from "@alongside/statistics/proportions/paired-table";
import { effectiveThreshold } from "../disclosure-control/shown-count";
import { DENOMINATORS, type Denominator, type StatusTable, shiftOf, type TestedStatus } from "./status-table";

/** How much of a two-by-two table may be told: its cells, only its margins, or nothing. */
export type Reach = UsableShift["kind"];

const REACHES = ["nothing", "margins", "cells"] as const satisfies readonly Reach[];

/** The lesser of several. */
export function leastReach(...reaches: readonly Reach[]): Reach {
  return REACHES.find((one) => reaches.includes(one)) ?? "cells";
}

/** As much of a two-by-two table as figures may be computed from. Whatever is shown follows from it alone. */
export type UsableShift =
  | { readonly kind: "cells"; readonly table: PairedTable }
  /** A cell is a small count: only how many there were before and after, not who they were. */
  | { readonly kind: "margins"; readonly n: number; readonly before: number; readonly after: number }
  | { readonly kind: "nothing" };

/** What may be used of a cohort's whole table. */
export interface UsableTable {
  readonly shifts: Readonly<Record<Denominator, UsableShift>>;
  /**
   * Whether the bounds use what is known of people with one result. Otherwise the groups would be too small to show, and
   * everybody without two categories counts as wholly unknown, which makes the bounds wider, never narrower.
   */
  readonly sharpBounds: boolean;
}

/** Shares are shown of at least so many people where anything is hidden at all, and one that is 0 or 1 of at least so many. */
const [FEWEST, FEWEST_ALIKE] = [10, 20];

/**
 * Decides what may be used, so that no number of people from 1 to k - 1 can be worked out from all four tables together. The
 * people with two categories come first; the others may only be added where each group they fall into is empty or large.
 * @param fewest people of whom a share may be shown
 */
export function usableTable(
  table: StatusTable,
  threshold: number,
  { fewest = FEWEST, fewestAlike = FEWEST_ALIKE } = {},
): UsableTable {
  const k = effectiveThreshold(threshold);
  const exact = Object.fromEntries(DENOMINATORS.map((one) => [one, shiftOf(table, one)])) as Record<
    Denominator,
    PairedTable
  >;
  if (k === 1) return { shifts: eachShift(exact, (one) => ({ kind: "cells", table: one })), sharpBounds: true };
  const nothing: UsableShift = { kind: "nothing" };
  const reach = tableReach(exact["tested-only"], threshold, { fewest, fewestAlike });
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
  const safe = (counts: readonly number[]) => counts.every((count) => isSafe(count, k));
  if (safe(groups.missing)) shifts["missing-unsuppressed"] = use(exact["missing-unsuppressed"]);
  if (safe([...groups.missing, ...groups.all])) {
    return { shifts: { ...shifts, worst: use(exact.worst), best: use(exact.best) }, sharpBounds: true };
  }
  const others = pairedTotal(exact.best) - pairedTotal(exact["tested-only"]);
  const [worst, best] = wideBounds(tested, others < k ? k - 1 : others);
  return { shifts: { ...shifts, worst, best }, sharpBounds: false };
}

/** The table as far as it may be told. */
export function usableAs(reach: Reach, table: PairedTable): UsableShift {
  if (reach === "nothing") return { kind: "nothing" };
  return reach === "cells" ? { kind: "cells", table } : marginsOf(table);
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

/** How much of the table of the people with two categories may be told by itself. */
export function tableReach(
  table: PairedTable,
  threshold: number,
  { fewest = FEWEST, fewestAlike = FEWEST_ALIKE } = {},
): Reach {
  const k = effectiveThreshold(threshold);
  const n = pairedTotal(table);
  if (k === 1 || n === 0) return "cells";
  if (n < Math.max(k, fewest)) return "nothing";
  const { before, after } = marginsOf(table);
  const parts = [before, n - before, after, n - after];
  if (!parts.every((count) => isSafe(count, k)) || (n < fewestAlike && parts.includes(0))) return "nothing";
  return cellsOf(table).every((count) => isSafe(count, k)) ? "cells" : "margins";
}

/**
 * How much may be told of a part of a table that is itself told as far as `whole`, when the rest follows by subtraction.
 */
export function partReach(whole: Reach, part: PairedTable, rest: PairedTable, threshold: number): Reach {
  const k = effectiveThreshold(threshold);
  if (k === 1) return whole;
  const { n, before, after } = marginsOf(rest);
  const margins = [before, n - before, after, n - after].every((count) => isSafe(count, k));
  const cells = margins && cellsOf(rest).every((count) => isSafe(count, k));
  return leastReach(whole, cells ? "cells" : margins ? "margins" : "nothing", tableReach(part, threshold));
}

function isSafe(count: number, k: number): boolean {
  return count === 0 || count >= k;
}

function cellsOf({ both, preOnly, postOnly, neither }: PairedTable): readonly number[] {
  return [both, preOnly, postOnly, neither];
}

function marginsOf(table: PairedTable) {
  const { both, preOnly, postOnly } = table;
  return { kind: "margins", n: pairedTotal(table), before: both + preOnly, after: both + postOnly } as const;
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

/** Bounds with so many people added of whom nothing at all is taken as known. */
function wideBounds(tested: UsableShift, others: number): readonly [UsableShift, UsableShift] {
  switch (tested.kind) {
    case "nothing":
      return [tested, tested];
    case "margins": {
      const n = tested.n + others;
      return [
        { ...tested, n, before: tested.before + others },
        { ...tested, n, after: tested.after + others },
      ];
    }
    case "cells": {
      const { table } = tested;
      return [
        { kind: "cells", table: { ...table, preOnly: table.preOnly + others } },
        { kind: "cells", table: { ...table, postOnly: table.postOnly + others } },
      ];
    }
  }
}
