import { pseudoMedian } from "@alongside/statistics/paired/pseudo-median";
import { normalSignedRankTest } from "@alongside/statistics/paired/signed-rank-test";
import { signedRanks } from "@alongside/statistics/paired/signed-ranks";
import { type Job, job, normalNumbers } from "./job";

/** Signed ranks and the Hodges-Lehmann centre with its interval. */
export function rankJob(pairs: number): Job {
  const normal = normalNumbers(pairs);
  const change = Float64Array.from({ length: pairs }, () => 0.1 + normal());
  const list = Array.from(change);
  return job({
    name: `signed ranks and Hodges-Lehmann, n = ${pairs.toLocaleString("en")}`,
    aim: 8,
    columns: { change },
    r: `run <- function() wilcox.test(change, exact = FALSE, conf.int = TRUE)
        answer <- function(r) c(r$p.value, r$conf.int[1:2])`,
    run: () => ({
      test: normalSignedRankTest(signedRanks(list, "drop"), true),
      centre: pseudoMedian(list, { interval: "normal" }),
    }),
    answer: ({ test, centre }) => {
      if (test.kind !== "test" || centre.kind !== "estimate") throw new Error("no estimate");
      return [test.pValue, centre.interval.low, centre.interval.high];
    },
    // R searches the ends of its interval to four digits.
    tolerance: 2e-4,
    repeats: 5,
    loops: 1,
  });
}
