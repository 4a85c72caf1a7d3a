/** What every section uses: the scores as a matrix, the pairs, and where found figures are kept. */
export const PREPARATION = `found <- new.env()
figure <- function(name, value) assign(name, as.numeric(value)[1], envir = found)
interval_figures <- function(name, value, low, high, standard_error) {
  figure(paste0(name, ".value"), value)
  figure(paste0(name, ".low"), low)
  figure(paste0(name, ".high"), high)
  figure(paste0(name, ".standard-error"), standard_error)
}
wanted <- function(name) name %in% page$name

# Hedges' small-sample factor J(m), exact.
hedges_factor <- function(m) exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
# The noncentralities under which a t lies at the 97.5 and the 2.5 % point of its distribution.
noncentrality <- function(t, df) {
  vapply(c(0.975, 0.025), function(p) {
    uniroot(function(ncp) suppressWarnings(pt(t, df, ncp)) - p, t + c(-8, 8) * (1 + abs(t) / sqrt(df)),
            extendInt = "downX", tol = 1e-12)$root
  }, numeric(1))
}
# Hedges' g of two groups, first less second, with the interval of the noncentral t distribution.
hedges_g_figures <- function(name, first, second) {
  sizes <- c(length(first), length(second))
  df <- sum(sizes) - 2
  d <- (mean(first) - mean(second)) / sqrt(sum((sizes - 1) * c(var(first), var(second))) / df)
  scale <- sqrt(sum(1 / sizes))
  ends <- hedges_factor(df) * scale * noncentrality(d / scale, df)
  g <- hedges_factor(df) * d
  interval_figures(name, g, ends[1], ends[2], sqrt(sum(1 / sizes) + g^2 / (2 * sum(sizes))))
}
# A value with its standard error, by the t distribution, or the normal one.
wald_figures <- function(name, value, standard_error, df = Inf) {
  reach <- qt(0.975, df) * standard_error
  interval_figures(name, value, value - reach, value + reach, standard_error)
  figure(paste0(name, ".degrees-of-freedom"), df)
  figure(paste0(name, ".p-value"), 2 * pt(-abs(value / standard_error), df))
}

scores <- as.matrix(rows[grep("^score_", names(rows))])
states <- as.matrix(rows[grep("^state_", names(rows))])
ours <- rows$cohort == "A"
baseline <- scores[, 1]
follow_up <- scores[, wave + 1]
measured <- ours & !is.na(baseline)
paired <- measured & !is.na(follow_up)
pre <- baseline[paired]
post <- follow_up[paired]
n <- length(pre)
# Values with a few decimals differ by amounts that are equal on paper and not in binary.
differences <- round(post - pre, 10)
direction <- switch(improvement, increase = 1, decrease = -1, none = 0)`;
