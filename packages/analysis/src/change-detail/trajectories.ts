import type { PersonSeries } from "../rows/person-series";

/** One person's scores, wave by wave; null where there is none. Nobody's code. */
export type Trajectory = readonly (number | null)[];

/** A line per person, or per person of a sample. */
export interface Trajectories {
  readonly lines: readonly Trajectory[];
  /** People with at least two scores, of whom the lines are all or a sample. */
  readonly of: number;
}

/** More lines than this cannot be told apart. */
const MOST_LINES = 80;

/**
 * A line for everybody with two scores or more; where there are too many, of people at even distances through the list,
 * in order of their first score, so that the sample looks like the whole and is the same every time.
 */
export function trajectories(people: readonly PersonSeries[]): Trajectories {
  const lines = people
    .map(({ values }) => values)
    .filter((values) => values.filter((value) => value !== null).length >= 2)
    .toSorted((a, b) => firstScore(a) - firstScore(b));
  if (lines.length <= MOST_LINES) return { lines, of: lines.length };
  const step = (lines.length - 1) / (MOST_LINES - 1);
  const sample = Array.from({ length: MOST_LINES }, (_, at) => lines[Math.round(at * step)] ?? []);
  return { lines: sample, of: lines.length };
}

function firstScore(values: Trajectory): number {
  return values.find((value) => value !== null) ?? 0;
}
