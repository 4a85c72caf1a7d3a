# Reference figures for packages/statistics/src/reliability: run with R 4.2 or newer, psych, lavaan and jsonlite
# from the root of the project. The data are psychTools::bfi and psy::ehd, as kept for the reference cases.
#
#   Rscript packages/statistics/reference/reliability.R > packages/statistics/src/reliability/reliability.fixtures.json
suppressPackageStartupMessages({ library(psych); library(lavaan) })

columns <- function(x) lapply(unname(as.list(x)), as.numeric)

alphas <- function(x, level = 0.95) {
  s <- cov(x)
  n <- nrow(x)
  k <- ncol(x)
  a <- psych::alpha(x, warnings = FALSE, check.keys = FALSE)
  value <- k / (k - 1) * (1 - sum(diag(s)) / sum(s))
  stopifnot(all.equal(value, a$total$raw_alpha))
  one <- rep(1, k)
  q <- 2 * k^2 / ((k - 1)^2 * sum(s)^3) * (sum(s) * (sum(diag(s %*% s)) + sum(diag(s))^2) - 2 * sum(diag(s)) * sum(s %*% s))
  feldt <- 1 - (1 - value) * c(qf((1 + level) / 2, n - 1, (n - 1) * (k - 1)), 1 / qf((1 + level) / 2, (n - 1) * (k - 1), n - 1))
  total <- rowSums(x)
  list(items = columns(x), level = level, alpha = c(value, feldt), standardError = sqrt(q / n),
    standardisedAlpha = a$total$std.alpha, meanInterItemCorrelation = a$total$average_r,
    lambda2 = (sum(s) - sum(diag(s)) + sqrt(k / (k - 1) * (sum(s^2) - sum(diag(s)^2)))) / sum(s),
    byItem = lapply(seq_len(k), function(i) list(mean = mean(x[, i]), sd = sd(x[, i]), totalCorrelation = cor(x[, i], total),
      restCorrelation = cor(x[, i], total - x[, i]),
      alphaIfDropped = if (k > 2) (k - 1) / (k - 2) * (1 - sum(diag(s)[-i]) / sum(s[-i, -i])))),
    sumMean = mean(total), sumSd = sd(total), sem = sd(total) * sqrt(1 - value), mdc = qnorm((1 + level) / 2) * sqrt(2) * sd(total) * sqrt(1 - value))
}

omegas <- function(x) {
  k <- ncol(x)
  names(x) <- paste0("x", seq_len(k))
  sum_of <- function(letter) paste0(letter, seq_len(k), collapse = " + ")
  model <- paste0("f =~ ", paste0("l", seq_len(k), "*x", seq_len(k), collapse = " + "), "\n",
    paste0("x", seq_len(k), " ~~ e", seq_len(k), "*x", seq_len(k), collapse = "\n"), "\n",
    "omega := (", sum_of("l"), ")^2 / ((", sum_of("l"), ")^2 + ", sum_of("e"), ")")
  fitted <- function(...) suppressWarnings(lavaan::cfa(model, x, std.lv = TRUE, ...))
  fit <- fitted(control = list(rel.tol = 1e-13, iter.max = 20000))
  if (!lavInspect(fit, "converged")) fit <- fitted()
  found <- parameterEstimates(fit, standardized = TRUE)
  loadings <- found[found$op == "=~", ]
  residuals <- found[found$op == "~~" & found$lhs != "f", ]
  omega <- found[found$op == ":=", ]
  m <- fitMeasures(fit, c("chisq", "df", "pvalue", "cfi", "tli", "rmsea", "srmr"))
  r <- cor(x)
  exploratory <- tryCatch(factanal(covmat = r, factors = 1, control = list(opt = list(factr = 1e3))), error = function(e) NULL)
  minres <- suppressWarnings(psych::fa(r, 1, fm = "minres"))$loadings[, 1]
  observed <- sum(loadings$est)^2 / sum(cov(x))
  list(items = columns(x), loadings = loadings$est, residualVariances = residuals$est, standardisedLoadings = loadings$std.all,
    fit = list(chiSquared = m[["chisq"]], degreesOfFreedom = m[["df"]], pValue = if (m[["df"]] > 0) m[["pvalue"]],
      comparativeFitIndex = m[["cfi"]], tuckerLewisIndex = m[["tli"]], rootMeanSquareErrorOfApproximation = m[["rmsea"]],
      standardisedRootMeanSquareResidual = m[["srmr"]]),
    omega = omega$est, standardError = omega$se, overObservedVariance = observed,
    overObservedVarianceByN = observed * nrow(x) / (nrow(x) - 1),
    standardisedLikelihood = if (!is.null(exploratory)) {
      l <- exploratory$loadings[, 1]
      sum(l)^2 / (sum(l)^2 + sum(exploratory$uniquenesses))
    },
    standardisedMinimumResidual = sum(minres)^2 / sum(r))
}

given <- commandArgs(TRUE)
folder <- if (length(given) > 0) given[1] else "tooling/oracle/data"
bfi <- read.csv(file.path(folder, "bfi.csv"))
ehd <- read.csv(file.path(folder, "ehd.csv"))
some <- na.omit(bfi[1:160, paste0("N", 1:5)])
three <- some[, c(1, 2, 4)]
agreeable <- na.omit(bfi[1:100, paste0("A", 1:5)])
answer <- list(
  made = list(by = "packages/statistics/reference/reliability.R", r = R.version.string, packages = list(
    psych = as.character(packageVersion("psych")), lavaan = as.character(packageVersion("lavaan")))),
  alphas = list(alphas(some), alphas(agreeable, 0.9), alphas(three[1:20, 1:2])),
  omegas = list(omegas(some), omegas(three), omegas(agreeable), omegas(ehd[, paste0("e", 1:20)]))
)
cat(jsonlite::toJSON(answer, auto_unbox = TRUE, digits = NA, null = "null"), "\n", sep = "")
