# Reference figures for packages/analysis/src/suppression, viral-load-change and time-to-suppression: run with R 4.2 or newer,
# survival 3.5, sandwich 3.0, clubSandwich 0.5, lme4 1.1 and jsonlite.
#
#   Rscript packages/statistics/reference/viral-load-analysis.R FOLDER > packages/analysis/src/viral-load-rows/viral-load.fixtures.json
#
# Data, exported to CSV unchanged into FOLDER: mi::CHAIN (GPL 2 or later), viral loads as people reported them, 0 =
# undetectable, for which 50 copies is assumed; boot::cd4 (unlimited), CD4 counts of 20 people with HIV before and after a
# year, over which limits are laid to exercise censored pairs; geepack::respiratory (GPL 3 or later) and HSAUR3::toenail
# (GPL 2), yes-or-no outcomes over visits in two arms, as stand-ins for suppressed and unsuppressed.

suppressPackageStartupMessages({
  library(survival)
  library(sandwich)
  library(clubSandwich)
})
folder <- commandArgs(trailingOnly = TRUE)[1]
read <- function(name) read.csv(file.path(folder, name))
strict <- survreg.control(rel.tolerance = 1e-14, maxiter = 300)

# --- one wave: chain -------------------------------------------------------------------------------------------------
chain <- read("chain.csv")
chain <- chain[complete.cases(chain[, c("log_virus", "treatment", "mental")]), ]
lod <- log10(50)
y <- chain$log_virus / log(10)
below <- chain$log_virus == 0 | y < lod
y[below] <- lod
one_wave <- function(keep) {
  v <- y[keep]
  b <- below[keep]
  s <- survreg(Surv(ifelse(b, NA, v), v, type = "interval2") ~ 1, dist = "gaussian", control = strict)
  flipped <- survfit(Surv(max(v) - v, !b) ~ 1)
  list(
    n = length(v), below = sum(b), mean = unname(coef(s)), se = sqrt(vcov(s)[1, 1]), sigma = s$scale, logLik = s$loglik[1],
    wilson = as.numeric(prop.test(sum(b), length(b), correct = FALSE)$conf.int),
    quartiles = unname(max(v) - quantile(flipped, probs = c(0.75, 0.5, 0.25))$quantile),
    substitution = c(mean(v), mean(ifelse(b, v - log10(2), v)), mean(ifelse(b, v - log10(2) / 2, v)))
  )
}
group <- chain$treatment
mental <- group == 0
low <- ifelse(below, NA, y)
difference <- survreg(Surv(low[mental], y[mental], type = "interval2") ~ chain$mental[mental], dist = "gaussian", control = strict)
ranks <- survdiff(Surv(max(y[mental]) - y[mental], !below[mental]) ~ chain$mental[mental], rho = 1)
chain_out <- list(
  log_virus = chain$log_virus, treatment = group, mental = chain$mental,
  groups = lapply(0:2, function(g) one_wave(group == g)),
  difference = list(value = unname(coef(difference)[2]), se = sqrt(vcov(difference)[2, 2])),
  ranks = list(chisq = ranks$chisq)
)

