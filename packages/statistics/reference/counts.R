# Reference figures for packages/statistics/src/counts: run with R 4.2 or newer, MASS 7.3 and sandwich 3.0.
#
#   Rscript packages/statistics/reference/counts.R FOLDER > packages/statistics/src/counts/counts.fixtures.json
#
# Data: MASS::epil (GPL 2 or 3), exported to CSV unchanged into FOLDER.

suppressPackageStartupMessages({
  library(MASS)
  library(sandwich)
})
folder <- commandArgs(trailingOnly = TRUE)[1]
epil <- read.csv(file.path(folder, "epil.csv"))
epil$treated <- as.integer(epil$trt == "progabide")
weeks <- ifelse(epil$period == 1, 3, 2)

one <- function(x, t, r, level) {
  test <- poisson.test(x, t, r = r, conf.level = level)
  list(events = x, time = t, null = r, level = level, low = test$conf.int[1], high = test$conf.int[2], p = test$p.value)
}
two <- function(x, t, r, level) {
  test <- poisson.test(x, t, r = r, conf.level = level)
  list(
    events = x, time = t, null = r, level = level, ratio = unname(test$estimate), low = test$conf.int[1], high = test$conf.int[2],
    p = test$p.value, wald = exp(log(x[1] / t[1] / (x[2] / t[2])) + c(-1, 1) * qnorm((1 + level) / 2) * sqrt(sum(1 / x)))
  )
}
fit <- glm(y ~ treated + lbase + offset(log(weeks)), poisson, epil, control = glm.control(epsilon = 1e-14))
nb <- glm.nb(y ~ treated + lbase + offset(log(weeks)), epil, control = glm.control(epsilon = 1e-13, maxit = 200))
answer <- list(
  what = "Rates, rate ratios and regressions of counts computed by R.",
  script = "packages/statistics/reference/counts.R",
  r = R.version.string,
  packages = list(MASS = as.character(packageVersion("MASS")), sandwich = as.character(packageVersion("sandwich"))),
  sources = list(epil = "MASS::epil 7.3.58.2, GPL-2 or GPL-3"),
  rates = list(
    one(0, 3, 1, .95), one(0, .1, 1, .95), one(1, 12, 1, .9), one(4, 4, 1, .95), one(5, 1.5, 2, .95), one(987, 124, 8, .95),
    one(3, 10, .9, .99), one(20, 10, 1, .95), one(2, 1.9, 1, .95), one(9, 12.5, 1, .95), one(2000, 124, 8, .95)
  ),
  ratios = list(two(c(987, 961), c(124, 112), 1, .95), two(c(3, 11), c(20.5, 31), 1, .95), two(c(11, 3), c(20.5, 31), 2, .9), two(c(5, 5), c(1, 1), 1, .95)),
  epil = list(y = epil$y, treated = epil$treated, lbase = epil$lbase, weeks = weeks),
  model = list(
    coefficients = unname(coef(fit)), standardErrors = unname(sqrt(diag(vcov(fit)))), robust = unname(sqrt(diag(vcovHC(fit, "HC0")))),
    dispersion = sum(resid(fit, "pearson")^2) / fit$df.residual, nb = unname(coef(nb)),
    nbErrors = unname(summary(nb)$coefficients[, 2]), theta = nb$theta
  )
)
cat(jsonlite::toJSON(answer, auto_unbox = TRUE, digits = NA, null = "null", na = "null"), "\n", sep = "")
