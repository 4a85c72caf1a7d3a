import type { RSection } from "./section";

export const CHANGE_SECTION: RSection = {
  name: "change",
  title: "Change of people with both scores",
  code: `figure("change.n", n)
figure("change.mean-before", mean(pre))
figure("change.mean-after", mean(post))
figure("change.mean-change", mean(post - pre))
figure("change.sd-before", sd(pre))
figure("change.sd-after", sd(post))
figure("change.sd-change", sd(post - pre))
if (wanted("change.correlation")) figure("change.correlation", cor(pre, post))
if (wanted("change.change.value")) {
  test <- t.test(post, pre, paired = TRUE)
  interval_figures("change.change", test$estimate, test$conf.int[1], test$conf.int[2], test$stderr)
  figure("change.change.degrees-of-freedom", test$parameter)
  figure("change.test.statistic", test$statistic)
  figure("change.test.degrees-of-freedom", test$parameter)
  figure("change.test.p-value", test$p.value)
  figure("change.test.p-less", t.test(post, pre, paired = TRUE, alternative = "less")$p.value)
  figure("change.test.p-greater", t.test(post, pre, paired = TRUE, alternative = "greater")$p.value)
}

# g_pre: standard deviations at baseline, Hedges-corrected (Becker 1988). metafor::escalc("SMCR") gives the same.
if (wanted("change.standardised.value")) {
  g <- hedges_factor(n - 1) * mean(post - pre) / sd(pre)
  standard_error <- sqrt(2 * (1 - cor(pre, post)) / n + g^2 / (2 * n))
  interval_figures("change.standardised", g, g - qnorm(0.975) * standard_error, g + qnorm(0.975) * standard_error,
                   standard_error)
}

# What is expected of people let in for their score when nothing happens. Mean and spread of everybody come from the
# truncated normal distribution of those who were let in (Cohen 1950), the fall from Davis (1976).
if (wanted("change.regression-to-mean")) {
  towards <- if (entry_side == "at-least") 1 else -1
  excess <- towards * (pre - entry_cut_off)
  hazard <- function(z) exp(dnorm(z, log = TRUE) - pnorm(z, lower.tail = FALSE, log.p = TRUE))
  ratio <- mean((excess - mean(excess))^2) / mean(excess)^2
  z <- uniroot(function(z) (1 - hazard(z) * (hazard(z) - z)) / (hazard(z) - z)^2 - ratio, c(-8, 8), tol = 1e-14)$root
  everybody <- mean(excess) / (hazard(z) - z)
  figure("change.regression-to-mean", -towards * everybody * (1 - reliability) * hazard(z))
}

# Skewness of the changes against the number of people: how far the two sides of the interval may differ.
centred <- differences - mean(differences)
figure("change.skewness-over-root-n", abs(mean(centred^3) / mean(centred^2)^1.5) / sqrt(n))`,
};
