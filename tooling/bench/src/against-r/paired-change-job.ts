import { changeFromMoments } from "@alongside/statistics/paired/change-from-moments";
import { momentsByCell } from "@alongside/statistics/paired/moments-by-cell";
import { type Job, job, uniformNumbers } from "./job";

const CELLS = 30 * 20;

/** The fastest of several ways in base R to give n, mean, standard deviation, t, p and interval of every cell. */
const R = `
cell <- as.integer(cells) + 1L
finish <- function(n, mean, sd) {
  se <- sd / sqrt(n); t <- mean / se; half <- qt(.975, n - 1) * se
  list(mean = mean, sd = sd, t = t, p = 2 * pt(-abs(t), n - 1), low = mean - half, high = mean + half)
}
ways <- list(
  rowsum = function() {
    d <- post - pre; n <- tabulate(cell, ${CELLS}); s <- rowsum(cbind(d, d * d), cell, reorder = TRUE)
    mean <- s[, 1] / n; finish(n, mean, sqrt((s[, 2] - n * mean^2) / (n - 1)))
  },
  split = function() {
    d <- split(post - pre, cell); n <- lengths(d); finish(n, vapply(d, mean, 0), vapply(d, sd, 0))
  },
  tapply = function() {
    d <- post - pre; finish(tabulate(cell, ${CELLS}), tapply(d, cell, mean), tapply(d, cell, sd))
  })
took <- vapply(ways, function(way) min(replicate(3, system.time(way())[["elapsed"]])), 0)
run <- ways[[which.min(took)]]
answer <- function(r) unname(c(r$mean, r$sd, r$low, r$high, r$p))
`;

/** Paired change of 30 outcomes in 20 cohorts. */
export function pairedChangeJob(pairs: number): Job {
  const uniform = uniformNumbers(pairs);
  const score = () => Math.floor(uniform() * 28);
  const cells = Int32Array.from({ length: pairs }, () => Math.floor(uniform() * CELLS));
  const pre = Float64Array.from(cells, score);
  const post = Float64Array.from(pre, (before) => Math.max(0, Math.min(27, before + Math.floor(uniform() * 9) - 5)));
  return job({
    name: `paired change, 600 cells, ${pairs.toLocaleString("en")} pairs`,
    aim: 8,
    columns: { cells: Float64Array.from(cells), pre, post },
    r: R,
    run: () =>
      momentsByCell({ cells, pre, post }, CELLS).map((moments) =>
        changeFromMoments(moments, 0.95, { statistic: "paired/moments-by-cell", version: 1 }),
      ),
    answer: (changes) => {
      const estimates = changes.map(({ change, sdChange, test }) => {
        if (change.kind !== "estimate" || sdChange.kind !== "value" || test.kind !== "test")
          throw new Error("no estimate");
        return { change, sd: sdChange.value, pValue: test.pValue };
      });
      return [
        ...estimates.map(({ change }) => change.value),
        ...estimates.map(({ sd }) => sd),
        ...estimates.map(({ change }) => change.interval.low),
        ...estimates.map(({ change }) => change.interval.high),
        ...estimates.map(({ pValue }) => pValue),
      ];
    },
    tolerance: 1e-9,
    repeats: 15,
  });
}