# --- pairs: cd4 ------------------------------------------------------------------------------------------------------
cd4 <- read("cd4_boot.csv")
limits <- rep(c(250, 300), length.out = nrow(cd4)) # two laboratories
upper <- 550
paired <- function(value, limit) {
  b <- value < limit
  a <- value > upper
  list(low = ifelse(b, NA, ifelse(a, log10(upper), log10(value))), high = ifelse(a, NA, ifelse(b, log10(limit), log10(value))))
}
first <- paired(100 * cd4$baseline, limits)
second <- paired(100 * cd4$oneyear, limits)
frame <- data.frame(
  low = c(first$low, second$low), high = c(first$high, second$high), after = rep(0:1, each = nrow(cd4)),
  id = rep(seq_len(nrow(cd4)), 2)
)
robust <- survreg(Surv(low, high, type = "interval2") ~ after + cluster(id), frame, dist = "gaussian", control = strict)
# Random intercept by numerical integration, one person at a time, with none of the product's quadrature.
minus <- function(p, rows, design) {
  sigma <- exp(p[length(p) - 1])
  tau <- exp(p[length(p)])
  mu <- as.vector(design %*% p[seq_len(ncol(design))])
  -sum(vapply(split(rows, frame_id[rows]), function(own) {
    part <- function(u) {
      value <- dnorm(u)
      for (i in own) {
        m <- mu[match(i, rows)] + tau * u
        l <- frame_low[i]
        h <- frame_high[i]
        value <- value * (if (is.na(l)) pnorm((h - m) / sigma) else if (is.na(h)) pnorm((l - m) / sigma, lower.tail = FALSE) else dnorm((l - m) / sigma) / sigma)
      }
      value
    }
    log(integrate(part, -8, 8, rel.tol = 1e-11, subdivisions = 2000)$value)
  }, 0))
}
frame_id <- frame$id
frame_low <- frame$low
frame_high <- frame$high
random <- function(rows, design) {
  start <- c(mean(frame$high, na.rm = TRUE), rep(0, ncol(design) - 1), log(0.1), log(0.1))
  fit <- optim(start, minus, rows = rows, design = design, method = "BFGS", control = list(reltol = 1e-14, maxit = 1000))
  fit <- optim(fit$par, minus, rows = rows, design = design, method = "BFGS", control = list(reltol = 1e-15, maxit = 1000), hessian = TRUE)
  list(coefficients = fit$par[seq_len(ncol(design))], se = sqrt(diag(solve(fit$hessian)))[seq_len(ncol(design))], logLik = -fit$value)
}
all_rows <- seq_len(nrow(frame))
own <- as.integer(frame$id %% 2 == 0)
cd4_out <- list(
  before = 100 * cd4$baseline, after = 100 * cd4$oneyear, limits = limits, upper = upper,
  robust = list(value = unname(coef(robust)[2]), se = sqrt(vcov(robust)[2, 2])),
  random = random(all_rows, cbind(1, frame$after)),
  interaction = random(all_rows, cbind(1, frame$after, own, frame$after * own))
)

# --- yes or no before and after: respiratory ---------------------------------------------------------------------------
r <- read("respiratory_gee.csv")
r$key <- paste(r$center, r$id)
wide <- r[r$visit == 4, c("key", "center", "id", "treat", "baseline", "outcome")]
site12 <- seq_len(nrow(wide)) %% 12
site5 <- seq_len(nrow(wide)) %% 5
own <- as.integer(wide$treat == "A")
shift <- function(keep) {
  t <- table(factor(wide$baseline[keep], 0:1), factor(wide$outcome[keep], 0:1))
  b <- t[2, 1]
  c <- t[1, 2]
  smaller <- min(b, c)
  odds <- binom.test(c, b + c)$conf.int
  list(
    gained = c, kept = t[2, 2], lost = b, never = t[1, 1],
    uncorrected = unname(mcnemar.test(t, correct = FALSE)$p.value), corrected = unname(mcnemar.test(t)$p.value),
    exact = binom.test(b, b + c)$p.value, mid = 2 * pbinom(smaller, b + c, 0.5) - dbinom(smaller, b + c, 0.5),
    odds = c(c / b, as.numeric(odds / (1 - odds))),
    before = as.numeric(prop.test(sum(t[2, ]), sum(t), correct = FALSE)$conf.int),
    after = as.numeric(prop.test(sum(t[, 2]), sum(t), correct = FALSE)$conf.int)
  )
}
poisson_ratio <- function(formula, cluster, type) {
  m <- glm(formula, family = poisson, data = data.frame(after = wide$outcome, before = wide$baseline, own = own), control = list(epsilon = 1e-14, maxit = 100))
  if (type == "CR2") {
    # The bias reduction of the last weighted least squares step. clubSandwich's own method for a glm takes another square
    # root of the same matrix and gives an error 0.6 per cent larger here.
    w <- weights(m, "working")
    x <- model.matrix(m) * sqrt(w)
    z <- sqrt(w) * (predict(m) + residuals(m, "working"))
    step <- lm(z ~ 0 + x)
    t <- coef_test(step, vcov = vcovCR(step, cluster = cluster, type = "CR2"), test = "Satterthwaite")
    row <- which(colnames(x) == "own")
    return(list(value = exp(unname(coef(m)["own"])), se = t$SE[row], df = t$df[row]))
  }
  v <- if (is.null(cluster)) sandwich(m) else vcovCL(m, cluster = cluster, type = "HC0")
  list(value = exp(unname(coef(m)["own"])), se = sqrt(v["own", "own"]))
}
respiratory_out <- list(
  own = own, center = wide$center, before = wide$baseline, after = wide$outcome, site12 = site12, site5 = site5,
  shifts = list(own = shift(own == 1), other = shift(own == 0)),
  ratios = list(
    sites12 = list(unadjusted = poisson_ratio(after ~ own, site12, "CR1"), adjusted = poisson_ratio(after ~ own + before, site12, "CR1")),
    sites5 = list(unadjusted = poisson_ratio(after ~ own, site5, "CR2"), adjusted = poisson_ratio(after ~ own + before, site5, "CR2")),
    people = list(unadjusted = poisson_ratio(after ~ own, NULL, "CR0"), adjusted = poisson_ratio(after ~ own + before, NULL, "CR0"))
  )
)

