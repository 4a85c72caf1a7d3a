# Reference figures for packages/statistics/src/survival: run with R 4.2 or newer, survival 3.5 and cmprsk 2.2.
#
#   Rscript packages/statistics/reference/survival.R > packages/statistics/src/survival/survival.fixtures.json
#
# Data: survival::veteran, survival::lung (LGPL 2 or later) and pammtools::staph (MIT), each exported to CSV unchanged;
# give the folder of the CSV files as the argument.

suppressPackageStartupMessages({
  library(survival)
  library(cmprsk)
})
folder <- commandArgs(trailingOnly = TRUE)[1]
veteran <- read.csv(file.path(folder, "veteran.csv"))
lung <- read.csv(file.path(folder, "lung.csv"))
staph <- read.csv(file.path(folder, "staph.csv"))
lung <- lung[complete.cases(lung[, c("age", "sex", "ph.ecog")]), ]
strict <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 100)
rows <- function(m) unname(split(unname(as.matrix(m)), row(as.matrix(m))))
none <- function(x) ifelse(is.finite(x), x, NA)

data <- list(
  veteran = list(
    exit = veteran$time, event = veteran$status == 1, group = match(veteran$trt, 1:2) - 1,
    stratum = match(veteran$celltype, unique(veteran$celltype)) - 1,
    karno = veteran$karno, age = veteran$age, prior = veteran$prior
  ),
  lung = list(
    exit = lung$time, event = lung$status == 2, group = lung$sex - 1, stratum = lung$ph.ecog,
    age = lung$age, site = match(lung$inst, unique(lung$inst))
  ),
  staph = list(
    entry = staph$t.start, exit = staph$t.stop, event = staph$event == 1, group = match(staph$hiv, 0:1) - 1,
    enum = staph$enum, id = match(staph$id, unique(staph$id)) - 1
  )
)

curve <- function(y, scale) {
  s <- survfit(y ~ 1, conf.type = scale)
  m <- summary(s)$table
  quartiles <- quantile(s, c(.25, .5, .75))
  list(
    scale = scale, time = s$time, atRisk = s$n.risk, events = s$n.event, censored = s$n.censor, survival = s$surv,
    standardError = none(s$surv * s$std.err), low = none(s$lower), high = none(s$upper), cumulativeHazard = s$cumhaz,
    quartiles = unname(quartiles$quantile), quartilesLow = unname(quartiles$lower), quartilesHigh = unname(quartiles$upper)
  )
}
area <- function(y, horizon) {
  m <- summary(survfit(y ~ 1), rmean = horizon)$table
  list(horizon = horizon, value = unname(m["rmean"]), standardError = unname(m["se(rmean)"]))
}
logrank <- function(formula, frame, rho) {
  t <- survdiff(formula, frame, rho = rho)
  sum_up <- function(m) if (is.matrix(m)) rowSums(m) else m
  df <- length(t$n) - 1
  list(rho = rho, statistic = t$chisq, df = df, p = pchisq(t$chisq, df, lower.tail = FALSE), observed = unname(sum_up(t$obs)), expected = unname(sum_up(t$exp)))
}
cox <- function(name, columns, formula, frame, ties = "efron", strata = FALSE, clusters = NULL,
                weights = NULL, case_weights = NULL) {
  frame$case_weights <- if (is.null(case_weights)) rep(1, nrow(frame)) else case_weights
  # The data go into the call itself, since basehaz() looks for them where the formula was written.
  fit <- do.call(coxph, list(formula, data = frame, weights = frame$case_weights, ties = ties, control = strict, robust = !is.null(clusters)))
  s <- summary(fit)
  zph <- lapply(c(km = "km", rank = "rank", log = "log", identity = "identity"), function(g) {
    z <- cox.zph(fit, transform = g)$table
    list(statistic = unname(z[, "chisq"]), df = unname(z[, "df"]), p = unname(z[, "p"]))
  })
  base <- basehaz(fit, centered = FALSE)
  residual <- sapply(c(martingale = "martingale", deviance = "deviance"), function(type) {
    all <- unname(residuals(fit, type))
    list(first = all[1:12], sum_of_squares = sum(all^2))
  }, simplify = FALSE)
  list(
    data = name, columns = columns, ties = ties, strata = strata, clusters = clusters, weights = weights,
    coefficients = unname(coef(fit)), covariance = rows(if (is.null(fit$naive.var)) fit$var else fit$naive.var),
    robust = if (is.null(fit$naive.var)) NULL else rows(fit$var),
    logLikelihood = fit$loglik, likelihoodRatio = unname(s$logtest["test"]), wald = unname(fit$wald.test),
    score = unname(s$sctest["test"]), concordance = unname(fit$concordance["concordance"]),
    hazardAtZero = if (strata) NULL else list(time = base$time, hazard = base$hazard),
    proportionalHazards = zph, residuals = residual
  )
}

