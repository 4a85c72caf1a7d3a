# Reference figures for packages/statistics/src/mediation: R 4.2 or newer with lavaan 0.6-14 or newer.
#
#   Rscript packages/statistics/reference/mediation.R > packages/statistics/src/mediation/mediation.fixtures.json
#
# Least squares by lm(); maximum likelihood with standard information by lavaan. Data of HSAUR3 1.0-13 and psychTools
# 2.2.9, read from CSV where DATA names a folder that holds them as btheb.csv and epi_bfi.csv.

suppressPackageStartupMessages(library(lavaan))

rhs <- function(...) paste(c(...), collapse = " + ")
pair <- function(fit, name) unname(coef(summary(fit))[name, 1:2])

one_case <- function(name, d, mediators, covariates) {
  total <- lm(as.formula(paste("y ~", rhs("x", covariates))), d)
  outcome <- lm(as.formula(paste("y ~", rhs("x", mediators, covariates))), d)
  a <- lapply(mediators, function(m) pair(lm(as.formula(paste(m, "~", rhs("x", covariates))), d), "x"))
  b <- lapply(mediators, function(m) pair(outcome, m))
  result <- list(
    data = name, exposure = d$x, mediators = lapply(mediators, function(m) d[[m]]), outcome = d$y,
    covariates = lapply(covariates, function(m) d[[m]]),
    a = a, b = b, direct = pair(outcome, "x"), total = pair(total, "x"),
    indirect = sum(mapply(function(a, b) a[1] * b[1], a, b))
  )
  if (length(mediators) == 1) {
    model <- paste0("m ~ a*x + ", rhs(covariates), "\ny ~ b*m + c*x + ", rhs(covariates), "\nind := a*b\ntotal := c + a*b")
    p <- parameterEstimates(sem(model, d, fixed.x = TRUE))
    row <- function(which) unlist(p[p$label == which, c("est", "se", "z", "pvalue", "ci.lower", "ci.upper")])
    s <- c(a[[1]], b[[1]])
    result$sobel <- sqrt(s[1]^2 * s[4]^2 + s[3]^2 * s[2]^2)
    result$aroian <- sqrt(s[1]^2 * s[4]^2 + s[3]^2 * s[2]^2 + s[2]^2 * s[4]^2)
    result$lavaan <- list(indirect = unname(row("ind")), total = unname(row("total")))
    # Sensitivity: the correlation of the two error terms at which the indirect effect is zero.
    result$rho <- cor(resid(lm(as.formula(paste("m ~", rhs("x", covariates))), d)), resid(total))
    r2 <- summary(lm(as.formula(paste("m ~", rhs("x", covariates))), d))$r.squared
    result$mediator_r_squared <- r2
    both <- lm(as.formula(paste("y ~ x * m +", rhs(covariates))), d)
    to_m <- lm(as.formula(paste("m ~", rhs("x", covariates))), d)
    # Natural effects by prediction: the mean over people of what the two equations say for exposure and mediator.
    mean_outcome <- function(x_outcome, x_mediator) {
      moved <- d
      moved$m <- predict(to_m, transform(d, x = x_mediator))
      moved$x <- x_outcome
      mean(predict(both, moved))
    }
    result$natural <- list(
      direct_0 = mean_outcome(1, 0) - mean_outcome(0, 0), direct_1 = mean_outcome(1, 1) - mean_outcome(0, 1),
      indirect_0 = mean_outcome(0, 1) - mean_outcome(0, 0), indirect_1 = mean_outcome(1, 1) - mean_outcome(1, 0),
      total = mean_outcome(1, 1) - mean_outcome(0, 0)
    )
  }
  result
}

from <- Sys.getenv("DATA")
data_of <- function(file, package, name) {
  if (from != "") read.csv(file.path(from, file)) else getExportedValue(package, name)
}
btheb <- subset(data_of("btheb.csv", "HSAUR3", "BtheB"), complete.cases(bdi.pre, bdi.2m, bdi.3m))
btheb <- data.frame(x = as.integer(btheb$treatment == "BtheB"), m = btheb$bdi.2m, y = btheb$bdi.3m, pre = btheb$bdi.pre)
epi <- data_of("epi_bfi.csv", "psychTools", "epi.bfi")
epi <- data.frame(x = epi$epiNeur, m = epi$traitanx, m2 = epi$stateanx, y = epi$bdi, c1 = epi$epiE, c2 = epi$bfagree)
cat(jsonlite::toJSON(list(
  made_with = list(R = R.version.string, lavaan = as.character(packageVersion("lavaan"))),
  tolerance = list(closed = 1e-10, lavaan = 1e-6),
  cases = list(
    one_case("BtheB (HSAUR3)", btheb, "m", "pre"),
    one_case("epi.bfi (psychTools)", epi, "m", c("c1", "c2")),
    one_case("epi.bfi, two mediators", epi, c("m", "m2"), "c1")
  )
), auto_unbox = TRUE, digits = NA), "\n", sep = "")