# --- times: toenail ------------------------------------------------------------------------------------------------
toe <- read("toenail.csv")
toe$days <- round(toe$time * 365.25 / 12)
toe$good <- as.integer(toe$outcome == "none or mild")
toe <- toe[order(toe$patientID, toe$days), ]
# One result a day, the last in the file.
toe <- toe[!duplicated(toe[, c("patientID", "days")], fromLast = TRUE), ]
times <- function(event, confirmed) {
  rows <- lapply(split(toe, toe$patientID), function(p) {
    good <- p$good
    n <- length(good)
    start <- if (event == "suppression") 1 else match(1, good)
    if (is.na(start) || (event == "suppression" && good[1] == 1)) return(NULL)
    wanted <- if (event == "suppression") 1 else 0
    later <- if (start < n) (start + 1):n else integer(0)
    hit <- Find(function(i) good[i] == wanted && (!confirmed || (i < n && good[i + 1] == wanted)), later)
    if (!is.null(hit)) return(data.frame(days = p$days[hit] - p$days[start], event = 1, arm = p$treatment[1]))
    if (confirmed) later <- later[good[later] != wanted]
    if (length(later) == 0) return(NULL)
    data.frame(days = p$days[max(later)] - p$days[start], event = 0, arm = p$treatment[1])
  })
  do.call(rbind, rows)
}
curve <- function(d) {
  f <- survfit(Surv(days, event) ~ 1, d, conf.type = "log-log")
  keep <- f$n.event > 0
  q <- quantile(f, 0.5)
  list(
    n = nrow(d), events = sum(d$event), days = f$time[keep], atRisk = f$n.risk[keep], share = 1 - f$surv[keep],
    low = 1 - f$upper[keep], high = 1 - f$lower[keep], median = unname(c(q$quantile, q$lower, q$upper))
  )
}
timed <- function(event, confirmed) {
  d <- times(event, confirmed)
  d <- d[d$days > 0, ]
  test <- survdiff(Surv(days, event) ~ arm, d)
  list(terbinafine = curve(d[d$arm == "terbinafine", ]), itraconazole = curve(d[d$arm == "itraconazole", ]), chisq = test$chisq)
}
toenail_out <- list(
  id = toe$patientID, arm = as.integer(toe$treatment == "terbinafine"), days = toe$days, good = toe$good,
  suppression = timed("suppression", FALSE), rebound = timed("rebound", FALSE), confirmed = timed("rebound", TRUE)
)

cat(jsonlite::toJSON(list(
  what = "Made by packages/statistics/reference/viral-load-analysis.R, where the data are named.",
  r = R.version.string,
  packages = lapply(c(survival = "survival", sandwich = "sandwich", clubSandwich = "clubSandwich"), function(p) as.character(packageVersion(p))),
  chain = chain_out, cd4 = cd4_out, respiratory = respiratory_out, toenail = toenail_out
), digits = NA, auto_unbox = TRUE, na = "null"))
