import type { Improvement } from "@alongside/domain/instruments/scale";
import { pairedTotal } from "@alongside/statistics/proportions/paired-table";
import { effectiveThreshold } from "../disclosure-control/shown-count";
import { areSafe, type UsableShift, usableAs, usableShift, wideBounds } from "../share-change/usable-shift";
import { ANSWER_STATES, type AnswerTable, type Denominator, shiftOf } from "./answer-table";

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
  if (areSafe(others(table), k)) {
    const use = (denominator: Denominator): UsableShift => usableAs(known.kind, exact(denominator));
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
