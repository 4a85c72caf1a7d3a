import type { Improvement } from "@alongside/domain/instruments/scale";
import { type PairedTable, pairedTotal } from "@alongside/statistics/proportions/paired-table";
import { effectiveThreshold } from "../disclosure-control/shown-count";
import { ANSWER_STATES, type AnswerTable, type Denominator, shiftOf } from "./answer-table";

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
   * Whether the bounds use what is known of people with one answer. Otherwise the groups would be too small to show, and
   * everybody without two answers counts as wholly unknown, which makes the bounds wider, never narrower.
   */
  readonly sharpBounds: boolean;
  /** Numbers of people by their answers, from which the tables follow; none where cells are hidden. */
  readonly answers: readonly AnswerCount[];
}

/** So many people answered this before and after; "missing" was due and is not there. */
export interface AnswerCount {
  readonly before: Answer;
  readonly after: Answer;
  readonly people: number;
}

const ANSWERS = ["yes", "no", "missing"] as const;
type Answer = (typeof ANSWERS)[number];

/** Shares are shown of at least so many people where anything is hidden at all, and one that is 0 or 1 of at least so many. */
const [FEWEST, FEWEST_ALIKE] = [10, 20];

/**
 * Decides what may be used of one two-by-two table: its cells, its margins, or nothing, so that no number of people from 1 to
 * k - 1 follows from the figures.
 */
export function usableShift(table: PairedTable, threshold: number): UsableShift {
  const k = effectiveThreshold(threshold);
  const n = pairedTotal(table);
  if (k === 1 || n === 0) return { kind: "cells", table };
  if (n < Math.max(k, FEWEST)) return { kind: "nothing" };
  const margins = marginsOf(table);
  const parts = [margins.before, n - margins.before, margins.after, n - margins.after];
  const safe = (count: number) => count === 0 || count >= k;
  if (!parts.every(safe) || (n < FEWEST_ALIKE && parts.includes(0))) return { kind: "nothing" };
  const { both, preOnly, postOnly, neither } = table;
  return [both, preOnly, postOnly, neither].every(safe) ? { kind: "cells", table } : margins;
}

function marginsOf(table: PairedTable) {
  const { both, preOnly, postOnly } = table;
  return { kind: "margins", n: pairedTotal(table), before: both + preOnly, after: both + postOnly } as const;
}

/**
 * Decides what may be used of all four denominators together. People with two answers come first. The others are added as they
 * are only where each group they fall into is empty or large, those of whom nothing was due among them; else the bounds are of
 * the most people there can be, by a number that is shown anyway.
 * @param most the largest number of people in the cohort that fits what is shown of it
 */
export function usableTable(
  table: AnswerTable,
  improvement: Improvement,
  { threshold, most }: { readonly threshold: number; readonly most: number },
): UsableTable {
  const k = effectiveThreshold(threshold);
  const exact = (denominator: Denominator) => shiftOf(table, denominator, improvement);
  const known = usableShift(exact("both-known"), threshold);
  const nothing: UsableShift = { kind: "nothing" };
  if (k > 1 && known.kind === "nothing") {
    return {
      shifts: { "both-known": nothing, "missing-as-bad": nothing, worst: nothing, best: nothing },
      sharpBounds: false,
      answers: [],
    };
  }
  if (others(table).every((count) => k === 1 || count === 0 || count >= k)) {
    const use = (denominator: Denominator): UsableShift =>
      known.kind === "cells" ? { kind: "cells", table: exact(denominator) } : marginsOf(exact(denominator));
    const [missingAsBad, worst, best] = [use("missing-as-bad"), use("worst"), use("best")];
    return {
      shifts: { "both-known": known, "missing-as-bad": missingAsBad, worst, best },
      sharpBounds: true,
      answers: answersOf(known, table),
    };
  }
  const unknown = Math.max(0, most - pairedTotal(exact("both-known")));
  const [falling, rising] = wideBounds(known, unknown);
  const [worst, best] = improvement === "decrease" ? [rising, falling] : [falling, rising];
  // Of them nothing is taken as known, neither before nor after.
  const wholly = { yes: 0, no: 0, missing: 0, "not-expected": 0 };
  const coarse = {
    ...table,
    yes: { ...table.yes, missing: 0 },
    no: { ...table.no, missing: 0 },
    missing: { ...wholly, missing: unknown },
  };
  return {
    shifts: { "both-known": known, "missing-as-bad": nothing, worst, best },
    sharpBounds: false,
    answers: answersOf(known, coarse),
  };
}

function answersOf(known: UsableShift, table: AnswerTable): readonly AnswerCount[] {
  if (known.kind !== "cells") return [];
  return ANSWERS.flatMap((before) => ANSWERS.map((after) => ({ before, after, people: table[before][after] })));
}

/** Every group of people without two answers. */
function others(table: AnswerTable): readonly number[] {
  const isKnown = (state: string) => state === "yes" || state === "no";
  return ANSWER_STATES.flatMap((before) =>
    ANSWER_STATES.flatMap((after) => (isKnown(before) && isKnown(after) ? [] : [table[before][after]])),
  );
}

/** Bounds with so many people added of whom nothing at all is taken as known: all lost it, and all gained it. */
function wideBounds(known: UsableShift, unknown: number): readonly [UsableShift, UsableShift] {
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
