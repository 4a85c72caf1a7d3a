# Reference values for src/distribution/distribution.fixtures.json. Base R only:
#   Rscript reference/distribution.R > src/distribution/distribution.fixtures.json
# The studentised range, the noncentral t and Dunnett's maximum are integrated here from their definitions, because R's
# own functions for them are not exact.
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), ifelse(x > 0, '"Inf"', '"-Inf"'))
rows <- character()
add <- function(name, f, ...) {
  grid <- expand.grid(..., KEEP.OUT.ATTRS = FALSE)
  value <- unname(do.call(f, unname(as.list(grid))))
  keep <- is.finite(value) & (value == 0 | abs(value) > 1e-290)
  arguments <- do.call(paste, c(lapply(grid, number), sep = ", "))
  rows <<- c(rows, sprintf('    ["%s", [%s], %s]', name, arguments, number(value))[keep])
}
upper <- function(f) function(...) f(..., lower.tail = FALSE)
each <- function(f) function(...) mapply(f, ...)

z <- c(-37, -20, -8, -5, -2, -1.1, -0.3, 0, 1e-6, 0.7, 1.5, 3, 6, 12, 25, 37)
p <- c(1e-200, 1e-12, 1e-4, 0.01, 0.025, 0.2, 0.3, 0.5, 0.6, 0.8, 0.975, 0.999, 1 - 1e-9)
add("normalCdf", pnorm, z)
add("normalUpper", upper(pnorm), z)
add("normalLogCdf", function(x) pnorm(x, log.p = TRUE), c(z, -100, -1e6))
add("normalDensity", dnorm, z)
add("normalQuantile", qnorm, p)
freedom <- c(0.5, 1, 2, 4.7, 12, 100, 1e5, Inf)
add("tCdf", pt, c(-50, -6, -2, -0.3, 0, 0.3, 1, 2, 6), freedom)
add("tUpper", upper(pt), c(-6, -0.3, 0.3, 1, 2, 6, 50), freedom)
add("tQuantile", qt, p[-1], c(1, 2, 4.7, 12, 100, 1e5, Inf))
add("chiSquaredCdf", pchisq, c(1e-5, 0.1, 1, 3, 10, 50, 300), c(0.2, 1, 2, 5, 30, 200))
add("chiSquaredUpper", upper(pchisq), c(1e-5, 0.1, 1, 3, 10, 50, 300), c(0.2, 1, 2, 5, 30, 200))
add("chiSquaredQuantile", qchisq, p[-1], c(1, 2, 5, 30, 200))
add("gammaCdf", pgamma, c(0.001, 0.5, 2, 20, 900, 1100), c(0.3, 1, 4, 50, 1000))
add("gammaUpper", upper(pgamma), c(0.001, 0.5, 2, 20, 900, 1100), c(0.3, 1, 4, 50, 1000))
add("gammaQuantile", qgamma, p[-1], c(0.3, 1, 4, 50, 1000))
add("fCdf", pf, c(0.001, 0.3, 1, 4, 30), c(1, 2.5, 20), c(2, 7, 150, Inf))
add("fUpper", upper(pf), c(0.001, 0.3, 1, 4, 30), c(1, 2.5, 20), c(2, 7, 150, Inf))
# Of the quantiles of F, R's last digits are improved by Newton's method.
f_quantile <- function(p, df1, df2) {
  q <- qf(p, df1, df2)
  for (step in 1:3) q <- q - (pf(q, df1, df2) - p) / df(q, df1, df2)
  q
}
add("fQuantile", f_quantile, p[3:12], c(1, 2.5, 20), c(3, 7, 150, Inf))
add("betaCdf", pbeta, c(1e-4, 0.05, 0.3, 0.5, 0.8, 0.99), c(0.2, 1, 3.5, 60), c(0.5, 2, 40, 800))
add("betaUpper", upper(pbeta), c(1e-4, 0.05, 0.3, 0.5, 0.8, 0.99), c(0.2, 1, 3.5, 60), c(0.5, 2, 40, 800))
add("betaQuantile", qbeta, p[3:12], c(0.5, 1, 3.5, 60), c(0.5, 2, 40))
add("logGamma", lgamma, c(1e-8, 0.2, 0.5, 0.9, 1, 1.3, 1.5, 2, 2.5, 3, 7.7, 10, 11, 1e3, 1e7))
add("digamma", digamma, c(1e-3, 0.2, 1, 1.3, 2, 3, 7.7, 10, 11, 1e3))
add("trigamma", trigamma, c(1e-3, 0.2, 1, 1.3, 2, 3, 7.7, 10, 11, 1e3))
add("logBeta", lbeta, c(1e-3, 0.5, 2, 9.5, 400), c(0.3, 3, 12, 1e5))
add("binomialMass", dbinom, c(-1, 0, 1, 3, 7, 12, 40), c(1, 7, 40, 1000), c(0, 0.02, 0.3, 0.9, 1))
add("binomialCdf", pbinom, c(-1, 0, 1, 3, 7, 12, 40), c(1, 7, 40, 1000), c(0, 0.02, 0.3, 0.9, 1))
add("binomialUpper", upper(pbinom), c(-1, 0, 1, 3, 7, 12, 40), c(1, 7, 40, 1000), c(0, 0.02, 0.3, 0.9, 1))
add("binomialQuantile", qbinom, c(0, 0.01, 0.025, 0.5, 0.9, 0.999, 1), c(1, 7, 40, 1000), c(0.02, 0.3, 0.9))
add("poissonMass", dpois, c(-1, 0, 1, 3, 12, 100), c(0, 0.01, 1, 5.5, 80))
add("poissonCdf", ppois, c(-1, 0, 1, 3, 12, 100), c(0.01, 1, 5.5, 80))
add("poissonUpper", upper(ppois), c(-1, 0, 1, 3, 12, 100), c(0.01, 1, 5.5, 80))
add("signedRankCdf", psignrank, c(-1, 0, 1, 5, 20, 27, 28, 60, 500), c(1, 2, 7, 15, 50))
add("signedRankQuantile", qsignrank, c(0.005, 0.025, 0.1, 0.5, 0.8, 0.975, 0.995), c(1, 2, 7, 15, 50))
add("rankSumCdf", pwilcox, c(-1, 0, 1, 4, 11, 12, 30, 200), c(1, 3, 8, 20), c(1, 4, 25))
add("rankSumQuantile", qwilcox, c(0.005, 0.025, 0.1, 0.5, 0.8, 0.975, 0.995), c(1, 3, 8, 20), c(1, 4, 25))

