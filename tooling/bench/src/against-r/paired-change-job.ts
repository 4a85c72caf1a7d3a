import { changeFromMoments } from "@alongside/statistics/paired/change-from-moments";
import { momentsByCell } from "@alongside/statistics/paired/moments-by-cell";
import { type Job, job, uniformNumbers } from "./job";

const CELLS = 30 * 20;

/**
 * Everything that is given here for every cell, as it is written in base R: mean, sd and cor of each cell. `quicker` is the
 * fastest way found, by sums that are not centred and lose digits where the mean is large.
 */
const R = `
cell <- as.integer(cells) + 1L
finish <- function(n, before, after, sdPre, sdPost, sd, r) {
  mean <- after - before; se <- sd / sqrt(n); t <- mean / se; half <- qt(.975, n - 1) * se; m <- n - 1
  g <- exp(lgamma(m / 2) - log(m / 2) / 2 - lgamma((m - 1) / 2)) * mean / sdPre
  error <- sqrt(2 * (1 - r) / n + g^2 / (2 * n)); wide <- qnorm(.975) * error
  list(mean = mean, sd = sd, t = t, p = 2 * pt(-abs(t), m), less = pt(t, m), greater = pt(-t, m),
       low = mean - half, high = mean + half, g = g, gLow = g - wide, gHigh = g + wide, sdPost = sdPost)
}
quicker <- function() {
    n <- tabulate(cell, ${CELLS}); s <- rowsum(cbind(pre, post, pre * pre, post * post, pre * post), cell)
    a <- s[, 1] / n; b <- s[, 2] / n
    xx <- s[, 3] - n * a^2; yy <- s[, 4] - n * b^2; xy <- s[, 5] - n * a * b; m <- n - 1
    finish(n, a, b, sqrt(xx / m), sqrt(yy / m), sqrt((xx + yy - 2 * xy) / m), xy / sqrt(xx * yy))
}
run <- function() {
    x <- split(pre, cell); y <- split(post, cell); d <- split(post - pre, cell)
    finish(lengths(d), vapply(x, mean, 0), vapply(y, mean, 0), vapply(x, sd, 0), vapply(y, sd, 0), vapply(d, sd, 0),
           mapply(cor, x, y))
}
answer <- function(r) unname(c(r$mean, r$sd, r$low, r$high, r$p, r$g, r$gLow))
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
      const estimates = changes.map(({ change, sdChange, test, standardised }) => {
        if (
          change.kind !== "estimate" ||
          sdChange.kind !== "value" ||
          test.kind !== "test" ||
          standardised.kind !== "estimate"
        )
          throw new Error("no estimate");
        return { change, sd: sdChange.value, pValue: test.pValue, standardised };
      });
      return [
        ...estimates.map(({ change }) => change.value),
        ...estimates.map(({ sd }) => sd),
        ...estimates.map(({ change }) => change.interval.low),
        ...estimates.map(({ change }) => change.interval.high),
        ...estimates.map(({ pValue }) => pValue),
        ...estimates.map(({ standardised }) => standardised.value),
        ...estimates.map(({ standardised }) => standardised.interval.low),
      ];
    },
    tolerance: 1e-9,
    repeats: 15,
    loops: pairs < 100_000 ? 20 : 1,
  });
}
