# Reference figures for packages/statistics/src/proportions: run with R 4.2 or newer and jsonlite.
#
#   Rscript packages/statistics/reference/proportions.R > packages/statistics/src/proportions/proportions.fixtures.json
#
# Where a package function finds roots to few digits (fisher.test) or does not exist (Tango, Newcombe for pairs), the
# equations are written here again, in R, and solved to the last digits.

limits <- function(x) as.numeric(x)
root <- function(f, low, high) stats::uniroot(f, c(low, high), tol = 1e-15, maxiter = 10000)$root

one <- function(x, n, level) {
  z <- qnorm((1 + level) / 2)
  tail <- (1 - level) / 2
  around <- function(p, m) p + c(-1, 1) * z * sqrt(p * (1 - p) / m)
  shifted <- function(y, side) {
    p <- min(1, max(0, y / n))
    (p + z^2 / (2 * n) + side * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
  }
  list(
    successes = x, n = n, level = level,
    wilson = limits(prop.test(x, n, correct = FALSE, conf.level = level)$conf.int),
    wilsonCorrected = c(if (x == 0) 0 else shifted(x - 0.5, -1), if (x == n) 1 else shifted(x + 0.5, 1)),
    clopperPearson = limits(binom.test(x, n, conf.level = level)$conf.int),
    agrestiCoull = around((x + z^2 / 2) / (n + z^2), n + z^2),
    jeffreys = qbeta(c(tail, 1 - tail), x + 0.5, n - x + 0.5),
    wald = around(x / n, n),
    againstHalf = binom.test(x, n)$p.value, againstThird = binom.test(x, n, 1 / 3)$p.value
  )
}

wilson <- function(x, n, z) {
  p <- x / n
  c(2 * x + z^2 - z * sqrt(z^2 + 4 * x * (1 - p)), 2 * x + z^2 + z * sqrt(z^2 + 4 * x * (1 - p))) / (2 * (n + z^2))
}

# Cells: yes both times, before only, after only, never. Differences are after - before.
paired <- function(both, lost, gained, never, level) {
  n <- both + lost + gained + never
  z <- qnorm((1 + level) / 2)
  before <- (both + lost) / n
  after <- (both + gained) / n
  difference <- after - before
  product <- both * never - lost * gained
  margins <- (both + lost) * (gained + never) * (both + gained) * (lost + never)
  corrected <- if (product > n / 2) product - n / 2 else if (product >= 0) 0 else product
  phi <- if (margins == 0) 0 else corrected / sqrt(margins)
  w1 <- wilson(both + gained, n, z)
  w2 <- wilson(both + lost, n, z)
  reach <- function(a, b) sqrt(a^2 - 2 * phi * a * b + b^2)
  newcombe <- difference + c(-reach(after - w1[1], w2[2] - before), reach(w1[2] - after, before - w2[1]))
  score <- function(delta) {
    b <- (2 * n - gained + lost) * delta - gained - lost
    c <- -lost * delta * (1 - delta)
    q <- (sqrt(max(0, b^2 - 8 * n * c)) - b) / (4 * n)
    (gained - lost - n * delta) / sqrt(max(1e-200, n * (2 * q + delta * (1 - delta))))
  }
  # Closed where everybody changed the same way; then the score is 0 over 0 at the difference itself.
  inside <- if (lost + gained == 0 || max(lost, gained) == n) NULL else c(
    root(function(x) score(x) - z, -1 + 1e-9, difference),
    root(function(x) score(x) + z, difference, 1 - 1e-9)
  )
  around <- function(b, c, m) (c - b) / m + c(-1, 1) * z * sqrt(b + c - (c - b)^2 / m) / m
  smaller <- min(lost, gained)
  list(
    table = list(both = both, preOnly = lost, postOnly = gained, neither = never), level = level,
    newcombe = newcombe, tango = inside, wald = around(lost, gained, n), bonettPrice = around(lost + 1, gained + 1, n + 2),
    exact = if (lost + gained > 0) binom.test(lost, lost + gained)$p.value,
    midP = if (lost + gained > 0) {
      min(1, 2 * pbinom(smaller, lost + gained, 0.5) - dbinom(smaller, lost + gained, 0.5))
    },
    chiSquared = if (lost + gained > 0) {
      test <- mcnemar.test(matrix(c(both, lost, gained, never), 2), correct = FALSE)
      c(unname(test$statistic), test$p.value)
    },
    corrected = if (lost + gained > 0) {
      test <- mcnemar.test(matrix(c(both, lost, gained, never), 2))
      c(unname(test$statistic), test$p.value)
    },
    oddsRatio = if (lost > 0) {
      p <- limits(binom.test(gained, lost + gained, conf.level = level)$conf.int)
      c(gained / lost, p / (1 - p))
    },
    oddsRatioWald = if (lost > 0 && gained > 0) exp(log(gained / lost) + c(-1, 1) * z * sqrt(1 / lost + 1 / gained))
  )
}

two <- function(x1, n1, x2, n2, level) {
  z <- qnorm((1 + level) / 2)
  table <- matrix(c(x1, n1 - x1, x2, n2 - x2), 2, byrow = TRUE)
  a <- wilson(x1, n1, z)
  b <- wilson(x2, n2, z)
  p1 <- x1 / n1
  p2 <- x2 / n2
  around <- function(p, q, m, k) p - q + c(-1, 1) * z * sqrt(p * (1 - p) / m + q * (1 - q) / k)
  full <- all(table > 0)
  exponential <- function(log, se) exp(log + c(0, -1, 1) * z * se)
  support <- max(0, x1 + x2 - n2):min(n1, x1 + x2)
  ways <- dhyper(support, n1, n2, x1 + x2, log = TRUE)
  mass <- function(log) {
    w <- exp(ways + support * log - max(ways + support * log))
    w / sum(w)
  }
  at_least <- function(log) sum(mass(log)[support >= x1])
  at_most <- function(log) sum(mass(log)[support <= x1])
  tail <- (1 - level) / 2
  fisher <- if (x1 < max(support) && length(support) > 1) exp(c(
    if (x1 == min(support)) -Inf else root(function(l) sum(mass(l) * support) - x1, -40, 40),
    if (x1 == min(support)) -Inf else root(function(l) at_least(l) - tail, -40, 40),
    root(function(l) at_most(l) - tail, -40, 40)
  ))
  tests <- function(correct) {
    test <- suppressWarnings(chisq.test(table, correct = correct))
    c(unname(test$statistic), test$p.value)
  }
  list(
    groups = list(successes1 = x1, n1 = n1, successes2 = x2, n2 = n2), level = level,
    newcombe = p1 - p2 + c(-sqrt((p1 - a[1])^2 + (b[2] - p2)^2), sqrt((a[2] - p1)^2 + (p2 - b[1])^2)),
    wald = around(p1, p2, n1, n2), agrestiCaffo = around((x1 + 1) / (n1 + 2), (x2 + 1) / (n2 + 2), n1 + 2, n2 + 2),
    riskRatio = if (x1 > 0 && x2 > 0) exponential(log(p1 / p2), sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2)),
    oddsRatio = if (full) exponential(log(x1 / (n1 - x1) * (n2 - x2) / x2), sqrt(sum(1 / table))),
    chiSquared = tests(FALSE), yates = tests(TRUE), phi = sqrt(tests(FALSE)[1] / sum(table)),
    cohenH = 2 * asin(sqrt(p1)) - 2 * asin(sqrt(p2)), nnt = if (p1 != p2) 1 / (p1 - p2),
    fisherP = fisher.test(table)$p.value, fisher = fisher
  )
}

