import type { Estimate } from "@alongside/statistics/estimate";
import { pairedChange } from "@alongside/statistics/paired/paired-change";
import { pseudoMedian } from "@alongside/statistics/paired/pseudo-median";
import { signedRankTest } from "@alongside/statistics/paired/signed-rank-test";
import { mcnemarTests } from "@alongside/statistics/proportions/mcnemar";
import { newcombePairedInterval } from "@alongside/statistics/proportions/paired-difference-intervals";
import { pairedTable } from "@alongside/statistics/proportions/paired-table";
import { wilsonInterval } from "@alongside/statistics/proportions/wilson-interval";
import { bootstrapSummary } from "@alongside/statistics/resampling/bootstrap";
import { meanLikeResamples, resampleMeans } from "@alongside/statistics/resampling/resample-means";
import { type Draws, type Simulation, times, type Verdict } from "./study";

const RESAMPLES = 1000;
const SEED = [12345, 12345, 12345, 12345, 12345, 12345] as const;

/** Whether an interval holds the truth; null without one. */
export function holds(estimate: Estimate, truth: number): Verdict {
  return estimate.kind === "estimate" ? estimate.interval.low <= truth && truth <= estimate.interval.high : null;
}

/** Scores before and after with a correlation of 0.6: mean 12 and 10, standard deviation 5. */
function scores(draws: Draws, n: number): { pre: number[]; post: number[] } {
  const pre = times(n, () => 12 + 5 * draws.normal());
  return { pre, post: pre.map((before) => 10 + 0.6 * (before - 12) + 4 * draws.normal()) };
}

/** Changes with a long tail: mean -2, many small ones and some large. */
const skewed = (draws: Draws) => -2 + 3 * (Math.exp(draws.normal() / 2) - Math.exp(1 / 8));

/** Estimators within one group of people. */
export const ONE_GROUP: readonly Simulation[] = [
  ...[20, 100].map(
    (n): Simulation => ({
      name: `mean change, t interval, normal, n = ${n}`,
      kind: "coverage",
      studies: 10_000,
      study: (draws) => {
        const { pre, post } = scores(draws, n);
        return holds(pairedChange(pre, post).change, -2);
      },
    }),
  ),
  {
    name: "mean change, t interval, skewed changes, n = 60",
    kind: "coverage",
    studies: 10_000,
    study: (draws) => {
      const pre = times(60, () => 12 + 5 * draws.normal());
      return holds(
        pairedChange(
          pre,
          pre.map((before) => before + skewed(draws)),
        ).change,
        -2,
      );
    },
  },
  ...[40, 100].map(
    (n): Simulation => ({
      name: `g_pre, normal, n = ${n}`,
      kind: "coverage",
      studies: 10_000,
      study: (draws) => {
        const { pre, post } = scores(draws, n);
        return holds(pairedChange(pre, post).standardised, -2 / 5);
      },
    }),
  ),
  {
    name: "Hodges-Lehmann centre, normal changes, n = 40",
    kind: "coverage",
    studies: 10_000,
    study: (draws) => holds(pseudoMedian(times(40, () => -2 + 4 * draws.normal())), -2),
  },
  {
    name: "mean change, bootstrap percentile, normal, n = 100",
    kind: "coverage",
    studies: 10_000,
    study: (draws) => {
      const changes = times(100, () => Math.round(100 * (-2 + 4 * draws.normal())) / 100);
      const values = Array.from(resampleMeans(changes, SEED, 0, RESAMPLES));
      const summary = bootstrapSummary(meanLikeResamples(changes), { values, failed: 0 });
      if (summary.kind !== "bootstrap") return null;
      const { low, high } = summary.percentile.interval;
      return low <= -2 && -2 <= high;
    },
  },
  {
    name: "share, Wilson interval, 0.8 of 60",
    kind: "coverage",
    studies: 10_000,
    study: (draws) => {
      const { low, high } = wilsonInterval(times(60, () => draws.chance(0.8)).filter(Boolean).length, 60);
      return low <= 0.8 && 0.8 <= high;
    },
  },
  {
    name: "paired difference of shares, Newcombe 10, n = 80",
    kind: "coverage",
    studies: 10_000,
    study: (draws) => {
      // Before 0.55; of those who were, 0.85 stay; of those who were not, 0.5 change: after 0.6925.
      const pre = times(80, () => draws.chance(0.55));
      const post = pre.map((before) => draws.chance(before ? 0.85 : 0.5));
      const { low, high } = newcombePairedInterval(pairedTable(pre, post));
      return low <= 0.1425 && 0.1425 <= high;
    },
  },
  {
    name: "signed ranks, zeros by Pratt, no change, n = 50",
    kind: "error",
    studies: 10_000,
    study: (draws) => {
      const test = signedRankTest(times(50, () => Math.round(2 * draws.normal())));
      return test.kind === "test" ? test.pValue < 0.05 : null;
    },
  },
  {
    name: "McNemar mid-p, no change, n = 80",
    kind: "error",
    studies: 10_000,
    study: (draws) => {
      const tests = mcnemarTests(
        pairedTable(
          times(80, () => draws.chance(0.5)),
          times(80, () => draws.chance(0.5)),
        ),
      );
      return tests.kind === "mcnemar-tests" ? tests.midPValue < 0.05 : null;
    },
  },
];
