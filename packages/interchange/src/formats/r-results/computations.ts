/** Shares before and after of the same people over four denominators: Wilson, Newcombe's method 10, mid-p, exact odds. */
export const SHIFT_CODE = `wilson <- function(x, n) as.numeric(prop.test(x, n, correct = FALSE)$conf.int)
readings <- list("tested-only" = c(NA, NA, NA, NA), "missing-unsuppressed" = c(NA, NA, 0, 0),
                 worst = c(1, 0, 1, 0), best = c(0, 1, 0, 1))
as_read <- function(status, undetermined, missing) {
  unname(c(s = 1, u = 0, x = undetermined, m = missing)[status])
}
shift_figures <- function(name, own, reading) {
  before <- as_read(own$before, reading[1], reading[3])
  after <- as_read(own$after, reading[2], reading[4])
  told <- !is.na(before) & !is.na(after)
  before <- before[told]
  after <- after[told]
  n <- length(before)
  kept <- sum(before & after); lost <- sum(before & !after)
  gained <- sum(!before & after); never <- sum(!before & !after)
  for (way in c("kept", "lost", "gained", "never")) figure(paste0(name, ".", way), get(way))
  p <- c(mean(before), mean(after))
  first <- wilson(sum(before), n)
  last <- wilson(sum(after), n)
  interval_figures(paste0(name, ".before"), p[1], first[1], first[2])
  interval_figures(paste0(name, ".after"), p[2], last[1], last[2])
  product <- prod(as.numeric(c(kept + lost, gained + never, kept + gained, lost + never)))
  over <- kept * never - lost * gained
  over <- if (over > n / 2) over - n / 2 else min(over, 0)
  phi <- if (product == 0) 0 else over / sqrt(product)
  reach <- function(a, b) sqrt(a^2 - 2 * phi * a * b + b^2)
  d <- p[2] - p[1]
  interval_figures(paste0(name, ".difference"), d, d - reach(p[2] - last[1], first[2] - p[1]),
                   d + reach(last[2] - p[2], p[1] - first[1]))
  m <- min(gained, lost)
  figure(paste0(name, ".mid-p"), min(1, 2 * pbinom(m, gained + lost, 0.5) - dbinom(m, gained + lost, 0.5)))
  if (lost > 0) {
    ends <- binom.test(gained, gained + lost)$conf.int
    interval_figures(paste0(name, ".odds"), gained / lost, ends[1] / (1 - ends[1]), ends[2] / (1 - ends[2]))
  }
}
for (part in split(shifts, list(shifts$rule, shifts$cohort), drop = TRUE)) {
  for (denominator in names(readings)) {
    name <- paste("shift", part$rule[1], part$cohort[1], denominator, sep = ".")
    shift_figures(name, part, readings[[denominator]])
  }
}`;

/** Mean change of values some of which are known only as limits, with the sandwich by person. */
export const VALUES_CODE = `for (part in split(values, values$cohort)) {
  fit <- survreg(Surv(low, high, type = "interval2") ~ after + cluster(person), data = part, dist = "gaussian")
  error <- sqrt(vcov(fit)["after", "after"])
  change <- coef(fit)[["after"]]
  interval_figures(paste0("level.", part$cohort[1]), change, change - qnorm(0.975) * error, change + qnorm(0.975) * error)
}`;

/**
 * Mean change with a level of every person's own, and of how much it differs between cohorts: the likelihood integrated by
 * the trapezoidal rule, maximised by Newton's method. Only where the page shows it.
 */
export const MIXED_VALUES_CODE = `mixed_change <- function(rows, design, which, name) {
  k <- ncol(design)
  u <- seq(-7.5, 7.5, by = 1 / 16)
  kind <- ifelse(is.na(rows$low), "below", ifelse(is.na(rows$high), "above", "exact"))
  person <- as.integer(factor(paste(rows$cohort, rows$person)))
  likelihood <- function(p) {
    sigma <- exp(p[k + 1])
    mean <- outer(drop(design %*% p[1:k]), exp(p[k + 2]) * u, "+")
    density <- matrix(0, nrow(rows), length(u))
    for (one in unique(kind)) {
      i <- kind == one
      m <- mean[i, , drop = FALSE]
      density[i, ] <- switch(one,
        exact = dnorm(rows$low[i], m, sigma, log = TRUE),
        below = pnorm(rows$high[i], m, sigma, log.p = TRUE),
        above = pnorm(rows$low[i], m, sigma, lower.tail = FALSE, log.p = TRUE))
    }
    each <- sweep(rowsum(density, person), 2, dnorm(u, log = TRUE) - log(16), "+")
    top <- apply(each, 1, max)
    sum(top + log(rowSums(exp(each - top))))
  }
  slope <- function(f, p) {
    h <- 1e-3
    sapply(seq_along(p), function(i) {
      at <- function(by) f(p + by * h * (seq_along(p) == i))
      (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)
    })
  }
  start <- survreg(Surv(low, high, type = "interval2") ~ 0 + design, data = rows, dist = "gaussian")
  p <- c(coef(start), rep(log(start$scale) - log(2) / 2, 2))
  # By the number of rows, or the first step runs past the summit to where people do not differ at all.
  n <- nrow(rows)
  p <- optim(p, function(p) -likelihood(p) / n, function(p) -slope(likelihood, p) / n, method = "BFGS",
             control = list(reltol = 1e-13, maxit = 500))$par
  for (step in 1:2) {
    information <- -slope(function(p) slope(likelihood, p), p)
    p <- p + solve(information, slope(likelihood, p))
  }
  error <- sqrt(diag(solve(information)))[which]
  interval_figures(name, p[which], p[which] - qnorm(0.975) * error, p[which] + qnorm(0.975) * error)
}
shown <- function(name) any(startsWith(page$name, paste0(name, ".")))
for (part in split(values, values$cohort)) {
  name <- paste0("level.", part$cohort[1], ".mixed")
  if (shown(name)) mixed_change(part, cbind(1, part$after), 2, name)
}
if (shown("level.difference")) {
  own <- as.numeric(values$cohort == "A")
  mixed_change(values, cbind(1, values$after, own, values$after * own), 4, "level.difference")
}`;

/** Shares with the event by day, and the log-rank test of the cohorts. */
export const TIMES_CODE = `for (part in split(times, list(times$event, times$cohort), drop = TRUE)) {
  fit <- survfit(Surv(days, happened) ~ 1, data = part, conf.type = "log-log")
  steps <- which(fit$n.event > 0)
  for (at in seq_along(steps)) {
    name <- paste("times", part$event[1], part$cohort[1], at, sep = ".")
    figure(paste0(name, ".days"), fit$time[steps[at]])
    figure(paste0(name, ".at-risk"), fit$n.risk[steps[at]])
    interval_figures(name, 1 - fit$surv[steps[at]], 1 - fit$upper[steps[at]], 1 - fit$lower[steps[at]])
  }
}`;
