# Reference figures for packages/statistics/src/resampling: R 4.2 or newer, base R only.
#
#   Rscript packages/statistics/reference/resampling.R > packages/statistics/src/resampling/resampling.fixtures.json
#
# Draws with L'Ecuyer's MRG32k3a written out here, seed 12345 six times, resample after resample, row = floor(u n).
# BCa after Efron (1987) with quantiles of type 7. Monte Carlo figures are exact because the random numbers are.

draws <- function(count) {
  s <- rep(12345, 6)
  result <- numeric(count)
  for (i in seq_len(count)) {
    p <- (1403580 * s[2] - 810728 * s[1]) %% 4294967087
    q <- (527612 * s[6] - 1370589 * s[4]) %% 4294944443
    s <- c(s[2], s[3], p, s[5], s[6], q)
    result[i] <- (if (p <= q) p - q + 4294967087 else p - q) * 2.328306549295727688e-10
  }
  result
}

bca <- function(t0, t, jack, level) {
  influence <- mean(jack) - jack
  a <- sum(influence^3) / (6 * sum(influence^2)^1.5)
  z0 <- qnorm(mean(t < t0))
  z <- qnorm(c((1 - level) / 2, (1 + level) / 2))
  alpha <- pnorm(z0 + (z0 + z) / (1 - a * (z0 + z)))
  bc <- pnorm(2 * z0 + z)
  list(z0 = z0, acceleration = a, bca = unname(quantile(t, alpha)), bc = unname(quantile(t, bc)))
}

summarise <- function(t0, t, jack, level = 0.95) {
  tails <- c((1 - level) / 2, (1 + level) / 2)
  p <- unname(quantile(t, tails))
  m2 <- mean((t - mean(t))^2)
  c(
    list(
      level = level, estimate = t0, mean = mean(t), standard_error = sd(t),
      monte_carlo_standard_error = sd(t) * sqrt(mean((t - mean(t))^4) / m2^2 - 1) / (2 * sqrt(length(t))),
      percentile = p, basic = 2 * t0 - rev(p),
      normal = t0 - (mean(t) - t0) + c(-1, 1) * qnorm(tails[2]) * sd(t)
    ),
    bca(t0, t, jack, level)
  )
}

statistics <- list(
  mean = function(d, i) mean(d$change[i]),
  standardised = function(d, i) mean(d$change[i]) / sqrt((var(d$pre[i]) + var(d$post[i])) / 2)
)

rows_case <- function(name, d, resamples, level) {
  d$change <- d$post - d$pre
  n <- nrow(d)
  index <- matrix(floor(draws(n * resamples) * n) + 1, n)
  lapply(names(statistics), function(which) {
    f <- function(i) statistics[[which]](d, i)
    c(
      list(data = name, statistic = which, resamples = resamples, pre = d$pre, post = d$post),
      summarise(f(seq_len(n)), apply(index, 2, f), sapply(seq_len(n), function(i) f(-i)), level)
    )
  })
}

# Made-up clusters of unequal size: whole clusters are drawn.
cluster_case <- function() {
  d <- read.csv(text = "c,x\na,1\na,3\nb,2\nb,9\nb,4\nc,7\nd,5\nd,5.5\ne,12\ne,1")
  ids <- unique(d$c)
  f <- function(ids) mean(unlist(lapply(ids, function(id) d$x[d$c == id])))
  index <- matrix(floor(draws(5 * 400) * 5) + 1, 5)
  c(
    list(data = "clusters", clusters = d$c, values = d$x, resamples = 400),
    summarise(f(ids), apply(index, 2, function(i) f(ids[i])), sapply(1:5, function(i) f(ids[-i])))
  )
}

ft <- subset(MASS::anorexia, Treat == "FT")
cases <- c(
  rows_case("anorexia FT (MASS 7.3-58.2)", data.frame(pre = ft$Prewt, post = ft$Postwt), 2000, 0.95),
  rows_case("cd4 (boot 1.3-28.1)", setNames(boot::cd4, c("pre", "post")), 1000, 0.9)
)
cat(jsonlite::toJSON(list(
  made_with = list(R = R.version.string, MASS = as.character(packageVersion("MASS")),
                   boot = as.character(packageVersion("boot"))),
  tolerance = 1e-9, rows = cases, clusters = cluster_case()
), auto_unbox = TRUE, digits = NA, pretty = FALSE), "\n", sep = "")
