# Reference figures for packages/statistics/src/agreement: run with R 4.2 or newer, vcd, psych, multilevel and jsonlite
# from the root of the project. The groups are four companies of multilevel::bh1996.
#
#   Rscript packages/statistics/reference/agreement.R > packages/statistics/src/agreement/agreement.fixtures.json
suppressPackageStartupMessages({ library(vcd); library(psych); library(multilevel) })

rows <- function(m) lapply(seq_len(nrow(m)), function(i) I(as.numeric(m[i, ])))
# missing ratings are left out
present <- function(m) lapply(seq_len(nrow(m)), function(i) I(as.numeric(na.omit(m[i, ]))))

kappas <- function(m) {
  n <- sum(m)
  p <- m / n
  k <- nrow(m)
  of <- function(w) {
    chance <- outer(rowSums(p), colSums(p))
    po <- sum(w * p)
    pe <- sum(w * chance)
    kappa <- (po - pe) / (1 - pe)
    margin <- outer(as.vector(w %*% colSums(p)), as.vector(rowSums(p) %*% w), "+")
    se <- sqrt((sum(p * (w - margin * (1 - kappa))^2) - (kappa - pe * (1 - kappa))^2) / n) / (1 - pe)
    se0 <- sqrt((sum(chance * (w - margin)^2) - pe^2) / n) / (1 - pe)
    list(value = kappa, observedAgreement = po, expectedAgreement = pe, standardError = se, standardErrorIndependent = se0,
      pValue = 2 * pnorm(-abs(kappa / se0)), interval = kappa + c(-1, 1) * qnorm(0.975) * se)
  }
  away <- abs(outer(1:k, 1:k, "-")) / (k - 1)
  answer <- list(table = rows(m), unweighted = of(diag(k)), linear = of(1 - away), quadratic = of(1 - away^2))
  packaged <- vcd::Kappa(m)
  quadratic <- vcd::Kappa(m, weights = "Fleiss-Cohen")
  stopifnot(all.equal(unname(packaged$Unweighted), c(answer$unweighted$value, answer$unweighted$standardError)))
  stopifnot(all.equal(unname(packaged$Weighted), c(answer$linear$value, answer$linear$standardError)))
  stopifnot(all.equal(unname(quadratic$Weighted), c(answer$quadratic$value, answer$quadratic$standardError)))
  pi <- (rowSums(p) + colSums(p)) / 2
  po <- sum(diag(p))
  pe <- sum(pi * (1 - pi)) / (k - 1)
  s1 <- sum(diag(p) * (1 - pi)) / (k - 1)
  s2 <- sum(p * (1 - outer(pi, pi, "+") / 2)^2) / (k - 1)^2
  variance <- (po * (1 - po) - 4 * (1 - po) * (s1 - po * pe) + 4 * (1 - po)^2 * (s2 - pe^2)) / (n * (1 - pe)^2)
  c(answer, list(scottPi = (po - sum(pi^2)) / (1 - sum(pi^2)), pabak = 2 * po - 1,
    ac1 = list(value = (po - pe) / (1 - pe), standardError = sqrt(variance))))
}

fleiss <- function(m) {
  subjects <- nrow(m)
  raters <- sum(m[1, ])
  p <- colSums(m) / sum(m)
  q <- 1 - p
  observed <- mean((rowSums(m^2) - raters) / (raters * (raters - 1)))
  kappa <- (observed - sum(p^2)) / (1 - sum(p^2))
  se <- sqrt(2 / (sum(p * q)^2 * subjects * raters * (raters - 1)) * (sum(p * q)^2 - sum(p * q * (q - p))))
  list(counts = rows(m), value = kappa, observedAgreement = observed, expectedAgreement = sum(p^2), standardErrorRandom = se,
    zStatistic = kappa / se, pValue = 2 * pnorm(-abs(kappa / se)),
    byCategory = 1 - colSums(m * (raters - m)) / (subjects * raters * (raters - 1) * p * q))
}

# Krippendorff (2011) by the coincidence matrix.
alpha <- function(m, metric) {
  v <- sort(unique(na.omit(as.vector(m))))
  o <- matrix(0, length(v), length(v))
  for (u in seq_len(nrow(m))) {
    x <- match(na.omit(m[u, ]), v)
    if (length(x) < 2) next
    for (i in seq_along(x)) for (j in seq_along(x)) if (i != j) o[x[i], x[j]] <- o[x[i], x[j]] + 1 / (length(x) - 1)
  }
  counts <- rowSums(o)
  n <- sum(counts)
  d <- outer(seq_along(v), seq_along(v), Vectorize(function(a, b) switch(metric,
    nominal = as.numeric(a != b), interval = (v[a] - v[b])^2,
    ratio = if (a == b) 0 else ((v[a] - v[b]) / (v[a] + v[b]))^2,
    ordinal = if (a == b) 0 else (sum(counts[a:b]) - (counts[a] + counts[b]) / 2)^2)))
  list(value = 1 - (n - 1) * sum(o * d) / sum(outer(counts, counts) * d), pairableValues = n)
}
alphas <- function(m) list(units = present(m), nominal = alpha(m, "nominal"), ordinal = alpha(m, "ordinal"),
  interval = alpha(m, "interval"), ratio = alpha(m, "ratio"))

