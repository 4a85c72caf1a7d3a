# Reference figures for packages/statistics/src/correlation.
#
#   Rscript packages/statistics/reference/correlation.R > packages/statistics/src/correlation/correlation.fixtures.json

reference <- function(x, y, z) {
  pearson <- stats::cor.test(x, y)
  spearman <- suppressWarnings(stats::cor.test(x, y, method = "spearman", exact = FALSE))
  kendall <- suppressWarnings(stats::cor.test(x, y, method = "kendall", exact = FALSE))
  partial <- stats::cor(stats::resid(stats::lm(x ~ z)), stats::resid(stats::lm(y ~ z)))
  df <- length(x) - 2 - ncol(as.matrix(z))
  list(
    n = length(x), r = unname(pearson$estimate), t = unname(pearson$statistic), p = pearson$p.value,
    interval = as.numeric(pearson$conf.int), interval_90 = as.numeric(stats::cor.test(x, y, conf.level = 0.9)$conf.int),
    rho = unname(spearman$estimate), rho_p = spearman$p.value,
    tau = unname(kendall$estimate), tau_z = unname(kendall$statistic), tau_p = kendall$p.value,
    partial = partial, partial_p = 2 * stats::pt(-abs(partial) * sqrt(df / (1 - partial^2)), df)
  )
}
cars <- datasets::mtcars
air <- stats::na.omit(datasets::airquality)
anorexia <- MASS::anorexia
cases <- list(
  list(data = "datasets::mtcars 4.2.2", x = cars$mpg, y = cars$wt, z = cbind(cars$hp, cars$cyl)),
  list(data = "datasets::airquality 4.2.2", x = air$Ozone, y = air$Temp, z = cbind(air$Wind)),
  list(data = "MASS::anorexia 7.3.58.2", x = anorexia$Prewt, y = anorexia$Postwt, z = cbind(as.numeric(anorexia$Treat == "FT"))),
  list(data = "datasets::women 4.2.2, six of them", x = datasets::women$height[1:6], y = c(3, 1, 4, 1, 5, 9),
    z = cbind(c(2, 7, 1, 8, 2, 8)))
)
versions <- sapply(c("stats", "MASS"), function(package) as.character(utils::packageVersion(package)))
cat(jsonlite::toJSON(
  list(
    what = "Correlations computed by R on published data sets.",
    script = "packages/statistics/reference/correlation.R", r = R.version.string, packages = as.list(versions),
    tolerance = list(relative = 1e-10, absolute = 1e-12),
    cases = lapply(cases, function(one) {
      list(
        data = one$data, x = one$x, y = one$y, z = lapply(seq_len(ncol(one$z)), function(j) one$z[, j]),
        expected = reference(one$x, one$y, one$z)
      )
    })
  ), auto_unbox = TRUE, digits = NA), "\n", sep = "")
