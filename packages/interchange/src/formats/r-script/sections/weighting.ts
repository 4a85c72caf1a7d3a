import type { RSection } from "./section";

/** Uses the rows and the robust regression of the comparison, which always comes before. */
export const WEIGHTING_SECTION: RSection = {
  name: "weighting",
  title: "The cohorts weighted so that they were alike before",
  code: `in_a <- adjustable$supported == 1
propensity <- fitted(glm(adjustable$supported ~ predictors, family = binomial,
                         control = glm.control(epsilon = 1e-14, maxit = 100)))
figure("weighting.share-extreme", mean(propensity < 0.05 | propensity > 0.95))
weights_for <- function(target) {
  switch(target, everyone = ifelse(in_a, 1 / propensity, 1 / (1 - propensity)),
         treated = ifelse(in_a, 1, propensity / (1 - propensity)), overlap = ifelse(in_a, 1 - propensity, propensity))
}
target <- if (any(propensity < 0.05 | propensity > 0.95)) "overlap" else "everyone"
balancing <- weights_for(target)
effective <- function(w) sum(w)^2 / sum(w^2)
figure("weighting.supported.effective", effective(balancing[in_a]))
figure("weighting.compared.effective", effective(balancing[!in_a]))
figure("weighting.supported.n", sum(in_a))
figure("weighting.compared.n", sum(!in_a))
tenth <- pmin(9, floor(propensity * 10)) + 1
for (bin in 1:10) {
  figure(paste0("weighting.overlap-", bin, ".supported"), sum(tenth == bin & in_a))
  figure(paste0("weighting.overlap-", bin, ".compared"), sum(tenth == bin & !in_a))
}

# Standardised differences; the unit is the spread before weighting.
weighted_spread <- function(x, w) sum(w * (x - sum(w * x) / sum(w))^2) / (sum(w) - sum(w^2) / sum(w))
for (column in seq_len(ncol(predictors))) {
  x <- predictors[, column]
  binary <- all(x %in% 0:1)
  spread <- if (binary) mean(x[in_a]) * (1 - mean(x[in_a])) + mean(x[!in_a]) * (1 - mean(x[!in_a]))
            else var(x[in_a]) + var(x[!in_a])
  for (when in c("before", "after")) {
    w <- if (when == "before") rep(1, length(x)) else balancing
    means <- c(weighted.mean(x[in_a], w[in_a]), weighted.mean(x[!in_a], w[!in_a]))
    name <- function(what) paste0("weighting.balance-", column, ".", when, ".", what)
    figure(name("mean-supported"), means[1])
    figure(name("mean-compared"), means[2])
    figure(name("standardised-difference"), (means[1] - means[2]) / sqrt(spread / 2))
    figure(name("variance-ratio"), weighted_spread(x[in_a], w[in_a]) / weighted_spread(x[!in_a], w[!in_a]))
  }
}

clusters <- if (weighted_by_sites) adjustable$site else seq_along(in_a)
weighted <- function(name, x, w) {
  if (wanted(paste0(name, ".value"))) robust_figures(name, x, adjustable$post, 2, clusters, w, type = "CR1")
}
weighted("weighting.weighted", design[, 1:2], balancing)
e_value_figures("weighting.weighted")
weighted("weighting.doubly-robust", design, balancing)
for (other in setdiff(c("everyone", "treated", "overlap"), target)) {
  w <- weights_for(other)
  if (other == "everyone") w <- pmin(pmax(w, quantile(w, 0.01)), quantile(w, 0.99))
  weighted(paste0("weighting.other-", other), design[, 1:2], w)
}
if (wanted("weighting.augmented.value")) {
  predicted <- function(group) {
    own <- qr.coef(qr(cbind(1, predictors)[group, ]), adjustable$post[group])
    as.vector(cbind(1, predictors) %*% own)
  }
  with_support <- predicted(in_a)
  without <- predicted(!in_a)
  influence <- with_support - without + ifelse(in_a, (adjustable$post - with_support) / propensity,
                                               -(adjustable$post - without) / (1 - propensity))
  wald_figures("weighting.augmented", mean(influence), sd(influence) / sqrt(length(influence)))
}`,
};
