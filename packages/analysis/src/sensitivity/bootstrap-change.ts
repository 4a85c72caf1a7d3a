import type { InsufficientData } from "@alongside/statistics/estimate";
import { hedgesCorrection } from "@alongside/statistics/paired/hedges-correction";
import { type BootstrapSummary, bootstrapSummary } from "@alongside/statistics/resampling/bootstrap";
import { jackknife } from "@alongside/statistics/resampling/jackknife";
import {
  joinReplicates,
  type Replicates,
  type RowStatistic,
  resampleRange,
} from "@alongside/statistics/resampling/resample-range";
import { type ResamplingPlan, resamplingPlan } from "@alongside/statistics/resampling/resampling-plan";

/** With so many people the intervals are stable to about one unit in the second digit. */
export const RESAMPLES = 5000;
/** The seed of every bootstrap, so that anybody gets the same intervals: six times 12345, the generator's customary one. */
export const BOOTSTRAP_SEED = [12345, 12345, 12345, 12345, 12345, 12345] as const;

/** Scores of people who have both. */
export interface ChangePairs {
  readonly pre: readonly number[];
  readonly post: readonly number[];
}

/** Mean change and g_pre with bootstrap intervals, which take no shape of the changes for granted. */
export interface BootstrapChange {
  readonly n: number;
  readonly resamples: number;
  readonly seed: readonly number[];
  readonly change: BootstrapSummary | InsufficientData;
  readonly standardised: BootstrapSummary | InsufficientData;
}

/** Resamples `from` to below `to`: one part of the work, the same whoever does it. */
export function resampleChange(pairs: ChangePairs, from: number, to: number): Replicates {
  return resampleRange(planOf(pairs), from, to, changeFigures(pairs));
}

/** The intervals from all parts. Too few pairs, or no spread, is said for each figure. */
export function bootstrapChange(pairs: ChangePairs, parts: readonly Replicates[]): BootstrapChange {
  const statistic = changeFigures(pairs);
  const everybody = Int32Array.from(pairs.pre, (_, row) => row);
  const estimates = statistic.compute(everybody);
  const figures = joinReplicates(parts);
  const without = jackknife(planOf(pairs), statistic);
  const summary = (at: number): BootstrapSummary | InsufficientData => {
    const [estimate, replicates] = [estimates?.[at], figures[at]];
    return estimate === undefined || replicates === undefined
      ? { kind: "insufficient-data", reason: "too-few", needed: 3, had: pairs.pre.length }
      : bootstrapSummary(estimate, replicates, 0.95, without?.[at] ?? null);
  };
  return {
    n: pairs.pre.length,
    resamples: RESAMPLES,
    seed: BOOTSTRAP_SEED,
    change: summary(0),
    standardised: summary(1),
  };
}

function planOf({ pre }: ChangePairs): ResamplingPlan {
  return resamplingPlan({ rows: pre.length, resamples: RESAMPLES, seed: BOOTSTRAP_SEED });
}

/** Mean change, then the change in Hedges-corrected standard deviations at baseline. */
function changeFigures({ pre, post }: ChangePairs): RowStatistic {
  return {
    figures: 2,
    compute: (rows) => {
      const n = rows.length;
      if (n < 3) return null;
      let [before, change] = [0, 0];
      for (const row of rows) {
        before += pre[row] ?? 0;
        change += (post[row] ?? 0) - (pre[row] ?? 0);
      }
      const mean = before / n;
      let squares = 0;
      for (const row of rows) squares += ((pre[row] ?? 0) - mean) ** 2;
      const spread = Math.sqrt(squares / (n - 1));
      return [change / n, spread === 0 ? Number.NaN : (hedgesCorrection(n - 1) * change) / n / spread];
    },
  };
}