# Beating the Blues (HSAUR3::BtheB): at least half the baseline score gone after two months; score of 20 or more.
response <- c(BtheB = 16, TAU = 9)
people <- c(BtheB = 52, TAU = 45)
caseness <- list(both = 35, lost = 23, gained = 4, never = 35)
arthritis <- table(vcd::Arthritis$Treatment, vcd::Arthritis$Improved != "None")
answer <- list(
  made = list(
    by = "packages/statistics/reference/proportions.R", r = R.version.string,
    packages = list(vcd = as.character(packageVersion("vcd")))
  ),
  one = list(
    one(45, 60, 0.95), one(3, 11, 0.99), one(0, 20, 0.95), one(20, 20, 0.95), one(58, 151, 0.9), one(1, 2, 0.95),
    one(sum(response), sum(people), 0.95)
  ),
  paired = list(
    paired(30, 5, 15, 10, 0.95), paired(36, 12, 2, 0, 0.95), paired(43, 0, 1, 0, 0.95), paired(20, 12, 2, 16, 0.99),
    paired(0, 29, 7, 0, 0.95), paired(54, 0, 0, 0, 0.95), paired(0, 6, 0, 0, 0.9), paired(0, 0, 9, 0, 0.95),
    paired(12, 0, 4, 7, 0.95), paired(12, 4, 0, 7, 0.95), paired(8, 5, 5, 8, 0.95),
    do.call(paired, c(unname(caseness), 0.95))
  ),
  two = list(
    two(45, 60, 30, 55, 0.95), two(response[["BtheB"]], people[["BtheB"]], response[["TAU"]], people[["TAU"]], 0.95),
    two(arthritis["Treated", "TRUE"], sum(arthritis["Treated", ]), arthritis["Placebo", "TRUE"],
      sum(arthritis["Placebo", ]), 0.99),
    two(0, 12, 5, 14, 0.95), two(10, 10, 3, 8, 0.95), two(3, 7, 3, 7, 0.9), two(1, 40, 9, 30, 0.95)
  )
)
cat(jsonlite::toJSON(answer, auto_unbox = TRUE, digits = NA, null = "null", pretty = FALSE), "\n", sep = "")