icc <- function(m, level) {
  r <- psych::ICC(m, lmer = FALSE, alpha = 1 - level)$results
  list(ratings = rows(as.matrix(m)), level = level, forms = lapply(1:6, function(i) list(value = r$ICC[i], fStatistic = r$F[i],
    numeratorDegreesOfFreedom = r$df1[i], denominatorDegreesOfFreedom = r$df2[i], pValue = r$p[i],
    interval = list(low = r$`lower bound`[i], high = r$`upper bound`[i]))))
}

clusters <- function(y, g) {
  a <- aov(y ~ factor(g))
  t <- summary(a)[[1]]
  n <- as.numeric(table(g))
  n0 <- (sum(n) - sum(n^2) / sum(n)) / (length(n) - 1)
  f <- t[1, 3] / t[2, 3]
  ratio <- function(f) (f - 1) / (f + n0 - 1)
  list(groups = lapply(unname(split(y, g)), I), meanSquareBetween = t[1, 3], meanSquareWithin = t[2, 3], effectiveGroupSize = n0,
    value = ratio(f), valueFromMeanSize = multilevel::ICC1(a), reliabilityOfMeans = multilevel::ICC2(a), pValue = t[1, 5],
    interval = ratio(c(f / qf(0.975, t[1, 1], t[2, 1]), f * qf(0.975, t[2, 1], t[1, 1]))))
}

bland <- function(x, y) {
  d <- x - y
  n <- length(d)
  z <- qnorm(0.975)
  limits <- mean(d) + c(-1, 1) * z * sd(d)
  half <- qt(0.975, n - 1) * sd(d) * sqrt(1 / n + z^2 / (2 * (n - 1)))
  list(first = x, second = y, bias = c(mean(d), as.numeric(t.test(d)$conf.int)), sd = sd(d),
    lower = limits[1] + c(0, -1, 1) * half, upper = limits[2] + c(0, -1, 1) * half)
}

# Shrout & Fleiss (1979), table 2; Fleiss (1971); Krippendorff (2011), data of his section D.
shrout <- rbind(c(9, 2, 5, 8), c(6, 1, 3, 2), c(8, 4, 6, 8), c(7, 1, 2, 6), c(10, 5, 6, 9), c(6, 2, 4, 7))
coders <- t(rbind(c(1, 2, 3, 3, 2, 1, 4, 1, 2, NA, NA, NA), c(1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NA, 3),
  c(NA, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NA), c(1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NA)))
counts <- rbind(c(0, 0, 0, 0, 14), c(0, 2, 6, 4, 2), c(0, 0, 3, 5, 6), c(0, 3, 9, 2, 0), c(2, 2, 8, 1, 1), c(7, 7, 0, 0, 0),
  c(3, 2, 6, 3, 0), c(2, 5, 3, 2, 2), c(6, 5, 2, 1, 0), c(0, 2, 2, 3, 7))
patients <- unclass(vcd::MSPatients)
given <- commandArgs(TRUE)
folder <- if (length(given) > 0) given[1] else "tooling/oracle/data"
some <- subset(read.csv(file.path(folder, "bh1996.csv")), GRP %in% c(1, 4, 13, 21))
answer <- list(
  made = list(by = "packages/statistics/reference/agreement.R", r = R.version.string, packages = list(
    vcd = as.character(packageVersion("vcd")), psych = as.character(packageVersion("psych")),
    multilevel = as.character(packageVersion("multilevel")))),
  kappas = list(kappas(unclass(vcd::SexualFun)), kappas(patients[, , 1]), kappas(rbind(c(20, 5, 3), c(2, 15, 4), c(1, 3, 7))),
    kappas(rbind(c(40, 9), c(6, 45)))),
  fleiss = list(fleiss(counts), fleiss(rbind(c(3, 0), c(1, 2), c(2, 1), c(3, 0)))),
  krippendorff = list(alphas(coders), alphas(shrout)),
  icc = list(icc(shrout, 0.95), icc(shrout[, 1:2], 0.9), icc(rbind(c(1, 4), c(3, 2), c(2, 2), c(4, 1)), 0.95)),
  clusters = list(clusters(some$WBEING, some$GRP), clusters(c(1, 2, 3, 4, 2, 1), c(1, 1, 1, 2, 2, 3))),
  bland = bland(shrout[, 1], shrout[, 4])
)
cat(jsonlite::toJSON(answer, auto_unbox = TRUE, digits = NA, null = "null"), "\n", sep = "")