exact <- function(f, low, high) integrate(f, low, high, rel.tol = 1e-11, abs.tol = 1e-14, subdivisions = 2000, stop.on.error = FALSE)$value
over_scale <- function(g, df) {
  if (is.infinite(df)) return(g(1))
  density <- function(s) exp(log(2) + df / 2 * log(df / 2) - lgamma(df / 2) + (df - 1) * log(s) - df * s^2 / 2)
  f <- function(s) density(s) * sapply(s, g)
  ends <- sqrt(qchisq(c(1e-14, 0.5), df) / df)
  exact(f, 0, ends[1]) + exact(f, ends[1], ends[2]) + exact(f, ends[2], sqrt(qchisq(1e-30, df, lower.tail = FALSE) / df))
}
noncentral <- function(t, df, ncp) over_scale(function(s) pnorm(t * s - ncp), df)
range_lower <- function(q, n, df) over_scale(function(s) {
  f <- function(z) n * dnorm(z) * (pnorm(z) - pnorm(z - q * s))^(n - 1)
  exact(f, -9, 0) + exact(f, 0, 9)
}, df)
dunnett_upper <- function(t, lambda, k, df) 1 - over_scale(function(s) {
  own <- sqrt(1 - lambda^2)
  f <- function(z) dnorm(z) * (pnorm((t * s + lambda * z) / own) - pnorm((-t * s + lambda * z) / own))^k
  2 * exact(f, 0, 9)
}, df)
add("noncentralTCdf", each(noncentral), c(-1, 0.5, 2, 4), c(3, 20, 200), c(-1, 0, 2.5))
add("noncentralTUpper", each(function(t, df, ncp) 1 - noncentral(t, df, ncp)), c(-1, 0.5, 2), c(3, 20), c(-1, 0, 2.5))
add("studentisedRangeCdf", each(range_lower), c(0.8, 2, 3.5, 6), c(2, 3, 7), c(2, 9, 60, Inf))
add("dunnettUpperOfEqual", each(dunnett_upper), c(1.5, 2.5), c(0.3, 0.7071), c(1, 3), c(5, Inf))

cat("{\n", sprintf('  "r": "%s",\n', R.version.string), '  "packages": { "stats": "',
  as.character(packageVersion("stats")), '" },\n  "values": [\n', paste(rows, collapse = ",\n"), "\n  ]\n}\n", sep = "")
