import { type PairedTable, pairedTotal } from "@alongside/statistics/proportions/paired-table";
import { effectiveThreshold } from "../disclosure-control/shown-count";

/** As much of a two-by-two table as figures may be computed from. Whatever is shown follows from it alone. */
export type UsableShift =
  | { readonly kind: "cells"; readonly table: PairedTable }
  /** A cell is a small count: only how many there were before and after, not who they were. */
  | { readonly kind: "margins"; readonly n: number; readonly before: number; readonly after: number }
  | { readonly kind: "nothing" };

/** How much of a two-by-two table may be told: its cells, only its margins, or nothing. */
export type Reach = UsableShift["kind"];

const REACHES = ["nothing", "margins", "cells"] as const satisfies readonly Reach[];

/** Shares are shown of at least so many people where anything is hidden at all, and one that is 0 or 1 of at least so many. */
const [FEWEST, FEWEST_ALIKE] = [10, 20];

/** The lesser of several. */
export function leastReach(...reaches: readonly Reach[]): Reach {
  return REACHES.find((one) => reaches.includes(one)) ?? "cells";
}

/**
 * Decides what may be used of one two-by-two table: its cells, its margins, or nothing, so that no number of people from 1 to
 * k - 1 follows from the figures.
 */
export function usableShift(table: PairedTable, threshold: number): UsableShift {
  return usableAs(tableReach(table, threshold), table);
}

/** The table as far as it may be told. */
export function usableAs(reach: Reach, table: PairedTable): UsableShift {
  if (reach === "nothing") return { kind: "nothing" };
  return reach === "cells" ? { kind: "cells", table } : marginsOf(table);
}

/**
 * How much of one two-by-two table may be told by itself.
 * @param fewest people of whom a share may be shown
 */
export function tableReach(
  table: PairedTable,
  threshold: number,
  { fewest = FEWEST, fewestAlike = FEWEST_ALIKE } = {},
): Reach {
  const k = effectiveThreshold(threshold);
  const n = pairedTotal(table);
  if (k === 1 || n === 0) return "cells";
  if (n < Math.max(k, fewest)) return "nothing";
  const parts = partsOf(table);
  if (!areSafe(parts, k) || areAllAlike(table, fewestAlike)) return "nothing";
  return areSafe(cellsOf(table), k) && !areSomeAlike(table, fewestAlike) ? "cells" : "margins";
}

/**
 * How much may be told of a part of a table that is itself told as far as `whole`, when the rest follows by subtraction.
 */
export function partReach(whole: Reach, part: PairedTable, rest: PairedTable, threshold: number): Reach {
  const k = effectiveThreshold(threshold);
  if (k === 1) return whole;
  const margins = areSafe(partsOf(rest), k) && !areAllAlike(rest, FEWEST_ALIKE);
  const cells = margins && areSafe(cellsOf(rest), k) && !areSomeAlike(rest, FEWEST_ALIKE);
  return leastReach(whole, cells ? "cells" : margins ? "margins" : "nothing", tableReach(part, threshold));
}

/** Bounds with so many people added of whom nothing at all is taken as known: all lost it, and all gained it. */
export function wideBounds(known: UsableShift, unknown: number): readonly [UsableShift, UsableShift] {
  switch (known.kind) {
    case "nothing":
      return [known, known];
    case "margins": {
      const n = known.n + unknown;
      return [
        { ...known, n, before: known.before + unknown },
        { ...known, n, after: known.after + unknown },
      ];
    }
    case "cells": {
      const { table } = known;
      return [
        { kind: "cells", table: { ...table, preOnly: table.preOnly + unknown } },
        { kind: "cells", table: { ...table, postOnly: table.postOnly + unknown } },
      ];
    }
  }
}

/** Whether every count is none at all or too many to point at somebody. */
export function areSafe(counts: readonly number[], k: number): boolean {
  return counts.every((count) => count === 0 || count >= k);
}

/** Whether the table is of fewer people than that and says of all of them what they were before, or after. */
function areAllAlike(table: PairedTable, fewest: number): boolean {
  const n = pairedTotal(table);
  return n > 0 && n < fewest && partsOf(table).includes(0);
}

/**
 * Whether all of fewer people than that, who were alike one time, are alike the other time as well. Where everybody is alike
 * at one time, that says nothing more.
 */
function areSomeAlike(table: PairedTable, fewest: number): boolean {
  if (partsOf(table).includes(0)) return false;
  const { both, preOnly, postOnly, neither } = table;
  const lines = [
    [both, preOnly],
    [postOnly, neither],
    [both, postOnly],
    [preOnly, neither],
  ];
  return lines.some(([a = 0, b = 0]) => (a === 0) !== (b === 0) && a + b < fewest);
}

function marginsOf(table: PairedTable): Extract<UsableShift, { kind: "margins" }> {
  const { both, preOnly, postOnly } = table;
  return { kind: "margins", n: pairedTotal(table), before: both + preOnly, after: both + postOnly };
}

function partsOf(table: PairedTable): readonly number[] {
  const { n, before, after } = marginsOf(table);
  return [before, n - before, after, n - after];
}

function cellsOf({ both, preOnly, postOnly, neither }: PairedTable): readonly number[] {
  return [both, preOnly, postOnly, neither];
}
