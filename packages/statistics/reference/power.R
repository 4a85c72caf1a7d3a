# Reference values for src/power/power.fixtures.json. R 4.2 or newer with pwr 1.3:
#   Rscript reference/power.R > src/power/power.fixtures.json
# Sample sizes are searched to the last digit here, because R and pwr stop at a tolerance of 1e-4.
suppressPackageStartupMessages(library(pwr))
number <- function(x) sprintf("%.17g", x)
exact <- function(f, low, high) uniroot(f, c(low, high), tol = 1e-14)$root
tails <- function(n, k, d, tail, strict) {
  df <- (n - 1) * k
  q <- qt(tail, df, lower.tail = FALSE)
  pt(q, df, sqrt(n / k) * d, lower.tail = FALSE) + if (strict) pt(-q, df, sqrt(n / k) * d) else 0
}
z <- function(p) qnorm(p, lower.tail = FALSE)

values <- list(
  two_groups_30 = power.t.test(n = 30, delta = 0.5)$power,
  two_groups_30_strict = power.t.test(n = 30, delta = 0.5, strict = TRUE)$power,
  two_groups_tiny_strict = power.t.test(n = 5, delta = 0.1, strict = TRUE)$power,
  two_groups_other_unit = power.t.test(n = 30, delta = -6, sd = 12)$power,
  pairs_25_one_sided = power.t.test(n = 25, delta = 0.4, type = "paired", alternative = "one.sided")$power,
  wrong_direction = power.t.test(n = 25, delta = -0.4, type = "paired", alternative = "one.sided")$power,
  two_groups_strict_significance = power.t.test(n = 100, delta = 0.5, sig.level = 0.001)$power,
  unequal_groups = pwr.t2n.test(n1 = 30, n2 = 60, d = 0.5)$power,
  two_groups_size = exact(function(n) tails(n, 2, 0.5, 0.025, FALSE) - 0.8, 2, 1e4),
  pairs_size = exact(function(n) tails(n, 1, 0.4, 0.025, TRUE) - 0.9, 2, 1e4),
  detectable_50 = exact(function(d) tails(50, 2, d, 0.025, FALSE) - 0.8, 1e-3, 5),
  proportions_50 = power.prop.test(n = 50, p1 = 0.5, p2 = 0.75)$power,
  proportions_50_strict = power.prop.test(n = 50, p1 = 0.5, p2 = 0.55, strict = TRUE)$power,
  proportions_one_sided = power.prop.test(n = 80, p1 = 0.3, p2 = 0.5, alternative = "one.sided")$power,
  proportions_size = power.prop.test(p1 = 0.84, p2 = 0.92, power = 0.8, tol = 1e-14)$n,
  proportions_detectable = power.prop.test(n = 100, p1 = 0.3, power = 0.8, tol = 1e-14)$p2,
  arcsine_distance = ES.h(0.75, 0.5),
  arcsine_unequal = pwr.2p2n.test(h = 0.3, n1 = 80, n2 = 120)$power,
  arcsine_one_sided = pwr.2p2n.test(h = -0.3, n1 = 80, n2 = 120, alternative = "greater")$power,
  anova_20 = power.anova.test(groups = 3, n = 20, between.var = 1, within.var = 9)$power,
  anova_null = power.anova.test(groups = 3, n = 20, between.var = 0, within.var = 9)$power,
  anova_size = exact(function(n) power.anova.test(groups = 4, n = n, between.var = 1, within.var = 3)$power - 0.8, 2, 1e3),
  correlation_50 = pwr.r.test(n = 50, r = 0.3)$power,
  correlation_wrong = pwr.r.test(n = 50, r = -0.3, alternative = "greater")$power,
  schoenfeld_07 = (z(0.025) + z(0.2))^2 / (0.25 * log(0.7)^2),
  mcnemar_connor = ((z(0.025) * sqrt(0.35) + z(0.1) * sqrt(0.35 - 0.15^2)) / 0.15)^2,
  mcnemar_miettinen = (z(0.025) * 0.35 + z(0.1) * sqrt(0.35^2 - 0.15^2 * (3 + 0.35) / 4))^2 / (0.35 * 0.15^2),
  noncentral_chi = pchisq(9, 3, 4, lower.tail = FALSE)
)
cat("{\n", sprintf('  "r": "%s",\n', R.version.string),
  sprintf('  "packages": { "stats": "%s", "pwr": "%s" },\n', packageVersion("stats"), packageVersion("pwr")),
  '  "values": {\n', paste(sprintf('    "%s": %s', names(values), sapply(values, number)), collapse = ",\n"), "\n  }\n}\n", sep = "")
