import { resampleMeans } from "@alongside/statistics/resampling/resample-means";
import { type Job, job, normalNumbers } from "./job";

const RESAMPLES = 10_000;
const SEED = [12345, 12345, 12345, 12345, 12345, 12345] as const;

/** Bootstrap of a mean on one thread; the product shares it among several. R: the faster of boot::boot and one matrix. */
export function bootstrapJob(n: number): Job {
  const normal = normalNumbers(n);
  const values = Float64Array.from({ length: n }, () => Math.round(100 * (5 + 2 * normal())) / 100);
  const list = Array.from(values);
  return job({
    name: `bootstrap of a mean, ${RESAMPLES.toLocaleString("en")} resamples, n = ${n.toLocaleString("en")}`,
    aim: 8,
    columns: { values },
    r: `set.seed(1)
        ways <- list(
          matrix = function() colMeans(matrix(values[sample.int(${n}, ${n * RESAMPLES}, TRUE)], ${n})),
          boot = function() boot::boot(values, function(d, i) mean(d[i]), ${RESAMPLES})$t[, 1])
        took <- vapply(ways, function(way) min(replicate(2, system.time(way())[["elapsed"]])), 0)
        run <- ways[[which.min(took)]]
        answer <- function(r) c(mean(r), sd(r))`,
    run: () => resampleMeans(list, SEED, 0, RESAMPLES),
    answer: (means) => {
      const mean = means.reduce((sum, value) => sum + value / RESAMPLES, 0);
      return [mean, Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (RESAMPLES - 1))];
    },
    // Other random numbers: three Monte Carlo standard errors.
    tolerance: (3 * 2) / Math.sqrt(n * RESAMPLES),
    repeats: 7,
    loops: 1,
  });
}
