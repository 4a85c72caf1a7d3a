import type { RSection } from "./section";

export const SCALE_SECTION: RSection = {
  name: "scale",
  title: "The scale itself, in these people",
  code: `figure("scale.ends.n", sum(measured))
figure("scale.ends.floor", mean(baseline[measured] == range_minimum))
figure("scale.ends.ceiling", mean(baseline[measured] == range_maximum))
if (wanted("scale.response-mean.value")) {
  d <- mean(post - pre) / sd(post - pre)
  ends <- noncentrality(d * sqrt(n), n - 1) / sqrt(n)
  figure("scale.response-mean.value", d)
  figure("scale.response-mean.low", ends[1])
  figure("scale.response-mean.high", ends[2])
  figure("scale.response-mean.standard-error", sqrt(1 / n + d^2 / (2 * n)))
}
if (wanted("scale.guyatt")) {
  stable <- rows$cohort == "B" & !is.na(baseline) & !is.na(follow_up)
  figure("scale.guyatt.stable-n", sum(stable))
  figure("scale.guyatt", mean(post - pre) / sd((follow_up - baseline)[stable]))
}

if (wanted("scale.items.n")) {
  people <- nrow(items)
  k <- ncol(items)
  figure("scale.items.n", people)
  covariances <- cov(items)
  alpha_of <- function(v) ncol(v) / (ncol(v) - 1) * (1 - sum(diag(v)) / sum(v))
  alpha <- alpha_of(covariances)
  # Feldt (1965); the standard error is that of Duhachek and Iacobucci (2004).
  df <- c(people - 1, (people - 1) * (k - 1))
  squared <- covariances %*% covariances
  trace <- sum(diag(covariances))
  variance <- 2 * k^2 / ((k - 1)^2 * sum(covariances)^3) *
    (sum(covariances) * (sum(diag(squared)) + trace^2) - 2 * trace * sum(squared))
  interval_figures("scale.alpha", alpha, 1 - (1 - alpha) * qf(0.975, df[1], df[2]),
                   1 - (1 - alpha) / qf(0.975, df[2], df[1]), sqrt(variance / people))
  for (item in seq_len(k)) {
    name <- function(what) paste0("scale.item-", item, ".", what)
    figure(name("mean"), mean(items[, item]))
    figure(name("sd"), sd(items[, item]))
    figure(name("answers-seen"), length(unique(items[, item])))
    rest <- rowSums(items[, -item, drop = FALSE])
    figure(name("rest-correlation"), suppressWarnings(cor(items[, item], rest)))
    if (k > 2) figure(name("alpha-if-dropped"), alpha_of(covariances[-item, -item]))
  }
}

# Omega total of one factor by maximum likelihood, covariances with denominator n; errors from the curvature.
if (wanted("scale.omega.value")) {
  observed <- cov(items) * (people - 1) / people
  deviations <- sqrt(diag(observed))
  observed <- cov2cor(observed)
  implied <- function(theta) tcrossprod(theta[1:k]) + diag(theta[k + 1:k])
  misfit <- function(theta) {
    values <- eigen(implied(theta), symmetric = TRUE, only.values = TRUE)$values
    if (min(values) <= 0) return(1e10)
    sum(log(values)) + sum(diag(solve(implied(theta), observed)))
  }
  slope <- function(theta) {
    inverse <- solve(implied(theta))
    gap <- inverse %*% (implied(theta) - observed) %*% inverse
    c(2 * gap %*% theta[1:k], diag(gap))
  }
  first <- eigen(observed, symmetric = TRUE)
  loadings <- pmin(0.95, pmax(-0.95, first$vectors[, 1] * sqrt(first$values[1])))
  theta <- optim(c(loadings, 1 - loadings^2), misfit, slope, method = "BFGS",
                 control = list(maxit = 5000, reltol = 1e-15))$par
  for (step in 1:3) {
    curvature <- optimHess(theta, misfit, slope, control = list(ndeps = rep(1e-5, 2 * k)))
    theta <- theta - solve(curvature, slope(theta))
  }
  # The information of the likelihood: half the trace of products of slopes of the implied covariances.
  inverse <- solve(implied(theta))
  slopes <- lapply(seq_len(2 * k), function(j) {
    one <- matrix(0, k, k)
    if (j <= k) {
      one[j, ] <- theta[1:k]
      one <- one + t(one)
    } else {
      one[j - k, j - k] <- 1
    }
    inverse %*% one
  })
  information <- outer(seq_len(2 * k), seq_len(2 * k), Vectorize(function(a, b) sum(slopes[[a]] * t(slopes[[b]])) / 2))
  l <- sum(theta[1:k] * deviations)
  residual <- sum(theta[k + 1:k] * deviations^2)
  whole <- l^2 + residual
  by_parameter <- c(deviations * 2 * l * residual, -deviations^2 * l^2) / whole^2
  omega_error <- sqrt(sum(by_parameter * solve(information, by_parameter)) / people)
  omega <- l^2 / whole
  interval_figures("scale.omega", omega, min(omega, max(0, omega - qnorm(0.975) * omega_error)),
                   max(omega, min(1, omega + qnorm(0.975) * omega_error)), omega_error)
}`,
};
