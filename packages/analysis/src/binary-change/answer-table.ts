import type { Improvement } from "@alongside/domain/instruments/scale";
import type { PairedTable } from "@alongside/statistics/proportions/paired-table";
import type { PersonSeries } from "../rows/person-series";

/** What is known of somebody at a wave: yes, no, nothing although it was due, or nothing because it was not. */
export const ANSWER_STATES = ["yes", "no", "missing", "not-expected"] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** People by state before and after: `table[before][after]`. */
export type AnswerTable = Readonly<Record<AnswerState, Readonly<Record<AnswerState, number>>>>;

/** The state of one person at a wave. */
export function answerState({ values, states }: PersonSeries, wave: number): AnswerState {
  const value = values[wave] ?? null;
  if (value === null) return (states[wave] ?? "not-expected") === "not-expected" ? "not-expected" : "missing";
  return value === 1 ? "yes" : "no";
}

/** Counts the people by their states at the baseline and at a later wave. */
export function answerTable(people: readonly PersonSeries[], wave: number): AnswerTable {
  const empty = () => ({ yes: 0, no: 0, missing: 0, "not-expected": 0 });
  const table = { yes: empty(), no: empty(), missing: empty(), "not-expected": empty() };
  for (const person of people) table[answerState(person, 0)][answerState(person, wave)] += 1;
  return table;
}

/** Whose answers count, and what stands in for those that are not there. */
export const DENOMINATORS = [
  /** People with an answer before and after. */
  "both-known",
  /** No answer counts as the worse one, before and after; where neither is better, as no. */
  "missing-as-bad",
  /** What is not known lies as badly for the change as it can: the better answer before, the worse one after. */
  "worst",
  /** The worse answer before, the better one after. */
  "best",
] as const;
export type Denominator = (typeof DENOMINATORS)[number];

/** What a missing answer counts as, before and after, where yes is the better one; null leaves the person out. */
const STANDS_FOR = {
  "both-known": [null, null],
  "missing-as-bad": [false, false],
  worst: [true, false],
  best: [false, true],
} as const satisfies Record<Denominator, readonly [boolean | null, boolean | null]>;

/** The two-by-two table of a denominator. People of whom nothing was due at one of the waves are in none. */
export function shiftOf(table: AnswerTable, denominator: Denominator, improvement: Improvement): PairedTable {
  const turned = improvement === "decrease";
  const [before, after] = STANDS_FOR[denominator].map((answer) => (answer === null ? null : answer !== turned));
  const countsAs = (answer: boolean, missing: boolean | null | undefined): readonly AnswerState[] => [
    answer ? "yes" : "no",
    ...(missing === answer ? (["missing"] as const) : []),
  ];
  const count = (first: boolean, last: boolean) =>
    countsAs(first, before).reduce(
      (sum, one) => sum + countsAs(last, after).reduce((part, other) => part + table[one][other], 0),
      0,
    );
  return {
    both: count(true, true),
    preOnly: count(true, false),
    postOnly: count(false, true),
    neither: count(false, false),
  };
}
