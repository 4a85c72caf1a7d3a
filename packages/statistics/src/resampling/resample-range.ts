import { entry } from "../linear-algebra/vector";
import { advance, createMrg32k3a } from "../random/mrg32k3a";
import { type ResamplingPlan, unitsOfPlan } from "./resampling-plan";

/** Any figures of a set of rows. */
export interface RowStatistic {
  /** How many figures `compute` gives. */
  readonly figures: number;
  /** The figures of these rows, of which some may come more than once; null where they cannot be computed. */
  compute(rows: Int32Array): readonly number[] | null;
}

/** The figures of some of the resamples of a plan. */
export interface Replicates {
  readonly from: number;
  readonly to: number;
  readonly figures: number;
  /** Resample after resample; NaN marks figures that could not be computed, and never leaves this folder. */
  readonly values: Float64Array;
}

/**
 * The statistic on resamples `from` to below `to` of a plan. Pure: the same whoever computes which part, so that parts
 * can be given to workers, and the caller decides about progress and stopping.
 * @throws RangeError when the range lies outside the plan, or the statistic gives another number of figures
 */
export function resampleRange(plan: ResamplingPlan, from: number, to: number, statistic: RowStatistic): Replicates {
  if (!(from >= 0 && from <= to && to <= plan.resamples)) throw new RangeError(`No resamples ${from} to ${to}`);
  const { figures } = statistic;
  const values = new Float64Array((to - from) * figures).fill(Number.NaN);
  const draw = rowDrawer(plan, from);
  for (let index = 0; index < to - from; index += 1) {
    const found = statistic.compute(draw());
    if (found === null || !found.every(Number.isFinite)) continue;
    if (found.length !== figures) throw new RangeError(`${found.length} figures instead of ${figures}`);
    values.set(found, index * figures);
  }
  return { from, to, figures, values };
}

/** Gives the rows of one resample after the other; the array is used again by the next call. */
function rowDrawer(plan: ResamplingPlan, from: number): () => Int32Array {
  const stream = createMrg32k3a(advance(plan.seed, BigInt(from) * BigInt(unitsOfPlan(plan))));
  const longest = plan.strata.reduce(
    (sum, units) => sum + units.length * units.reduce((most, rows) => Math.max(most, rows.length), 0),
    0,
  );
  const drawn = new Int32Array(longest);
  return () => {
    let count = 0;
    for (const units of plan.strata) {
      for (let index = 0; index < units.length; index += 1) {
        const rows = units[stream.below(units.length)] ?? [];
        for (const row of rows) {
          drawn[count] = row;
          count += 1;
        }
      }
    }
    return drawn.subarray(0, count);
  };
}

/** One figure over all resamples. */
export interface ReplicatedFigure {
  /** Those that could be computed, in the order of the resamples. */
  readonly values: readonly number[];
  readonly failed: number;
}

/**
 * Puts the parts of a plan together again, one list per figure.
 * @throws RangeError when the parts leave a gap, overlap, or differ in their figures
 */
export function joinReplicates(parts: readonly Replicates[]): readonly ReplicatedFigure[] {
  const ordered = [...parts].sort((a, b) => a.from - b.from);
  ordered.forEach((part, index) => {
    const before = ordered[index - 1];
    if (before !== undefined && (before.to !== part.from || before.figures !== part.figures)) {
      throw new RangeError(`Resamples to ${before.to} are followed by those from ${part.from}`);
    }
  });
  return Array.from({ length: ordered[0]?.figures ?? 0 }, (_, figure) => {
    const values: number[] = [];
    let failed = 0;
    for (const part of ordered) {
      for (let index = figure; index < part.values.length; index += part.figures) {
        const value = entry(part.values, index);
        if (Number.isNaN(value)) failed += 1;
        else values.push(value);
      }
    }
    return { values, failed };
  });
}
