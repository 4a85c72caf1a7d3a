# Reference figures for packages/statistics/src/multiplicity.
#
#   Rscript packages/statistics/reference/multiplicity.R > packages/statistics/src/multiplicity/multiplicity.fixtures.json

methods <- c("none", "bonferroni", "holm", "hochberg", "hommel", "BH", "BY")
sets <- list(
  c(0.001, 0.012, 0.02, 0.04, 0.3), c(0.3, 0.04, 0.02, 0.012, 0.001), c(0.01, 0.02, 0.03, 0.05, 0.8, 0.9),
  c(0.05, 0.05, 0.05), c(0.9, 0.02, 0.02, 0.5, 0, 1), c(0.2, 0.21), 0.04,
  # Fifteen tests of Benjamini & Hochberg (1995), table 1.
  c(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1)
)
adjusted <- function(p, n) sapply(methods, function(method) I(stats::p.adjust(p, method, n)), simplify = FALSE)
cat(jsonlite::toJSON(
  list(
    what = "P values adjusted by R.", script = "packages/statistics/reference/multiplicity.R", r = R.version.string,
    tolerance = list(relative = 1e-12, absolute = 1e-15),
    cases = lapply(sets, function(p) {
      list(p = I(p), expected = adjusted(p, length(p)), more = length(p) + 3, expected_of_more = adjusted(p, length(p) + 3))
    })
  ), auto_unbox = TRUE, digits = NA), "\n", sep = "")
