# Where R's own optimize() looks, point by point, for src/optimisation/minimise-scalar.ts. R 4.2 or newer with jsonlite:
#   Rscript reference/minimise-scalar.R > src/optimisation/minimise-scalar.fixtures.json
path <- function(name, f, low, high, tolerance, search) {
  points <- numeric(0)
  counted <- function(x) {
    points <<- c(points, x)
    f(x)
  }
  found <- search(counted, c(low, high), tolerance)
  c(lapply(list(name = name, low = low, high = high, tolerance = tolerance, found = found), jsonlite::unbox), list(points = points))
}

functions <- list(
  parabola = list(function(x) (x - 1 / 3)^2, 0, 1),
  exponential = list(function(x) exp(x) - 2 * x, -5, 5),
  cosine = list(cos, 2, 5),
  quartic = list(function(x) x^4 - 3 * x^3 + 2, -1, 6),
  slope = list(function(x) x, 2, 7),
  corner = list(function(x) abs(x - 0.7) + 0.1 * x^2, -3, 4),
  waves = list(function(x) sin(3 * x) + 0.1 * (x - 1)^2, -2, 9)
)
search <- function(f, ends, tolerance) optimize(f, ends, tol = tolerance)$minimum
paths <- lapply(names(functions), function(name) {
  one <- functions[[name]]
  lapply(c(0.1, 1e-3, 1e-5), function(tolerance) path(name, one[[1]], one[[2]], one[[3]], tolerance, search))
})
cat(jsonlite::toJSON(list(r = jsonlite::unbox(R.version.string), paths = do.call(c, paths)), digits = NA, pretty = TRUE), "\n")
