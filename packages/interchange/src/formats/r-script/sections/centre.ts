import type { RSection } from "./section";

export const CENTRE_SECTION: RSection = {
  name: "centre",
  title: "Centre of the changes, and signed ranks with Pratt's rule for zeros",
  code: `# Walsh averages (d_i + d_j) / 2, i <= j: all of them, or by halving an interval where they would be too many.
walsh_count <- function(x, sorted) {
  partners <- findInterval(2 * x - sorted, sorted)
  sum(pmax(0, partners - seq_along(sorted) + 1))
}
walsh_averages <- if (n <= 3000) {
  halves <- differences / 2
  sums <- outer(halves, halves, "+")
  sort(sums[upper.tri(sums, diag = TRUE)])
}
walsh_at <- function(k) {
  if (n <= 3000) return(walsh_averages[k])
  sorted <- sort(differences)
  low <- sorted[1] - 1
  high <- sorted[n]
  for (step in 1:200) {
    middle <- (low + high) / 2
    if (walsh_count(middle, sorted) >= k) high <- middle else low <- middle
  }
  high
}
if (wanted("centre.pseudo-median.value")) {
  averages <- n * (n + 1) / 2
  value <- (walsh_at(floor((averages + 1) / 2)) + walsh_at(ceiling((averages + 1) / 2))) / 2
  exact <- n <= 60 && !any(differences == 0) && !anyDuplicated(abs(differences))
  level <- 0.95
  if (exact) {
    rank <- qsignrank((1 - level) / 2, n)
    if (rank == 0) level <- min(level, 1 - 2 * psignrank(0, n))
    rank <- max(1, rank)
  } else {
    runs <- table(differences)
    deviation <- sqrt(averages * (2 * n + 1) / 12 - sum(runs^3 - runs) / 48)
    above <- averages / 2 + 0.5 + qnorm((1 + level) / 2) * deviation
    rank <- averages - floor(above)
    if (above >= averages) {
      rank <- 1
      level <- min(level, 1 - 2 * pnorm((averages / 2 - 0.5) / deviation, lower.tail = FALSE))
    }
  }
  low <- walsh_at(rank)
  high <- walsh_at(averages + 1 - rank)
  interval_figures("centre.pseudo-median", value, low, high, (high - low) / (2 * qnorm((1 + level) / 2)))
  figure("centre.pseudo-median.level", level)
}

if (wanted("centre.signed-rank.statistic")) {
  rank_of <- rank(abs(differences))
  ranks <- rank_of[differences != 0]
  positive <- sum(rank_of[differences > 0])
  negative <- sum(rank_of[differences < 0])
  if (length(ranks) <= 60) {
    # Every way to give the ranks their signs, one rank after the other; twice a mid-rank is whole.
    share <- 1
    for (doubled in as.integer(round(2 * ranks))) {
      share <- (c(share, numeric(doubled)) + c(numeric(doubled), share)) / 2
    }
    at <- as.integer(round(2 * positive)) + 1
    p_less <- sum(share[seq_len(at)])
    p_greater <- sum(share[at:length(share)])
    p_value <- min(1, 2 * min(p_less, p_greater))
  } else {
    z <- (positive - negative) / 2 / (sqrt(sum(ranks^2)) / 2)
    figure("centre.signed-rank.z", z)
    p_less <- pnorm(z)
    p_greater <- pnorm(z, lower.tail = FALSE)
    p_value <- 2 * pnorm(-abs(z))
  }
  figure("centre.signed-rank.used", length(ranks))
  figure("centre.signed-rank.statistic", positive)
  figure("centre.signed-rank.negative-ranks", negative)
  figure("centre.signed-rank.rank-biserial", (positive - negative) / (positive + negative))
  figure("centre.signed-rank.p-value", p_value)
  figure("centre.signed-rank.p-less", p_less)
  figure("centre.signed-rank.p-greater", p_greater)
}`,
};
