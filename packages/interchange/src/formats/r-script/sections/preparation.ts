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
