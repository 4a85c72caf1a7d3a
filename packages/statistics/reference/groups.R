# Reference figures for packages/statistics/src/groups.
#
#   Rscript packages/statistics/reference/groups.R > packages/statistics/src/groups/groups.fixtures.json

suppressPackageStartupMessages({library(metafor); library(car); library(exactRankTests); library(multcomp)})

interval <- function(test) as.numeric(test$conf.int)
quietly <- suppressWarnings

# Noncentrality parameters under which t would sit at the upper and the lower 2.5 % point.
noncentrality_interval <- function(t, df) {
  solve_for <- function(p) {
    quietly(stats::uniroot(function(ncp) stats::pt(t, df, ncp) - p, t + c(-15, 15), tol = 1e-13)$root)
  }
  c(solve_for(0.975), solve_for(0.025))
}

two_groups <- function(a, b) {
  n <- c(length(a), length(b))
  welch <- stats::t.test(a, b)
  student <- stats::t.test(a, b, var.equal = TRUE)
  scale <- sqrt(sum(1 / n))
  pooled <- sqrt(sum((n - 1) * c(var(a), var(b))) / (sum(n) - 2))
  d <- (mean(a) - mean(b)) / pooled
  g <- metafor::escalc("SMD", m1i = mean(a), m2i = mean(b), sd1i = sd(a), sd2i = sd(b), n1i = n[1], n2i = n[2])
  untied <- length(unique(c(a, b))) == sum(n)
  sides <- c("two.sided", "less", "greater")
  normal <- function(correct) sapply(sides, function(side) {
    quietly(stats::wilcox.test(a, b, exact = FALSE, correct = correct, alternative = side)$p.value)
  }, USE.NAMES = FALSE)
  # Brunner & Munzel (2000) by their formula; no package for it here.
  r <- rank(c(a, b))
  own <- list(rank(a), rank(b))
  place <- list(r[seq_along(a)] - own[[1]], r[-seq_along(a)] - own[[2]])
  share <- c(var(place[[1]]) / n[1] / n[2]^2, var(place[[2]]) / n[2] / n[1]^2)
  theta <- mean(place[[1]]) / n[2]
  df <- sum(share)^2 / sum(share^2 / (n - 1))
  c(
    list(
      welch = c(welch$statistic, welch$parameter, welch$p.value, welch$stderr, interval(welch)),
      student = c(student$statistic, student$parameter, student$p.value, student$stderr, interval(student)),
      d = d, d_interval = noncentrality_interval(d / scale, sum(n) - 2) * scale,
      g = as.numeric(g$yi), g_variance = as.numeric(g$vi),
      glass = (mean(a) - mean(b)) / sd(b), d_average = (mean(a) - mean(b)) / sqrt((var(a) + var(b)) / 2),
      U = unname(quietly(stats::wilcox.test(a, b))$statistic),
      corrected = normal(TRUE), uncorrected = normal(FALSE),
      # One-sided; the two-sided value of the package misses sums exactly as far on the other side.
      exact = sapply(sides[-1], function(side) {
        exactRankTests::wilcox.exact(a, b, exact = TRUE, alternative = side)$p.value
      }, USE.NAMES = FALSE),
      shift = stats::median(outer(a, b, "-")),
      shift_interval = interval(quietly(
        stats::wilcox.test(a, b, exact = FALSE, conf.int = TRUE, tol.root = 1e-12))),
      theta = theta, theta_error = sqrt(sum(share)), theta_df = df,
      theta_p = 2 * stats::pt(-abs(theta - 0.5) / sqrt(sum(share)), df)
    ),
    if (untied) {
      exact <- stats::wilcox.test(a, b, exact = TRUE, conf.int = TRUE)
      list(exact_p = exact$p.value, exact_interval = interval(exact))
    }
  )
}

