import { tCritical } from "@alongside/statistics/distribution/student-t";
import { type EstimateValue, finiteEstimate, type Suppressed } from "@alongside/statistics/estimate";
import { sampleMoments } from "@alongside/statistics/groups/sample-moments";
import { SUPPRESSED, suppressCount } from "../disclosure-control/shown-count";
import type { PersonSeries } from "../rows/person-series";

/** One person's scores, wave by wave; null where there is none. Nobody's code. */
export type Trajectory = readonly (number | null)[];

/** A line per person, or per person of a sample. */
export interface Trajectories {
  readonly lines: readonly Trajectory[];
  /** People with at least two scores, of whom the lines are all or a sample. */
  readonly of: number;
  /**
   * By wave, the mean of all of them who were scored there; suppressed for few people, null for nobody, for one where nothing
   * is hidden, and without spread.
   */
  readonly means: readonly (EstimateValue | Suppressed | null)[];
}

/** More lines than this cannot be told apart. */
const MOST_LINES = 80;

/**
 * A line for everybody with two scores or more; where there are too many, of people at even distances through the list,
 * in order of their first score, so that the sample looks like the whole and is the same every time.
 * @param threshold fewest people whose mean may be shown
 */
export function trajectories(people: readonly PersonSeries[], threshold: number): Trajectories {
  const lines = people
    .flatMap(({ values }) => {
      const scored = values.filter((value) => value !== null);
      return scored.length >= 2 ? [{ values, first: scored[0] ?? 0 }] : [];
    })
    .toSorted((a, b) => a.first - b.first)
    .map(({ values }) => values);
  const waves = Math.max(0, ...lines.map((values) => values.length));
  const means = Array.from({ length: waves }, (_, wave) =>
    meanOf(
      lines.flatMap((values) => values[wave] ?? []),
      threshold,
    ),
  );
  if (lines.length <= MOST_LINES) return { lines, of: lines.length, means };
  const step = (lines.length - 1) / (MOST_LINES - 1);
  const sample = Array.from({ length: MOST_LINES }, (_, at) => lines[Math.round(at * step)] ?? []);
  return { lines: sample, of: lines.length, means };
}

/** Mean with its t interval. R: t.test(x). */
function meanOf(values: readonly number[], threshold: number): EstimateValue | Suppressed | null {
  const n = values.length;
  if (suppressCount(n, threshold).kind === "hidden") return SUPPRESSED;
  if (n < 2) return null;
  const { mean, sd } = sampleMoments(values);
  if (sd === 0) return null;
  const standardError = sd / Math.sqrt(n);
  const half = tCritical(0.95, n - 1) * standardError;
  const found = finiteEstimate({
    value: mean,
    interval: { low: mean - half, high: mean + half, level: 0.95 },
    n,
    method: "mean-t",
    standardError,
    degreesOfFreedom: n - 1,
    provenance: { statistic: "groups/sample-moments", version: 1 },
  });
  return found.kind === "estimate" ? found : null;
}
