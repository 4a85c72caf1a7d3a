import type { RSection } from "./section";

export const BOOTSTRAP_SECTION: RSection = {
  name: "bootstrap",
  title: "Intervals from resamples, with the same random numbers (L'Ecuyer's MRG32k3a, which R has built in)",
  code: `RNGkind("L'Ecuyer-CMRG", "Inversion", "Rejection")
.Random.seed <- c(10407L, as.integer(ifelse(seed > 2^31 - 1, seed - 2^32, seed)))
j_factor <- function(m) {
  if (m >= 200) return(hedges_factor(m))
  ratio <- if (m %% 2 == 0) 1 / sqrt(pi) else sqrt(pi) / 2
  degrees <- if (m %% 2 == 0) 2 else 3
  while (degrees < m) {
    ratio <- ratio * (degrees / (degrees - 1))
    degrees <- degrees + 2
  }
  ratio / sqrt(m / 2)
}
# Rows of a block of resamples, one resample a column. Sums go person by person, so that not even the order differs.
resampled <- function(at) {
  size <- nrow(at)
  before <- change <- squares <- numeric(ncol(at))
  for (i in seq_len(size)) {
    before <- before + pre[at[i, ]]
    change <- change + (post[at[i, ]] - pre[at[i, ]])
  }
  for (i in seq_len(size)) squares <- squares + (pre[at[i, ]] - before / size)^2
  spread <- sqrt(squares / (size - 1))
  rbind(change / size, ifelse(spread == 0, NA, j_factor(size - 1) * change / size / spread))
}
block <- max(1, min(resamples, floor(2e6 / n)))
replicates <- NULL
while (NCOL(replicates) < resamples || is.null(replicates)) {
  columns <- min(block, resamples - if (is.null(replicates)) 0 else ncol(replicates))
  drawn <- matrix(floor(runif(n * columns) * n) + 1, n)
  replicates <- cbind(replicates, resampled(drawn))
}
observed <- resampled(matrix(seq_len(n)))
# A resample without one of its figures counts for neither.
replicates <- replicates[, colSums(is.finite(replicates)) == 2, drop = FALSE]
left_out <- split(seq_len(n), ceiling(seq_len(n) / block))
without_one <- do.call(cbind, lapply(left_out, function(one) {
  resampled(outer(seq_len(n - 1), one, function(i, j) i + (i >= j)))
}))
for (which_figure in 1:2) {
  name <- function(what) paste0("bootstrap.", c("change", "standardised")[which_figure], ".", what)
  values <- sort(replicates[which_figure, ])
  estimate <- observed[which_figure, 1]
  figure(name("estimate"), estimate)
  figure(name("mean"), mean(values))
  figure(name("bias"), mean(values) - estimate)
  figure(name("standard-error"), sd(values))
  figure(name("resamples"), length(values))
  percentile <- quantile(values, c(0.025, 0.975), names = FALSE)
  figure(name("percentile.low"), percentile[1])
  figure(name("percentile.high"), percentile[2])
  figure(name("basic.low"), 2 * estimate - percentile[2])
  figure(name("basic.high"), 2 * estimate - percentile[1])
  centre <- 2 * estimate - mean(values)
  figure(name("normal.low"), centre - qnorm(0.975) * sd(values))
  figure(name("normal.high"), centre + qnorm(0.975) * sd(values))
  influence <- (mean(without_one[which_figure, ]) - without_one[which_figure, ]) * (n - 1) / n
  acceleration <- sum(influence^3) / (6 * sum(influence^2)^1.5)
  correction <- qnorm(mean(values < estimate))
  corrected <- function(slope) {
    shifted <- correction + qnorm(c(0.025, 0.975))
    shares <- pnorm(correction + shifted / (1 - slope * shifted))
    if (anyNA(shares)) c(NA, NA) else quantile(values, shares, names = FALSE)
  }
  for (kind in c("bias-corrected", "accelerated")) {
    ends <- corrected(if (kind == "accelerated") acceleration else 0)
    figure(name(paste0(kind, ".low")), ends[1])
    figure(name(paste0(kind, ".high")), ends[2])
  }
}`,
};
