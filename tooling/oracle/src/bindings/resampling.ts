import type { Mrg32k3aSeed } from "@alongside/statistics/random/mrg32k3a";
import { type BootstrapSummary, bootstrapSummary } from "@alongside/statistics/resampling/bootstrap";
import type { BootstrapInterval } from "@alongside/statistics/resampling/bootstrap-interval";
import { jackknife } from "@alongside/statistics/resampling/jackknife";
import { joinReplicates, type RowStatistic, resampleRange } from "@alongside/statistics/resampling/resample-range";
import { resamplingPlan } from "@alongside/statistics/resampling/resampling-plan";
import { roundedMean } from "@alongside/statistics/resampling/rounded-mean";
import { DialectError } from "../dialect/failure";
import { list } from "../dialect/make";
import { asNumbers, entryOf } from "../dialect/read";
import { type Bindings, bind, type RList, type RValue } from "../dialect/values";
import { ends } from "./figures";

/** The seed of every reference answer that uses random numbers. */
export const SEED: Mrg32k3aSeed = [12345, 12345, 12345, 12345, 12345, 12345];

export const RESAMPLING: Bindings = {
  /** bs(d, pre, post, B): bootstrap of the mean change and of the change in average standard deviations. */
  bs: bind("d pre post B", (args) => {
    const { pre, post } = completePairs(args.frame("d"), args.text("pre"), args.text("post"));
    const change = post.map((value, row) => value - (pre[row] ?? 0));
    const resamples = args.number("B");
    const meanDifference = (rows: Int32Array) => [roundedMean(change, rows)];
    const standardised = (rows: Int32Array) => [
      roundedMean(change, rows) / Math.sqrt((variance(pre, rows) + variance(post, rows)) / 2),
    ];
    const raw = bootstrapOf(meanDifference, pre.length, resamples);
    const effect = bootstrapOf(standardised, pre.length, resamples);
    return list({
      mean_diff: list({
        estimate: raw.summary.estimate,
        boot_mean: raw.summary.mean,
        boot_se: raw.summary.standardError,
        percentile95: endsOf(raw.summary.percentile),
        basic95: endsOf(raw.summary.basic),
        bca95: bcaOf(raw.summary),
        first5: ends(raw.replicates.slice(0, 5)),
      }),
      d_av_rms: list({
        estimate: effect.summary.estimate,
        boot_mean: effect.summary.mean,
        boot_se: effect.summary.standardError,
        percentile95: endsOf(effect.summary.percentile),
        basic95: endsOf(effect.summary.basic),
        bca95: bcaOf(effect.summary),
        first5: ends(effect.replicates.slice(0, 5)),
      }),
    });
  }),
};

export function endsOf({ interval }: BootstrapInterval): RValue {
  return ends([interval.low, interval.high]);
}

function bcaOf({ accelerated }: BootstrapSummary): RValue {
  if (accelerated.kind === "insufficient-data") return list({ z0: null, acceleration: null });
  const { correction, shares } = accelerated;
  return list({
    z0: correction.bias,
    acceleration: correction.acceleration,
    adjusted_alpha: ends([shares.low, shares.high]),
    ci: endsOf(accelerated),
  });
}

function bootstrapOf(compute: RowStatistic["compute"], rows: number, resamples: number) {
  const statistic = { figures: 1, compute };
  const plan = resamplingPlan({ rows, resamples, seed: SEED });
  const [whole] = compute(Int32Array.from({ length: rows }, (_, row) => row)) ?? [];
  const [replicated] = joinReplicates([resampleRange(plan, 0, resamples, statistic)]);
  if (whole === undefined || replicated === undefined) throw new DialectError("Nothing to resample");
  const summary = bootstrapSummary(whole, replicated, 0.95, jackknife(plan, statistic)?.[0] ?? null);
  if (summary.kind !== "bootstrap") throw new DialectError(`No bootstrap: ${summary.reason}`);
  return { summary, replicates: replicated.values };
}

/** The same double for the same people in another order, as R's sums in extended precision nearly always are. */
function variance(values: readonly number[], rows: Int32Array): number {
  const mean = roundedMean(values, rows);
  const squares = values.map((value) => (value - mean) ** 2);
  return (roundedMean(squares, rows) * rows.length) / (rows.length - 1);
}

function completePairs(frame: RList, preName: string, postName: string) {
  const [before, after] = [preName, postName].map((name) => {
    const found = entryOf(frame, name);
    if (found === undefined) throw new DialectError(`The data have no column ${name}`);
    return asNumbers(found).values;
  });
  const pre: number[] = [];
  const post: number[] = [];
  before?.forEach((first, row) => {
    const second = after?.[row];
    if (first === null || second === null || second === undefined) return;
    pre.push(first);
    post.push(second);
  });
  return { pre, post };
}
