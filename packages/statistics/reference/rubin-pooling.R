# Reference figures for packages/statistics/src/imputation/rubin-pooling.ts: R 4.2 or newer with mice and mitools.
#
#   Rscript packages/statistics/reference/rubin-pooling.R > packages/statistics/src/imputation/rubin-pooling.fixtures.json

suppressPackageStartupMessages({ library(mice); library(mitools) })

one <- function(q, u, n, k) {
  p <- pool.scalar(q, u, n = n, k = k)
  m <- MIcombine(as.list(q), lapply(u, matrix))
  list(
    q = q, u = u, complete = if (is.finite(n)) n - k else "large", value = p$qbar, within = p$ubar, between = p$b,
    total = p$t, df = p$df, relative_increase = p$r, fmi = p$fmi, df_large = if (is.finite(m$df)) m$df else NA,
    ci90 = p$qbar + c(-1, 1) * qt(0.95, p$df) * sqrt(p$t), p = 2 * pt(-abs(p$qbar / sqrt(p$t)), p$df)
  )
}

# Mean cholesterol by age in nhanes (mice), imputed by R's own mice.
imputed <- mice(nhanes, m = 7, seed = 1, printFlag = FALSE)
fits <- lapply(1:7, function(i) coef(summary(lm(chl ~ age + bmi, complete(imputed, i))))["age", 1:2])
fits <- do.call(rbind, fits)
# Several coefficients at once by D1 with whole covariances; mice::pool.compare would use their diagonals only.
several <- lapply(1:7, function(i) {
  f <- lm(chl ~ age + bmi, complete(imputed, i))
  list(values = unname(coef(f)[-1]), covariance = unname(vcov(f)[-1, -1]))
})
d1 <- local({
  m <- 7; k <- 2
  q <- t(sapply(several, `[[`, "values"))
  u <- Reduce(`+`, lapply(several, `[[`, "covariance")) / m
  r <- (1 + 1 / m) * sum(diag(cov(q) %*% solve(u))) / k
  d <- drop(colMeans(q) %*% solve(u, colMeans(q))) / (k * (1 + r))
  v <- k * (m - 1)
  df2 <- 4 + (v - 4) * (1 + (1 - 2 / v) / r)^2
  list(statistic = d, relative_increase = r, df1 = k, df2 = df2, p = pf(d, k, df2, lower.tail = FALSE))
})
cat(jsonlite::toJSON(list(
  made_with = list(R = R.version.string, mice = as.character(packageVersion("mice")),
                   mitools = as.character(packageVersion("mitools"))),
  tolerance = 1e-9,
  cases = list(
    one(c(2.31, 2.05, 2.48, 2.19, 2.27), c(0.41, 0.39, 0.44, 0.4, 0.42), 100, 3),
    one(c(2.31, 2.05, 2.48, 2.19, 2.27), c(0.41, 0.39, 0.44, 0.4, 0.42), Inf, 1),
    one(unname(fits[, 1]), unname(fits[, 2]^2), 25, 3),
    one(c(-1, -1, -1), c(0.5, 0.6, 0.7), 12, 2)
  ),
  several = c(list(fits = several), d1)
), auto_unbox = TRUE, digits = NA, na = "null"), "\n", sep = "")
