# Changes over waves with standard errors from the observed information, where people dropped out.
#
#   Rscript packages/statistics/reference/observed-information.R tooling/oracle/data/debian > \
#     packages/statistics/src/mixed/observed-information.fixtures.json
#
# Needs jsonlite, nlme and numDeriv. Data: Beating the Blues (HSAUR3::BtheB), Beck scores at five visits by arm.
suppressMessages({library(jsonlite); library(nlme)})
source("packages/statistics/reference/observed-covariance.R")
btheb <- read.csv(file.path(commandArgs(TRUE)[1], "btheb.csv"), na.strings = "")
control <- glsControl(maxIter = 500, msMaxIter = 2000, tolerance = 1e-10, msTol = 1e-12, returnObject = FALSE)
arm <- function(name) {
  wide <- as.matrix(btheb[btheb$treatment == name, c("bdi.pre", "bdi.2m", "bdi.3m", "bdi.5m", "bdi.8m")])
  rows <- data.frame(id = c(row(wide)), wave = c(col(wide)) - 1, score = c(wide))
  rows <- rows[!is.na(rows$score), ]
  rows <- rows[order(rows$id, rows$wave), ]
  long <- transform(rows, visit = wave + 1, wave = factor(wave))
  model <- gls(
    score ~ wave, long, correlation = corSymm(form = ~ visit | id), weights = varIdent(form = ~ 1 | visit),
    method = "REML", control = control
  )
  found <- observed_covariance(model, score ~ wave, rows)
  list(
    arm = name, person = rows$id - 1, visit = rows$wave, score = rows$score, values = found$values,
    expected_errors = unname(sqrt(diag(found$known))),
    observed_errors = unname(sqrt(diag(found$observed)))
  )
}
write(toJSON(list(
  r = R.version.string,
  packages = sapply(c("nlme", "numDeriv"), function(p) as.character(packageVersion(p)), simplify = FALSE),
  tolerance = 1e-6, arms = list(arm("TAU"), arm("BtheB"))
), auto_unbox = TRUE, digits = I(17), pretty = 1), stdout())