several_groups <- function(y, g) {
  analysis <- stats::anova(stats::lm(y ~ g))
  welch <- stats::oneway.test(y ~ g)
  kruskal <- stats::kruskal.test(y, g)
  tukey <- stats::TukeyHSD(stats::aov(y ~ g))$g
  triangle <- function(pool, method) {
    found <- stats::pairwise.t.test(y, g, pool.sd = pool, p.adjust.method = method)$p.value
    found[!is.na(found)]
  }
  brown <- car::leveneTest(y, g)
  levene <- car::leveneTest(y, g, center = mean)
  bartlett <- stats::bartlett.test(y, g)
  mean_ranks <- tapply(rank(y), g, mean)
  n <- tapply(y, g, length)
  rank_variance <- stats::var(rank(y))
  pairs <- utils::combn(nlevels(g), 2)
  set.seed(1)
  dunnett <- multcomp::glht(stats::aov(y ~ g), multcomp::mcp(g = "Dunnett"))
  single <- summary(dunnett, test = multcomp::adjusted("single-step", abseps = 1e-7, maxpts = 1e6))
  limits <- stats::confint(dunnett)$confint
  list(
    anova = c(analysis$`F value`[1], analysis$Df, analysis$`Pr(>F)`[1], analysis$`Sum Sq`),
    welch = c(welch$statistic, welch$parameter, welch$p.value),
    kruskal = c(kruskal$statistic, kruskal$parameter, kruskal$p.value),
    tukey = lapply(seq_len(nrow(tukey)), function(row) unname(tukey[row, ])),
    pooled_none = triangle(TRUE, "none"), pooled_holm = triangle(TRUE, "holm"),
    separate_none = triangle(FALSE, "none"), separate_BH = triangle(FALSE, "BH"),
    # Dunn (1964) by its formula.
    dunn_z = apply(pairs, 2, function(i) {
      unname((mean_ranks[i[2]] - mean_ranks[i[1]]) / sqrt(rank_variance * sum(1 / n[i])))
    }),
    brown_forsythe = c(brown$`F value`[1], brown$`Pr(>F)`[1]),
    levene = c(levene$`F value`[1], levene$`Pr(>F)`[1]),
    bartlett = c(bartlett$statistic, bartlett$p.value),
    dunnett = lapply(seq_len(nrow(limits)), function(row) {
      c(unname(limits[row, ]), single$test$tstat[[row]], single$test$pvalues[row])
    })
  )
}

anorexia <- MASS::anorexia
gain <- round(anorexia$Postwt - anorexia$Prewt, 10)
teeth <- as.data.frame(nlme::Orthodont)
teeth <- teeth[teeth$age == 14, ]
obrien <- carData::OBrienKaiser
ozone <- subset(datasets::airquality, !is.na(Ozone))
pairs_of_groups <- list(
  list(data = "MASS::anorexia 7.3.58.2, gain, FT and Cont", a = gain[anorexia$Treat == "FT"], b = gain[anorexia$Treat == "Cont"]),
  list(data = "MASS::anorexia 7.3.58.2, gain, CBT and Cont", a = gain[anorexia$Treat == "CBT"], b = gain[anorexia$Treat == "Cont"]),
  list(data = "nlme::Orthodont 3.1.162, age 14", a = teeth$distance[teeth$Sex == "Male"], b = teeth$distance[teeth$Sex == "Female"]),
  list(data = "datasets::sleep 4.2.2", a = datasets::sleep$extra[1:10], b = datasets::sleep$extra[11:20]),
  list(data = "datasets::airquality 4.2.2, wind, May and August", a = ozone$Wind[ozone$Month == 5], b = ozone$Wind[ozone$Month == 8]),
  list(data = "datasets::women 4.2.2, height and weight of 6", a = datasets::women$height[c(1, 3, 5)] + 0.25, b = datasets::women$weight[1:6] / 2)
)
samples <- list(
  list(data = "MASS::anorexia 7.3.58.2, gain by treatment", y = gain, g = stats::relevel(anorexia$Treat, "Cont")),
  list(data = "datasets::InsectSprays 4.2.2", y = datasets::InsectSprays$count, g = datasets::InsectSprays$spray),
  list(data = "datasets::chickwts 4.2.2", y = datasets::chickwts$weight, g = datasets::chickwts$feed),
  list(data = "datasets::airquality 4.2.2, ozone by month", y = ozone$Ozone, g = factor(ozone$Month)),
  list(data = "carData::OBrienKaiser 3.0.5, post.1 by treatment", y = obrien$post.1, g = factor(obrien$treatment))
)
versions <- sapply(c("stats", "metafor", "car", "exactRankTests", "multcomp", "MASS", "nlme", "carData"),
  function(package) as.character(utils::packageVersion(package)))
cat(jsonlite::toJSON(
  list(
    what = "Comparisons of two and of several groups computed by R on published data sets.",
    script = "packages/statistics/reference/groups.R", r = R.version.string, packages = as.list(versions),
    tolerance = list(relative = 1e-10, absolute = 1e-12),
    two = lapply(pairs_of_groups, function(one) c(one, list(expected = two_groups(one$a, one$b)))),
    several = lapply(samples, function(one) {
      list(
        data = one$data, groups = unname(split(one$y, one$g)), expected = several_groups(one$y, one$g)
      )
    })
  ), auto_unbox = TRUE, digits = NA), "\n", sep = "")
