# Reference figures for packages/statistics/src/censored: run with R 4.2 or newer, survival 3.5 and lme4 1.1.
#
#   Rscript packages/statistics/reference/censored.R FOLDER > packages/statistics/src/censored/censored.fixtures.json
#
# Data: mi::CHAIN (GPL 2 or later) and nlme::Orthodont (GPL 2 or later), exported to CSV unchanged into FOLDER. The data
# give no limit for 0 = undetectable, so 50 copies is assumed; an upper limit and a reporting band are laid over them to
# exercise those kinds of values.

suppressPackageStartupMessages({
  library(survival)
  library(lme4)
})
folder <- commandArgs(trailingOnly = TRUE)[1]
strict <- survreg.control(rel.tolerance = 1e-14, maxiter = 300)
rows <- function(m) unname(split(unname(as.matrix(m)), row(as.matrix(m))))
none <- function(x) unname(ifelse(is.finite(x), x, NA))

chain <- read.csv(file.path(folder, "chain.csv"))
chain <- chain[complete.cases(chain[, c("log_virus", "treatment")]), ]
y <- chain$log_virus / log(10)
below <- y < log10(50)
y[below] <- log10(50)
group <- chain$treatment
place <- (seq_along(y) - 1) %/% 5

limits <- function(kind) {
  low <- ifelse(below, NA, y)
  high <- y
  if (kind != "below") high[y > 5] <- NA
  if (kind != "below") low[y > 5] <- 5
  if (kind == "all") {
    band <- !below & y > 2 & y < 3
    low[band] <- 2
    high[band] <- 3
  }
  list(low = low, high = high)
}
regression <- function(kind, predictors, cluster) {
  l <- limits(kind)
  frame <- data.frame(low = l$low, high = l$high, one = as.integer(group == 1), two = as.integer(group == 2), place = place)
  formula <- as.formula(paste("Surv(low, high, type = 'interval2') ~", if (length(predictors)) paste(predictors, collapse = "+") else "1",
                              if (cluster) "+ cluster(place)" else ""))
  fit <- survreg(formula, frame, dist = "gaussian", control = strict)
  # survreg's residuals of interval-censored rows do not add up to 0 at its own maximum (survival 3.5-3), so that its
  # robust covariance is not the sandwich there; with such rows the scores are taken by differences instead.
  robust <- if (cluster) fit$var else NULL
  if (cluster && kind == "all") {
    x <- cbind(1, as.matrix(frame[, predictors, drop = FALSE]))
    density <- function(p) {
      mu <- drop(x %*% p[-length(p)])
      sigma <- exp(p[length(p)])
      with(l, ifelse(is.na(low), pnorm(high, mu, sigma, log.p = TRUE), ifelse(is.na(high), pnorm(low, mu, sigma, lower.tail = FALSE, log.p = TRUE),
        ifelse(low == high, dnorm(low, mu, sigma, log = TRUE), log(pnorm(high, mu, sigma) - pnorm(low, mu, sigma))))))
    }
    best <- c(coef(fit), log(fit$scale))
    slope <- function(k, h) (density(replace(best, k, best[k] + h)) - density(replace(best, k, best[k] - h))) / (2 * h)
    scores <- sapply(seq_along(best), function(k) (4 * slope(k, 5e-4) - slope(k, 1e-3)) / 3)
    robust <- crossprod(rowsum(scores, place) %*% fit$naive.var)
  }
  list(
    kind = kind, predictors = I(predictors), cluster = cluster, coefficients = I(unname(coef(fit))), sigma = fit$scale,
    covariance = rows(if (cluster) fit$naive.var else fit$var), robust = if (cluster) rows(robust) else NULL,
    logLikelihood = fit$loglik[2]
  )
}
flipped <- function(chosen) {
  v <- y[chosen]
  b <- below[chosen]
  curve <- survfit(Surv(max(v) - v, !b) ~ 1)
  share <- c(.1, .25, .5, .75, .9)
  list(
    group = unique(group[chosen]), share = share, quantile = none(max(v) - quantile(curve, 1 - share)$quantile),
    mean = max(v) - unname(summary(curve)$table["rmean"])
  )
}
rank_test <- function() {
  t <- survdiff(Surv(max(y) - y, !below) ~ group, rho = 1)
  list(statistic = t$chisq, df = length(t$n) - 1, observed = as.numeric(t$obs), expected = as.numeric(t$exp))
}

# Random intercept: lme4 where nothing is censored; the likelihood by numerical integration where something is.
orthodont <- read.csv(file.path(folder, "orthodont.csv"))
person <- match(orthodont$Subject, unique(orthodont$Subject)) - 1
limit <- 21
marginal <- function(parameters, censored) {
  beta <- parameters[1:2]
  sigma <- exp(parameters[3])
  tau <- exp(parameters[4])
  total <- 0
  for (i in unique(person)) {
    own <- person == i
    mu <- beta[1] + beta[2] * (orthodont$age[own] - 11)
    v <- orthodont$distance[own]
    low <- censored & v <= limit
    inside <- Vectorize(function(b) {
      exp(sum(ifelse(low, pnorm((limit - mu - b) / sigma, log.p = TRUE), dnorm(v, mu + b, sigma, log = TRUE))) + 10) * dnorm(b, 0, tau)
    })
    total <- total + log(integrate(inside, -8 * tau, 8 * tau, rel.tol = 1e-12, subdivisions = 2000)$value) - 10
  }
  total
}
fit <- lmer(distance ~ I(age - 11) + (1 | Subject), orthodont, REML = FALSE, control = lmerControl(optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-14)))
at <- c(24, .66, log(1.4), log(2.1))
search <- optim(at, function(p) -marginal(p, TRUE), method = "BFGS", control = list(reltol = 1e-14, ndeps = rep(1e-5, 4), maxit = 200), hessian = TRUE)

answer <- list(
  what = "Statistics for censored values computed by R on published data sets.",
  script = "packages/statistics/reference/censored.R",
  r = R.version.string,
  packages = list(survival = as.character(packageVersion("survival")), lme4 = as.character(packageVersion("lme4"))),
  sources = list(chain = "mi::CHAIN 1.1, GPL (>= 2)", orthodont = "nlme::Orthodont 3.1.162, GPL (>= 2)"),
  chain = list(value = y, below = below, group = group, place = place),
  regressions = list(
    regression("below", character(), FALSE), regression("below", c("one", "two"), FALSE), regression("below", c("one", "two"), TRUE),
    regression("both", c("one", "two"), FALSE), regression("all", c("one", "two"), FALSE), regression("all", c("one"), TRUE)
  ),
  flipped = lapply(0:2, function(g) flipped(group == g)),
  rankTest = rank_test(),
  orthodont = list(distance = orthodont$distance, age = orthodont$age, person = person, limit = limit),
  randomIntercept = list(
    uncensored = list(coefficients = unname(fixef(fit)), sigma = sigma(fit), tau = attr(VarCorr(fit)$Subject, "stddev")[[1]], logLikelihood = as.numeric(logLik(fit)),
                      standardErrors = unname(sqrt(diag(as.matrix(vcov(fit)))))),
    at = list(parameters = at, logLikelihood = marginal(at, TRUE)),
    censored = list(parameters = search$par, logLikelihood = -search$value, standardErrors = sqrt(diag(solve(search$hessian))))
  )
)
cat(jsonlite::toJSON(answer, auto_unbox = TRUE, digits = NA, null = "null", na = "null"), "\n", sep = "")
