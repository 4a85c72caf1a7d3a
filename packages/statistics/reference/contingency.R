# Reference figures for packages/statistics/src/contingency: run with R 4.2 or newer, coin, vcd, MASS and jsonlite.
#
#   Rscript packages/statistics/reference/contingency.R > packages/statistics/src/contingency/contingency.fixtures.json
suppressPackageStartupMessages(library(coin))

rows <- function(m) lapply(seq_len(nrow(m)), function(i) I(as.numeric(m[i, ])))
test <- function(t) c(unname(t$statistic), unname(t$parameter), t$p.value)

independence <- function(m, simulated = FALSE) {
  plain <- suppressWarnings(chisq.test(m, correct = FALSE))
  list(
    table = rows(m), pearson = test(plain), yates = if (all(dim(m) == 2)) test(suppressWarnings(chisq.test(m))),
    expected = rows(plain$expected), residuals = rows(plain$stdres),
    cramerV = unname(sqrt(plain$statistic / sum(m) / (min(dim(m)) - 1))),
    fisher = fisher.test(m, workspace = 2e7)$p.value
  )
}

homogeneity <- function(m) {
  k <- nrow(m)
  d <- (rowSums(m) - colSums(m))[-k]
  s <- -(m + t(m))
  diag(s) <- rowSums(m) + colSums(m) - 2 * diag(m)
  statistic <- as.numeric(t(d) %*% solve(s[-k, -k]) %*% d)
  bhapkar <- statistic / (1 - statistic / sum(m))
  p <- function(x) c(x, k - 1, pchisq(x, k - 1, lower.tail = FALSE))
  coin <- as.numeric(statistic(mh_test(as.table(m))))
  stopifnot(abs(coin - statistic) < 1e-9 * statistic)
  list(table = rows(m), stuartMaxwell = p(statistic), bhapkar = p(bhapkar),
    bowker = if (all((m + t(m))[lower.tri(m)] > 0)) test(mcnemar.test(m, correct = FALSE)))
}

strata <- function(a, correct) {
  t <- mantelhaen.test(a, correct = correct)
  list(strata = lapply(seq_len(dim(a)[3]), function(k) rows(a[, , k])), correct = correct, test = test(t),
    oddsRatio = c(unname(t$estimate), as.numeric(t$conf.int)))
}

general <- function(a) list(
  strata = lapply(seq_len(dim(a)[3]), function(k) rows(a[, , k])), test = test(mantelhaen.test(a))
)

trend <- function(x, n, score) list(successes = x, totals = n, scores = score, test = test(prop.trend.test(x, n, score)))

arthritis <- vcd::Arthritis
arthritis$Improved <- factor(arthritis$Improved, c("None", "Some", "Marked"), ordered = FALSE)
improved <- table(arthritis$Treatment, arthritis$Improved)
patients <- unclass(vcd::MSPatients)
neurologists <- patients[, , 1] + patients[, , 2]
answers <- rbind(c(1, 1, 0), c(1, 1, 0), c(0, 1, 0), c(1, 1, 1), c(0, 0, 0), c(1, 0, 0), c(1, 1, 0), c(0, 1, 1))
long <- data.frame(y = factor(as.vector(answers)), time = factor(as.vector(col(answers))), person = factor(as.vector(row(answers))))
q <- symmetry_test(y ~ time | person, data = long, teststat = "quadratic")
scores <- rbind(c(5, 7, 7), c(2, 2, 2), c(4, 9, 1), c(3, 8, 8), c(6, 7, 5), c(1, 2, 3))
answer <- list(
  made = list(by = "packages/statistics/reference/contingency.R", r = R.version.string, packages = list(
    coin = as.character(packageVersion("coin")), vcd = as.character(packageVersion("vcd")), MASS = as.character(packageVersion("MASS"))
  )),
  independence = list(
    independence(unclass(improved)), independence(matrix(c(3, 1, 4, 9), 2)), independence(matrix(c(5, 5, 5, 6), 2)),
    independence(rbind(c(2, 0, 1, 6), c(3, 3, 2, 1), c(0, 4, 1, 2))),
    independence(rbind(c(1, 2, 1, 0), c(3, 3, 6, 1), c(10, 10, 14, 9), c(6, 7, 12, 11))),
    independence(unclass(table(MASS::caith > 400, row(MASS::caith)))),
    independence(cbind(c(12, 3, 8, 1, 0), c(4, 9, 7, 6, 5)))
  ),
  homogeneity = list(
    homogeneity(neurologists), homogeneity(patients[, , 2]),
    homogeneity(rbind(c(20, 10, 5), c(3, 30, 10), c(1, 4, 17))), homogeneity(matrix(c(30, 15, 5, 10), 2))
  ),
  strata = list(
    strata(unclass(table(arthritis$Treatment, arthritis$Improved != "None", arthritis$Sex)), TRUE),
    strata(unclass(table(arthritis$Treatment, arthritis$Improved != "None", arthritis$Sex)), FALSE),
    strata(UCBAdmissions, TRUE), strata(array(c(2, 3, 3, 4, 5, 5, 5, 6), c(2, 2, 2)), TRUE)
  ),
  generalStrata = list(
    general(unclass(table(arthritis$Treatment, arthritis$Improved, arthritis$Sex))),
    general(unclass(table(cut(arthritis$Age, c(0, 45, 60, 100)), arthritis$Improved, arthritis$Sex)))
  ),
  trend = list(
    trend(as.numeric(improved["Treated", ]), as.numeric(colSums(improved)), 1:3),
    trend(c(83, 90, 129, 70), c(86, 93, 136, 82), 1:4), trend(c(3, 0, 5, 9), c(10, 0, 12, 14), c(0, 1, 2, 5))
  ),
  cochranQ = list(answers = rows(answers), statistic = as.numeric(statistic(q)), pValue = as.numeric(pvalue(q))),
  friedman = list(scores = rows(scores), test = test(friedman.test(scores)))
)
cat(jsonlite::toJSON(answer, auto_unbox = TRUE, digits = NA, null = "null"), "\n", sep = "")