# No file here names causes of death. To have two causes, every third row's death is called cause 2: arithmetic only.
data$lung$cause <- ifelse(data$lung$event, 1 + (seq_along(data$lung$event) %% 3 == 0), 0)

incidence <- function(exit, cause, which) {
  aalen <- cuminc(exit, cause)
  times <- sort(unique(exit[cause > 0]))
  at <- timepoints(aalen, times)
  s <- summary(survfit(Surv(exit, factor(cause)) ~ 1, conf.type = "log-log"), times = times)
  list(
    cause = which, time = times, incidence = s$pstate[, which + 1], standardErrorDelta = s$std.err[, which + 1],
    standardErrorAalen = sqrt(unname(at$var[which, ])), low = none(s$lower[, which + 1]), high = none(s$upper[, which + 1])
  )
}
gray <- function(exit, cause, group) {
  t <- cuminc(exit, cause, group)$Tests
  lapply(1:2, function(k) list(cause = k, statistic = t[k, "stat"], df = t[k, "df"], p = t[k, "pv"]))
}

v <- data.frame(data$veteran)
l <- data.frame(data$lung)
s <- data.frame(data$staph)
answer <- list(
  what = "Survival statistics computed by R on published data sets.",
  script = "packages/statistics/reference/survival.R",
  r = R.version.string,
  packages = list(survival = as.character(packageVersion("survival")), cmprsk = as.character(packageVersion("cmprsk"))),
  sources = list(
    veteran = "survival::veteran 3.5.3, LGPL (>= 2)",
    lung = "survival::lung 3.5.3, LGPL (>= 2), rows with age, sex and ph.ecog",
    staph = "pammtools::staph 0.5.8, MIT"
  ),
  data = data,
  curves = list(
    veteran = lapply(c("plain", "log", "log-log", "logit"), function(k) curve(Surv(v$exit, v$event), k)),
    lung = lapply(c("log", "log-log"), function(k) curve(Surv(l$exit, l$event), k)),
    staph = lapply(c("log", "log-log"), function(k) curve(Surv(s$entry, s$exit, s$event), k))
  ),
  areas = list(
    veteran = lapply(c(50, 200, 999, 1200), function(h) area(Surv(v$exit, v$event), h)),
    lung = lapply(c(10, 365, 1022), function(h) area(Surv(l$exit, l$event), h))
  ),
  logranks = list(
    list(data = "veteran", by = "group", strata = FALSE, results = lapply(c(0, 1, .5), function(r) logrank(Surv(exit, event) ~ group, v, r))),
    list(data = "veteran", by = "stratum", strata = FALSE, results = lapply(c(0, 1), function(r) logrank(Surv(exit, event) ~ stratum, v, r))),
    list(data = "lung", by = "group", strata = TRUE, results = lapply(c(0, 1), function(r) logrank(Surv(exit, event) ~ group + strata(stratum), l, r)))
  ),
  incidences = lapply(1:2, function(k) incidence(l$exit, l$cause, k)),
  grays = list(
    list(by = "group", results = gray(l$exit, l$cause, l$group)),
    list(by = "stratum", results = gray(l$exit, l$cause, l$stratum))
  ),
  cox = list(
    cox("veteran", c("group", "karno", "age"), Surv(exit, event) ~ group + karno + age, v),
    cox("veteran", c("group", "karno", "age"), Surv(exit, event) ~ group + karno + age, v, ties = "breslow"),
    cox("veteran", c("group", "karno"), Surv(exit, event) ~ group + karno + strata(stratum), v, strata = TRUE),
    cox("lung", c("group", "age"), Surv(exit, event) ~ group + age + cluster(stratum), l, clusters = "stratum"),
    cox("staph", c("group", "enum"), Surv(entry, exit, event) ~ group + enum + cluster(id), s, clusters = "id"),
    cox("staph", c("group", "enum"), Surv(entry, exit, event) ~ group + enum + cluster(id), s, ties = "breslow", clusters = "id"),
    cox("veteran", c("group", "karno"), Surv(exit, event) ~ group + karno, v, weights = "prior", case_weights = 1 + v$prior)
  )
)
cat(jsonlite::toJSON(answer, auto_unbox = TRUE, digits = NA, null = "null", na = "null"), "\n", sep = "")
