# Reference figures for the rank statistics of packages/statistics/src/paired.
#
#   Rscript packages/statistics/reference/signed-rank.R > packages/statistics/src/paired/signed-rank.fixtures.json
#
# Differences are post - pre over complete pairs, rounded to 10 decimals.

suppressPackageStartupMessages({library(coin); library(exactRankTests)})

pairs_of <- function(data, pre, post) {
  keep <- stats::complete.cases(data[, c(pre, post)])
  list(pre = data[keep, pre], post = data[keep, post])
}

normal_test <- function(x, correct, alternative = "two.sided") {
  suppressWarnings(stats::wilcox.test(x, exact = FALSE, correct = correct, alternative = alternative)$p.value)
}
normal_interval <- function(x, level) {
  found <- suppressWarnings(
    stats::wilcox.test(x, exact = FALSE, conf.int = TRUE, conf.level = level, tol.root = 1e-12))
  as.numeric(found$conf.int)
}

reference <- function(pre, post) {
  d <- round(post - pre, 10)
  x <- d[d != 0]
  average <- outer(d, d, "+") / 2
  used <- outer(x, x, "+") / 2
  pratt <- coin::wilcoxsign_test(d ~ rep(0, length(d)), zero.method = "Pratt")
  pratt_exact <- coin::wilcoxsign_test(d ~ rep(0, length(d)), zero.method = "Pratt", distribution = "exact")
  sign <- stats::binom.test(sum(d > 0), length(x))
  untied <- length(unique(abs(x))) == length(x) && length(x) == length(d)
  c(
    list(
      n = length(d), zeros = sum(d == 0), tied = length(unique(abs(x))) < length(x),
      V = sum(rank(abs(x))[x > 0]), V_negative = sum(rank(abs(x))[x < 0]),
      corrected = sapply(c("two.sided", "less", "greater"), function(a) normal_test(x, TRUE, a), USE.NAMES = FALSE),
      uncorrected = sapply(c("two.sided", "less", "greater"), function(a) normal_test(x, FALSE, a), USE.NAMES = FALSE),
      exact = sapply(c("two.sided", "less", "greater"), function(a) {
        exactRankTests::wilcox.exact(x, exact = TRUE, alternative = a)$p.value
      }, USE.NAMES = FALSE),
      pratt_z = as.numeric(coin::statistic(pratt)), pratt_p = as.numeric(coin::pvalue(pratt)),
      pratt_exact_p = as.numeric(coin::pvalue(pratt_exact)),
      pseudo_median = stats::median(average[!lower.tri(average)]),
      pseudo_median_of_changed = stats::median(used[!lower.tri(used)]),
      normal_interval_95 = normal_interval(x, 0.95), normal_interval_80 = normal_interval(x, 0.8),
      sign_p = sign$p.value, sign_share = unname(sign$estimate), sign_interval = as.numeric(sign$conf.int)
    ),
    if (untied) {
      found <- stats::wilcox.test(x, exact = TRUE, conf.int = TRUE)
      list(exact_interval_95 = as.numeric(found$conf.int), exact_interval_80 = as.numeric(
        stats::wilcox.test(x, exact = TRUE, conf.int = TRUE, conf.level = 0.8)$conf.int))
    }
  )
}

anorexia <- MASS::anorexia
sources <- list(
  anorexia_cont = list(data = "MASS::anorexia 7.3.58.2", pairs_of(subset(anorexia, Treat == "Cont"), "Prewt", "Postwt")),
  anorexia_cbt = list(data = "MASS::anorexia 7.3.58.2", pairs_of(subset(anorexia, Treat == "CBT"), "Prewt", "Postwt")),
  anorexia_ft = list(data = "MASS::anorexia 7.3.58.2", pairs_of(subset(anorexia, Treat == "FT"), "Prewt", "Postwt")),
  cd4_boot = list(data = "boot::cd4 1.3.28.1", pairs_of(boot::cd4, "baseline", "oneyear")),
  sleep = list(
    data = "datasets::sleep 4.2.2",
    list(pre = datasets::sleep$extra[1:10], post = datasets::sleep$extra[11:20])
  ),
  fdd_emdr = list(data = "mice::fdd 3.15.0", pairs_of(subset(mice::fdd, trt == "E"), "prop1", "prop3")),
  obrien_control = list(
    data = "carData::OBrienKaiser 3.0.5",
    pairs_of(subset(carData::OBrienKaiser, treatment == "control"), "pre.1", "post.1")
  ),
  # Whole numbers from -6 to 6, so most changes are shared by several.
  obrien_three_hours = list(
    data = "carData::OBrienKaiser 3.0.5, hours 1 to 3",
    with(carData::OBrienKaiser, list(pre = c(pre.1, pre.2, pre.3), post = c(post.1, post.2, post.3)))
  ),
  orthodont_8_to_14 = list(
    data = "nlme::Orthodont 3.1.162",
    list(
      pre = subset(nlme::Orthodont, age == 8)$distance, post = subset(nlme::Orthodont, age == 14)$distance
    )
  )
)
cases <- lapply(names(sources), function(name) {
  pair <- sources[[name]][[2]]
  list(name = name, data = sources[[name]]$data, pre = pair$pre, post = pair$post, expected = reference(pair$pre, pair$post))
})
versions <- sapply(c("stats", "coin", "exactRankTests", "MASS", "boot", "mice", "carData", "nlme"),
  function(package) as.character(utils::packageVersion(package)))
cat(jsonlite::toJSON(
  list(
    what = "Signed rank statistics computed by R on published data sets.",
    script = "packages/statistics/reference/signed-rank.R", r = R.version.string, packages = as.list(versions),
    tolerance = list(relative = 1e-10, absolute = 1e-12), cases = cases
  ), auto_unbox = TRUE, digits = NA, pretty = FALSE), "\n", sep = "")
