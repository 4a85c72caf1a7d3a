import type { Mrg32k3aSeed } from "../random/mrg32k3a";

/**
 * What is drawn again, how often and from which stream. Resample b of every plan uses the numbers of the stream from
 * b * units to (b + 1) * units, so that any part of the resamples can be computed anywhere with the same result.
 */
export interface ResamplingPlan {
  readonly seed: Mrg32k3aSeed;
  readonly resamples: number;
  /** Strata, in each of them the units drawn with replacement, in each unit its rows, counted from 0. */
  readonly strata: readonly (readonly (readonly number[])[])[];
}

export interface PlanOptions {
  readonly rows: number;
  readonly resamples: number;
  readonly seed: Mrg32k3aSeed;
  /** One label per row: rows with the same label are drawn together. Without it every row is a unit. */
  readonly clusters?: readonly (string | number)[];
  /** One label per row: each stratum is drawn from itself and keeps its number of units. */
  readonly strata?: readonly (string | number)[];
}

/**
 * A plan that draws rows, or clusters of rows, with replacement, within strata if there are any. Units and strata stand
 * in the order in which they first appear.
 * @throws RangeError when a list has not one label per row, a cluster lies in two strata, or a number is not whole
 */
export function resamplingPlan({ rows, resamples, seed, clusters, strata }: PlanOptions): ResamplingPlan {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError(`Not a number of rows: ${rows}`);
  if (!Number.isSafeInteger(resamples) || resamples < 0) throw new RangeError(`Not a number: ${resamples}`);
  for (const labels of [clusters, strata]) {
    if (labels !== undefined && labels.length !== rows) throw new RangeError(`${labels.length} labels, ${rows} rows`);
  }
  const unitsOf = new Map<string | number, Map<string | number, number[]>>();
  const stratumOf = new Map<string | number, string | number>();
  for (let row = 0; row < rows; row += 1) {
    const stratum = strata?.[row] ?? 0;
    const cluster = clusters?.[row] ?? row;
    if ((stratumOf.get(cluster) ?? stratum) !== stratum) throw new RangeError(`Cluster ${cluster} lies in two strata`);
    stratumOf.set(cluster, stratum);
    const units = unitsOf.get(stratum) ?? new Map<string | number, number[]>();
    unitsOf.set(stratum, units);
    const unit = units.get(cluster);
    if (unit === undefined) units.set(cluster, [row]);
    else unit.push(row);
  }
  return { seed, resamples, strata: [...unitsOf.values()].map((units) => [...units.values()]) };
}

/** Number of units drawn for each resample, which is also how many random numbers it uses. */
export function unitsOfPlan(plan: ResamplingPlan): number {
  return plan.strata.reduce((sum, units) => sum + units.length, 0);
}
