/** Every figure of a yes-or-no outcome, from counts of answers. Base R. */
export const BINARY_SECTION = `found <- new.env()
figure <- function(name, value) assign(name, as.numeric(value)[1], envir = found)
interval_figures <- function(name, value, low, high, standard_error) {
  figure(paste0(name, ".value"), value)
  figure(paste0(name, ".low"), low)
  figure(paste0(name, ".high"), high)
  figure(paste0(name, ".standard-error"), standard_error)
}
wanted <- function(name) name %in% page$name

# What a missing answer counts as, before and after; NA leaves the person out. 1 is yes.
good <- if (improvement == "decrease") 0 else 1
stands_for <- list("both-known" = c(NA, NA), "missing-as-bad" = 1 - c(good, good),
                   worst = c(good, 1 - good), best = c(1 - good, good))
read_as <- function(answer, missing) ifelse(answer == "missing", missing, as.numeric(answer == "yes"))
table_of <- function(cohort, denominator) {
  mine <- answers[answers$cohort == cohort, ]
  before <- read_as(mine$before, stands_for[[denominator]][1])
  after <- read_as(mine$after, stands_for[[denominator]][2])
  people <- function(x, y) sum(mine$people[!is.na(before) & !is.na(after) & before == x & after == y])
  c(kept = people(1, 1), lost = people(1, 0), gained = people(0, 1), never = people(0, 0))
}

wilson <- function(yes, n) suppressWarnings(prop.test(yes, n, correct = FALSE))$conf.int
share_figures <- function(name, yes, n) {
  ends <- wilson(yes, n)
  interval_figures(name, yes / n, ends[1], ends[2], sqrt(yes / n * (1 - yes / n) / n))
}
# Newcombe (1998), method 10: Wilson's limits of both shares, and their correlation phi, corrected for continuity.
newcombe <- function(before, after, n, phi, limits = wilson) {
  p <- c(before, after) / n
  first <- limits(before, n)
  last <- limits(after, n)
  reach <- function(a, b) sqrt(max(0, a^2 - 2 * phi * a * b + b^2))
  diff(p) + c(-reach(p[2] - last[1], first[2] - p[1]), reach(last[2] - p[2], p[1] - first[1]))
}
phi_of <- function(t) {
  sides <- prod(t["kept"] + t["lost"], t["gained"] + t["never"], t["kept"] + t["gained"], t["lost"] + t["never"])
  if (sides == 0) return(0)
  product <- t[["kept"]] * t[["never"]] - t[["lost"]] * t[["gained"]]
  (if (product > 0) max(0, product - sum(t) / 2) else product) / sqrt(sides)
}
changes <- list()
shifts <- list()
cells_figures <- function(cohort, denominator) {
  t <- table_of(cohort, denominator)
  n <- sum(t)
  name <- function(what) paste(cohort, denominator, what, sep = ".")
  figure(name("n"), n)
  for (cell in names(t)) figure(name(cell), t[[cell]])
  before <- t[["kept"]] + t[["lost"]]
  after <- t[["kept"]] + t[["gained"]]
  share_figures(name("before"), before, n)
  share_figures(name("after"), after, n)
  changed <- t[["lost"]] + t[["gained"]]
  net <- t[["gained"]] - t[["lost"]]
  phi <- phi_of(t)
  ends <- newcombe(before, after, n, phi)
  error <- sqrt(changed - net^2 / n) / n
  interval_figures(name("difference"), net / n, ends[1], ends[2], error)
  if (changed > 0) {
    fewer <- min(t["lost"], t["gained"])
    middle <- min(1, 2 * pbinom(fewer, changed, 0.5) - dbinom(fewer, changed, 0.5))
    figure(name("difference.p-value"), middle)
    figure(name("discordant"), changed)
    figure(name("exact-p-value"), binom.test(t[["gained"]], changed)$p.value)
    figure(name("mid-p-value"), middle)
    odds <- binom.test(t[["gained"]], changed)$conf.int
    if (t[["lost"]] > 0) {
      interval_figures(name("odds-ratio"), t[["gained"]] / t[["lost"]], odds[1] / (1 - odds[1]), odds[2] / (1 - odds[2]),
                       if (t[["gained"]] == 0) 0 else sqrt(1 / t[["lost"]] + 1 / t[["gained"]]))
      figure(name("odds-ratio.p-value"), binom.test(t[["gained"]], changed)$p.value)
    }
  }
  changes[[paste(cohort, denominator)]] <<- c(net / n, ends, error, after, n)
  shifts[[paste(cohort, denominator)]] <<- c(before, after, n, phi)
}
# Where a cell is hidden, the interval takes the two answers of a person for unrelated.
margin_figures <- function(row) {
  name <- function(what) paste(row$cohort, row$denominator, what, sep = ".")
  figure(name("n"), row$n)
  share_figures(name("before"), row$before, row$n)
  share_figures(name("after"), row$after, row$n)
  ends <- newcombe(row$before, row$after, row$n, 0)
  p <- c(row$before, row$after) / row$n
  error <- sqrt(sum(p * (1 - p)) / row$n)
  interval_figures(name("difference"), diff(p), ends[1], ends[2], error)
  changes[[paste(row$cohort, row$denominator)]] <<- c(diff(p), ends, error, row$after, row$n)
  shifts[[paste(row$cohort, row$denominator)]] <<- c(row$before, row$after, row$n, 0)
}
for (cohort in unique(answers$cohort)) for (denominator in names(stands_for)) {
  if (wanted(paste(cohort, denominator, "n", sep = "."))) cells_figures(cohort, denominator)
}
for (at in seq_len(nrow(margins))) margin_figures(margins[at, ])

# Change of A less change of B: limits squared and added (Zou and Donner 2008). Worst of one against best of the other.
net_limits <- function(a, b) {
  net <- a[1] - b[1]
  c(net - sqrt((a[1] - a[2])^2 + (b[3] - b[1])^2), net + sqrt((a[3] - a[1])^2 + (b[1] - b[2])^2))
}
# P is 1 less the level at which a limit is 0, found by its critical value z, up to 5.
wilson_at <- function(z) function(yes, n) {
  p <- yes / n
  reach <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
  (p + z^2 / (2 * n) + c(-reach, reach)) / (1 + z^2 / n)
}
net_p_value <- function(a, b) {
  ends <- function(s, z) c(s[2] / s[3] - s[1] / s[3], newcombe(s[1], s[2], s[3], s[4], wilson_at(z)))
  net <- ends(a, 1)[1] - ends(b, 1)[1]
  if (abs(net) < 1e-12) return(1)
  limit <- function(z) if (net > 0) net_limits(ends(a, z), ends(b, z))[1] else -net_limits(ends(a, z), ends(b, z))[2]
  usual <- qnorm(0.975)
  between <- if (limit(usual) > 0) c(usual, 5) else c(1e-6, usual)
  if (limit(between[2]) > 0) return(2 * pnorm(-between[2]))
  if (limit(between[1]) <= 0) return(1)
  2 * pnorm(-uniroot(limit, between, tol = 1e-14)$root)
}
against <- c("both-known" = "both-known", "missing-as-bad" = "missing-as-bad", worst = "best", best = "worst")
for (denominator in names(against)) {
  a <- changes[[paste("A", denominator)]]
  b <- changes[[paste("B", against[[denominator]])]]
  if (is.null(a) || is.null(b)) next
  ends <- net_limits(a, b)
  interval_figures(paste0("net.", denominator), a[1] - b[1], ends[1], ends[2], sqrt(a[4]^2 + b[4]^2))
  figure(paste0("net.", denominator, ".p-value"),
         net_p_value(shifts[[paste("A", denominator)]], shifts[[paste("B", against[[denominator]])]]))
}
if (wanted("after.value")) {
  a <- changes[["A both-known"]][5:6]
  b <- changes[["B both-known"]][5:6]
  p <- c(a[1] / a[2], b[1] / b[2])
  ends <- rbind(wilson(a[1], a[2]), wilson(b[1], b[2]))
  interval_figures("after", p[1] - p[2], p[1] - p[2] - sqrt((p[1] - ends[1, 1])^2 + (ends[2, 2] - p[2])^2),
                   p[1] - p[2] + sqrt((ends[1, 2] - p[1])^2 + (p[2] - ends[2, 1])^2),
                   sqrt(p[1] * (1 - p[1]) / a[2] + p[2] * (1 - p[2]) / b[2]))
  common <- (a[1] + b[1]) / (a[2] + b[2])
  figure("after.p-value", 2 * pnorm(-abs((p[1] - p[2]) / sqrt(common * (1 - common) * (1 / a[2] + 1 / b[2])))))
}

# Ratio of the shares after, by Poisson regression with robust errors (Zou 2004). By person; by site as CR1; with few sites
# as CR2 (Bell and McCaffrey 2002) with Satterthwaite's degrees of freedom.
ratio_figures <- function(name, adjusted) {
  x <- cbind(1, as.numeric(pairs$cohort == "A"), if (adjusted) pairs$before)
  fit <- glm.fit(x, pairs$after, family = poisson(), control = glm.control(epsilon = 1e-14, maxit = 100))
  mu <- fit$fitted.values
  # Rows and residuals with the weights of the last step, so that least squares gives the same.
  weighted <- x * sqrt(mu)
  residual <- (pairs$after - mu) / sqrt(mu)
  bread <- solve(crossprod(weighted))
  rest <- diag(length(mu)) - weighted %*% bread %*% t(weighted)
  parts <- split(seq_along(mu), if (errors == "by-person") seq_along(mu) else pairs$site)
  adjusting <- lapply(parts, function(at) {
    if (errors != "by-few-sites") return(diag(length(at)))
    spread <- eigen(rest[at, at, drop = FALSE], symmetric = TRUE)
    power <- ifelse(spread$values > 1e-10, 1 / sqrt(pmax(spread$values, 1e-300)), 0)
    spread$vectors %*% (power * t(spread$vectors))
  })
  scores <- t(mapply(function(at, a) crossprod(weighted[at, , drop = FALSE], a %*% residual[at]), parts, adjusting))
  number <- length(parts)
  meat <- crossprod(scores) * if (errors == "by-site") number / (number - 1) else 1
  error <- sqrt((bread %*% meat %*% bread)[2, 2])
  df <- Inf
  if (errors == "by-few-sites") {
    vectors <- mapply(function(at, a) {
      crossprod(rest[at, , drop = FALSE], a %*% weighted[at, , drop = FALSE] %*% bread[, 2])
    }, parts, adjusting)
    products <- crossprod(vectors)
    df <- sum(diag(products))^2 / sum(products^2)
  }
  value <- fit$coefficients[2]
  reach <- qt(0.975, df) * error
  interval_figures(name, exp(value), exp(value - reach), exp(value + reach), error)
  figure(paste0(name, ".degrees-of-freedom"), df)
  figure(paste0(name, ".p-value"), 2 * pt(-abs(value / error), df))
}
if (wanted("ratio.sites")) figure("ratio.sites", length(unique(pairs$site)))
for (kind in c("unadjusted", "adjusted")) {
  if (wanted(paste0("ratio.", kind, ".value"))) ratio_figures(paste0("ratio.", kind), kind == "adjusted")
}

if (length(family_p_values) > 0) {
  figure("family.tests", family_tests)
  figure("family.none", family_p_values[1])
  figure("family.holm", p.adjust(family_p_values, "holm", n = family_tests)[1])
  figure("family.BH", p.adjust(family_p_values, "BH", n = family_tests)[1])
}`;
