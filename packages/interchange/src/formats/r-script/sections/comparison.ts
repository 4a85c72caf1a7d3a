import type { RSection } from "./section";

export const COMPARISON_SECTION: RSection = {
  name: "comparison",
  title: "This cohort (A) less the other (B)",
  code: `both_scores <- !is.na(baseline) & !is.na(follow_up)
compared <- data.frame(pre = baseline[both_scores], post = follow_up[both_scores],
                       supported = as.numeric(rows$cohort[both_scores] == "A"), site = rows$site[both_scores])
compared$change <- round(compared$post - compared$pre, 10)
is_supported <- compared$supported == 1
for (group in c("supported", "compared")) {
  own <- compared[is_supported == (group == "supported"), ]
  name <- function(what) paste0("comparison.", group, ".", what)
  figure(name("n"), nrow(own))
  figure(name("mean-before"), mean(own$pre))
  figure(name("mean-after"), mean(own$post))
  figure(name("sd-before"), sd(own$pre))
  figure(name("sd-after"), sd(own$post))
}
sizes <- c(sum(is_supported), sum(!is_supported))
people <- sum(sizes)
pooled_sd <- function(x) {
  sqrt(sum((sizes - 1) * c(var(x[is_supported]), var(x[!is_supported]))) / (sum(sizes) - 2))
}
within_cohort <- function(x) x - ave(x, is_supported)
correlation <- suppressWarnings(cor(within_cohort(compared$pre), within_cohort(compared$post)))
figure("comparison.correlation", correlation)
figure("comparison.pooled-sd-after", pooled_sd(compared$post))
welch <- t.test(compared$change[is_supported], compared$change[!is_supported])
wald_figures("comparison.unadjusted", diff(rev(welch$estimate)), welch$stderr, welch$parameter)

# Least squares with robust errors. HC3: each person for itself. CR2 (Bell and McCaffrey 2002) with Satterthwaite's
# degrees of freedom: people, or sites, as clusters. CR1: for weighted regressions, as survey::svyglm.
root_of_inverse <- function(m) {
  parts <- eigen(m, symmetric = TRUE)
  kept <- parts$values > 1e-10
  parts$vectors[, kept, drop = FALSE] %*% (t(parts$vectors[, kept, drop = FALSE]) / sqrt(parts$values[kept]))
}
robust_figures <- function(name, x, y, at, cluster = seq_along(y), weights = rep(1, length(y)),
                           type = c("HC3", "CR2", "CR1")) {
  bread <- chol2inv(qr.R(qr(x * sqrt(weights))))
  coefficients <- qr.coef(qr(x * sqrt(weights)), y * sqrt(weights))
  residuals <- as.vector(y - x %*% coefficients)
  own <- split(seq_along(y), match(cluster, unique(cluster)))
  df <- length(y) - ncol(x)
  if (type == "HC3") {
    leverage <- rowSums((x %*% bread) * x)
    scores <- x * residuals / (1 - leverage)
  } else if (type == "CR1") {
    scores <- rowsum(x * weights * residuals, match(cluster, unique(cluster))) * sqrt(length(own) / (length(own) - 1))
    df <- length(own) - ncol(x)
  } else {
    adjusted <- lapply(own, function(i) {
      xi <- x[i, , drop = FALSE]
      adjust <- root_of_inverse(diag(length(i)) - xi %*% bread %*% t(xi))
      u <- adjust %*% xi %*% bread[, at]
      list(score = t(xi) %*% adjust %*% residuals[i], size = sum(u^2), moment = t(xi) %*% u)
    })
    scores <- t(vapply(adjusted, function(one) as.vector(one$score), numeric(ncol(x))))
    moments <- t(vapply(adjusted, function(one) as.vector(one$moment), numeric(ncol(x))))
    products <- diag(vapply(adjusted, function(one) one$size, numeric(1))) - moments %*% bread %*% t(moments)
    df <- sum(diag(products))^2 / sum(products^2)
  }
  variance <- (bread %*% crossprod(scores) %*% bread)[at, at]
  wald_figures(name, coefficients[at], sqrt(variance), df)
}

covariates <- as.matrix(rows[both_scores, grep("^covariate_", names(rows)), drop = FALSE])
known <- rowSums(is.na(covariates)) == 0
adjustable <- compared[known, ]
predictors <- cbind(adjustable$pre, covariates[known, , drop = FALSE])
design <- cbind(1, adjustable$supported, predictors)
robust_figures("comparison.ancova", design, adjustable$post, 2, type = "HC3")
twice <- rep(compared$supported, 2)
after <- rep(0:1, each = people)
robust_figures("comparison.difference-in-differences", cbind(1, twice, after, twice * after),
               c(compared$pre, compared$post), 4, cluster = rep(seq_len(people), 2), type = "CR2")
hedges_g_figures("comparison.hedges-g", compared$post[is_supported], compared$post[!is_supported])
if (wanted("comparison.standardised-change.value")) {
  # Morris (2008), d_ppc2.
  factor <- 1 - 3 / (4 * (people - 2) - 1)
  gain <- mean((compared$post - compared$pre)[is_supported]) - mean((compared$post - compared$pre)[!is_supported])
  value <- factor * gain / pooled_sd(compared$pre)
  sampling <- 2 * (1 - correlation) * sum(1 / sizes)
  variance <- factor^2 * sampling * (people - 2) / (people - 4) * (1 + value^2 / sampling) - value^2
  wald_figures("comparison.standardised-change", value, sqrt(variance))
  figure("comparison.standardised-change.degrees-of-freedom", people - 2)
}

sites <- sort(unique(adjustable$site))

# E-values (VanderWeele and Ding 2017) of a difference that was found, in standard deviations of the scores after.
e_value_figures <- function(name) {
  if (!wanted(paste0(name, ".e-value"))) return(invisible())
  ratio <- function(what) exp(0.91 * get(paste0(name, ".", what), envir = found) / pooled_sd(compared$post))
  e_value <- function(rr) max(rr, 1 / rr) + sqrt(max(rr, 1 / rr) * (max(rr, 1 / rr) - 1))
  nearest <- if (ratio("low") <= 1 && ratio("high") >= 1) 1 else if (ratio("low") > 1) ratio("low") else ratio("high")
  figure(paste0(name, ".e-value"), e_value(ratio("value")))
  figure(paste0(name, ".e-value-of-limit"), e_value(nearest))
}
e_value_figures("comparison.ancova")
e_value_figures("comparison.difference-in-differences")`,
};
