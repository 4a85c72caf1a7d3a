# Columns of model.matrix() for a small table with two factors and two numbers. Run from packages/statistics:
#   Rscript reference/model-matrix.R > src/model-matrix/model-matrix.fixtures.json
suppressMessages(library(jsonlite))
d <- data.frame(
  a = factor(c("x", "y", "z", "x", "y", "z", "x", "z"), levels = c("x", "y", "z")),
  b = factor(c("no", "yes", "no", "yes", "yes", "no", "no", "yes"), levels = c("no", "yes")),
  u = c(1.5, -2, 0.25, 3, 4, -1, 0, 2),
  v = c(2, 3, 5, 7, 11, 13, 17, 19)
)
formulas <- c(
  "~ a + b + u", "~ u * a", "~ a * b", "~ a:b", "~ a + a:b", "~ b:a + u", "~ a * b * u", "~ u:v + a:u + b",
  "~ 0 + a", "~ 0 + u + b + a", "~ 0 + a * b", "~ 0 + u:b", "~ 0 + a:b + u", "~ v + a:b:u", "~ a:u + a", "~ u", "~ 1"
)
parts <- function(f) {
  labels <- attr(terms(as.formula(f), keep.order = TRUE), "term.labels")
  lapply(strsplit(labels, ":"), as.list)
}
cases <- lapply(formulas, function(f) {
  m <- model.matrix(as.formula(f), d)
  list(formula = f, terms = parts(f), intercept = attr(terms(as.formula(f)), "intercept") == 1,
       names = as.list(colnames(m)), assign = as.list(attr(m, "assign")), values = unname(m))
})
cat(toJSON(list(
  source = "R model.matrix() of the formulas", r = R.version.string,
  data = list(a = list(levels = levels(d$a), codes = as.integer(d$a) - 1), b = list(levels = levels(d$b), codes = as.integer(d$b) - 1),
              u = d$u, v = d$v),
  cases = cases
), auto_unbox = TRUE, digits = NA))
cat("\n")
