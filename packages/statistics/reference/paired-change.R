# Reference figures for packages/statistics/src/paired: run with R 4.2 or newer and metafor 3.8 or newer.
#
#   Rscript packages/statistics/reference/paired-change.R
#
# Prints one JSON object per case. The committed *.fixtures.json hold the answers of R 4.2.2 (metafor 3.8-1,
# effectsize 0.8.3) together with the raw columns, so that the tests need neither R nor these packages.
# Change is always post - pre over complete pairs.

suppressPackageStartupMessages(library(metafor))
options(digits = 17)

complete_pairs <- function(data, pre, post) {
  keep <- stats::complete.cases(data[, c(pre, post)])
  list(pre = data[keep, pre], post = data[keep, post])
}

paired_t <- function(pre, post) {
  change <- post - pre
  two_sided <- stats::t.test(post, pre, paired = TRUE)
  at <- function(level) as.numeric(stats::t.test(post, pre, paired = TRUE, conf.level = level)$conf.int)
  list(
    n = length(change), mean_pre = mean(pre), mean_post = mean(post), sd_pre = sd(pre), sd_post = sd(post),
    r = cor(pre, post), mean_diff = mean(change), sd_diff = sd(change), se = sd(change) / sqrt(length(change)),
    t = unname(two_sided$statistic), df = unname(two_sided$parameter), p_two_sided = two_sided$p.value,
    p_less = stats::t.test(post, pre, paired = TRUE, alternative = "less")$p.value,
    p_greater = stats::t.test(post, pre, paired = TRUE, alternative = "greater")$p.value,
    ci95 = at(0.95), ci99 = at(0.99), ci90 = at(0.90)
  )
}

# Noncentrality parameters under which t would sit at the upper and the lower 2.5 % point.
noncentrality_interval <- function(t, df, level = 0.95) {
  tail <- (1 - level) / 2
  solve_for <- function(p) {
    stats::uniroot(function(ncp) stats::pt(t, df, ncp) - p, t + c(-15, 15), tol = 1e-13)$root
  }
  c(solve_for(1 - tail), solve_for(tail))
}

effect_sizes <- function(pre, post) {
  n <- length(pre)
  df <- n - 1
  change <- post - pre
  s1 <- sd(pre)
  s2 <- sd(post)
  r <- cor(pre, post)
  j <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
  d <- list(
    z = mean(change) / sd(change),
    av_rms = mean(change) / sqrt((s1^2 + s2^2) / 2),
    av_mean = mean(change) / ((s1 + s2) / 2),
    pre = mean(change) / s1
  )
  d$rm <- d$z * sqrt(2 * (1 - r))
  average_variance <- (s1^2 + s2^2) / 2
  # Bonett (2008), Psychological Methods 13, 99-109.
  se_av <- sqrt(
    d$av_rms^2 * (s1^4 + s2^4 + 2 * cov(pre, post)^2) / (8 * df * average_variance^2) +
      var(change) / (average_variance * df)
  )
  se_pre <- sqrt(d$pre^2 / (2 * df) + var(change) / (s1^2 * df))
  interval_z <- noncentrality_interval(d$z * sqrt(n), df) / sqrt(n)
  around <- function(value, se) value + c(-1, 1) * qnorm(0.975) * se
  # sd1i is the standardiser: the baseline, although m1i is the mean after.
  smcc <- escalc("SMCC", m1i = mean(post), m2i = mean(pre), sd1i = s2, sd2i = s1, ni = n, ri = r)
  smcr <- escalc("SMCR", m1i = mean(post), m2i = mean(pre), sd1i = s1, ni = n, ri = r)
  list(
    n = n, df = df, J_exact = j, d = d, g = lapply(d, function(one) j * one),
    d_z_ci95_noncentral_t = interval_z, g_z_ci95 = j * interval_z,
    d_av_rms_se_bonett = se_av, d_av_rms_ci95_bonett = around(d$av_rms, se_av),
    d_pre_se_bonett = se_pre, d_pre_ci95_bonett = around(d$pre, se_pre),
    metafor_SMCC = c(as.numeric(smcc$yi), as.numeric(smcc$vi)),
    metafor_SMCR_pre_sd = c(as.numeric(smcr$yi), as.numeric(smcr$vi)),
    cles_dz = pnorm(d$z)
  )
}

btheb <- HSAUR3::BtheB
cases <- list(
  anorexia_cbt = complete_pairs(subset(MASS::anorexia, Treat == "CBT"), "Prewt", "Postwt"),
  btheb_tau_8m = complete_pairs(subset(btheb, treatment == "TAU"), "bdi.pre", "bdi.8m"),
  btheb_btheb_2m = complete_pairs(subset(btheb, treatment == "BtheB"), "bdi.pre", "bdi.2m"),
  cd4_boot = complete_pairs(boot::cd4, "baseline", "oneyear"),
  fdd_emdr_t1t3 = complete_pairs(subset(mice::fdd, trt == "E"), "prop1", "prop3"),
  affect_state_maps = complete_pairs(subset(psychTools::affect, Film == 2), "state1", "state2")
)
for (name in names(cases)) {
  pair <- cases[[name]]
  answer <- list(name = name, t = paired_t(pair$pre, pair$post), effects = effect_sizes(pair$pre, pair$post))
  cat(jsonlite::toJSON(answer, auto_unbox = TRUE, digits = NA), "\n", sep = "")
}
