import { crossedReducer } from "./crossed-reduction";
import type { GroupingLevel } from "./grouping-level";
import type { RandomTerm } from "./mixed-design";
import { nestedReducer } from "./nested-reduction";
import { nestLevels } from "./nesting";
import type { Reducer } from "./reduction";
import { relativeFactor } from "./relative-factor";
import { singleFactorReducer } from "./single-factor-reduction";

/** Where a term's effects and thetas stand in what the reducer works with. */
export interface TermPlace {
  readonly term: RandomTerm;
  /** Index of the term's grouping level. */
  readonly level: number;
  /** First of its effects within a group, and effects per group of that level. */
  readonly effect: number;
  readonly levelSize: number;
  /** First of its thetas. */
  readonly theta: number;
  /** What each of its columns was divided by. */
  readonly scales: readonly number[];
}

export interface RandomStructure {
  readonly reducer: Reducer;
  readonly places: readonly TermPlace[];
  /** Variances of one and no covariance: where the search starts. */
  readonly start: Float64Array;
}

/** More numbers than this for the sums over groups of one design, and the groups are reduced one by one instead. */
const LARGEST_TABLE = 4e6;

/** Sorts the random terms by grouping factor, scales their columns to one another and chooses how to reduce them. */
export function randomStructure(terms: readonly RandomTerm[], w: readonly Float64Array[]): RandomStructure {
  const byGroup = new Map<string, RandomTerm[]>();
  for (const term of terms) byGroup.set(term.group, [...(byGroup.get(term.group) ?? []), term]);
  const grouped = [...byGroup.values()].sort((a, b) => (b[0]?.levels ?? 0) - (a[0]?.levels ?? 0));

  const places: TermPlace[] = [];
  const levels: GroupingLevel[] = [];
  const start: number[] = [];
  grouped.forEach((members, level) => {
    const columns: Float64Array[] = [];
    const factor = relativeFactor(members.map((term) => term.columns.length));
    for (const term of members) {
      const scales = term.columns.map(({ values }) => rootMeanSquare(values));
      places.push({ term, level, effect: columns.length, levelSize: factor.size, theta: start.length, scales });
      term.columns.forEach(({ values }, i) => {
        const scale = scales[i] ?? 1;
        columns.push(values.map((value) => value / scale));
        for (let row = i; row < term.columns.length; row += 1) start.push(row === i ? 1 : 0);
      });
    }
    const first = members[0];
    if (first) levels.push({ codes: first.codes, levels: first.levels, columns, factor });
  });
  return { reducer: chooseReducer(levels, w), places, start: Float64Array.from(start) };
}

function chooseReducer(levels: readonly GroupingLevel[], w: readonly Float64Array[]): Reducer {
  const nesting = nestLevels(levels);
  const single = levels.length === 1 ? levels[0] : undefined;
  if (single) {
    const q = single.factor.size;
    const numbers = single.levels * ((q * (q + 1)) / 2) * ((w.length * (w.length + 1)) / 2);
    if (q === 1 || numbers <= LARGEST_TABLE) return singleFactorReducer(single, w);
  }
  return nesting === null ? crossedReducer(levels, w) : nestedReducer(nesting, w);
}

function rootMeanSquare(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += (values[i] ?? 0) ** 2;
  return total > 0 ? Math.sqrt(total / values.length) : 1;
}
