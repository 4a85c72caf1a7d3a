# Where R's own uniroot() looks, point by point, for src/meta-analysis/brent-root.ts. R 4.2 or newer with jsonlite:
#   Rscript reference/brent-root.R > src/meta-analysis/brent-root.fixtures.json
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
  cubic = list(function(x) x^3 - 2 * x - 5, 2, 3),
  exponential = list(function(x) exp(-x) - x, 0, 1),
  steep = list(function(x) x^9 - 0.001, -1, 2),
  flat = list(function(x) (x - 0.3)^3, -4, 5),
  falling = list(function(x) 2 - sqrt(x), 0, 100),
  logarithm = list(function(x) log(x) - 0.2, 0.01, 30)
)
search <- function(f, ends, tolerance) uniroot(f, ends, tol = tolerance)$root
paths <- lapply(names(functions), function(name) {
  one <- functions[[name]]
  lapply(c(0.5, 1e-2, 1e-4, 1e-10), function(tolerance) path(name, one[[1]], one[[2]], one[[3]], tolerance, search))
})
cat(jsonlite::toJSON(list(r = jsonlite::unbox(R.version.string), paths = do.call(c, paths)), digits = NA, pretty = TRUE), "\n")
