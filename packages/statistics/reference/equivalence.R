# Reference figures for packages/statistics/src/equivalence.
#
#   Rscript packages/statistics/reference/equivalence.R > packages/statistics/src/equivalence/equivalence.fixtures.json

one <- function(below, above, around) {
  list(
    lower = c(below$statistic, below$p.value), upper = c(above$statistic, above$p.value), df = unname(above$parameter),
    p = max(below$p.value, above$p.value), interval = as.numeric(around$conf.int)
  )
}
of_means <- function(a, b, bounds, alpha, equal) {
  one(
    stats::t.test(a, b, mu = bounds[1], alternative = "greater", var.equal = equal),
    stats::t.test(a, b, mu = bounds[2], alternative = "less", var.equal = equal),
    stats::t.test(a, b, conf.level = 1 - 2 * alpha, var.equal = equal)
  )
}
of_pairs <- function(d, bounds, alpha) {
  one(
    stats::t.test(d, mu = bounds[1], alternative = "greater"), stats::t.test(d, mu = bounds[2], alternative = "less"),
    stats::t.test(d, conf.level = 1 - 2 * alpha)
  )
}
gain <- round(MASS::anorexia$Postwt - MASS::anorexia$Prewt, 10)
treat <- MASS::anorexia$Treat
a <- gain[treat == "CBT"]
b <- gain[treat == "Cont"]
cases <- list(
  list(a = a, b = b, low = -5, high = 5, alpha = 0.05, expected = of_means(a, b, c(-5, 5), 0.05, FALSE)),
  list(a = a, b = b, low = -1, high = 8, alpha = 0.025, expected = of_means(a, b, c(-1, 8), 0.025, FALSE))
)
cat(jsonlite::toJSON(
  list(
    what = "Two one-sided tests computed by R on MASS::anorexia.", data = "MASS::anorexia 7.3.58.2",
    script = "packages/statistics/reference/equivalence.R", r = R.version.string,
    tolerance = list(relative = 1e-10, absolute = 1e-12), cases = cases,
    student = of_means(a, b, c(-5, 5), 0.05, TRUE), pairs = of_pairs(a, c(-5, 6), 0.05)
  ), auto_unbox = TRUE, digits = NA), "\n", sep = "")
