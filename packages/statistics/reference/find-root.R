# Where Chandrupatla's search looks, point by point, for src/optimisation/find-root.ts, written out from the paper
# (Advances in Engineering Software 28 (1997) 145-149) in the order of its steps. R 4.2 or newer with jsonlite:
#   Rscript reference/find-root.R > src/optimisation/find-root.fixtures.json
chandrupatla <- function(f, low, high, tolerance) {
  x1 <- high; x2 <- low
  f1 <- f(x1); f2 <- f(x2)
  points <- c(x1, x2)
  t <- 0.5
  repeat {
    x <- x1 + t * (x2 - x1)
    y <- f(x)
    points <- c(points, x)
    if ((y > 0) == (f1 > 0)) {
      x3 <- x1; f3 <- f1
    } else {
      x3 <- x2; f3 <- f2
      x2 <- x1; f2 <- f1
    }
    x1 <- x; f1 <- y
    best <- if (abs(f2) < abs(f1)) x2 else x1
    limit <- (2 * .Machine$double.eps * abs(best) + tolerance / 2) / abs(x2 - x1)
    if (limit > 0.5 || min(abs(f1), abs(f2)) == 0) return(list(points = points, found = best))
    xi <- (x1 - x2) / (x3 - x2)
    phi <- (f1 - f2) / (f3 - f2)
    inverse <- 1 - sqrt(1 - xi) < phi && phi < sqrt(xi)
    # Inverse quadratic interpolation through the three points, as Lagrange's polynomial in f, evaluated at 0.
    at <- x1 * f2 * f3 / ((f1 - f2) * (f1 - f3)) + x2 * f1 * f3 / ((f2 - f1) * (f2 - f3)) + x3 * f1 * f2 / ((f3 - f1) * (f3 - f2))
    t <- if (inverse) (at - x1) / (x2 - x1) else 0.5
    t <- min(max(t, limit), 1 - limit)
  }
}
functions <- list(
  cubic = list(function(x) x^3 - 2 * x - 5, 2, 3),
  hyperbola = list(function(x) 1 - 1 / x^2, 0.5, 1.51),
  flat = list(function(x) (x - 3)^3, 0, 5),
  steep = list(function(x) x^9 - 0.001, -1, 2),
  exponential = list(function(x) exp(x) - 2, -4, 1.5),
  falling = list(function(x) 1.7 - sqrt(x), 0, 100),
  logarithm = list(function(x) log(x) - 0.2, 0.01, 30),
  step = list(function(x) if (x < 0.3) -1 else 1, 0, 1),
  negative = list(function(x) (x + 2)^3 - 0.5, -9, 4)
)
paths <- lapply(names(functions), function(name) {
  one <- functions[[name]]
  lapply(c(0.5, 1e-3, 1e-6), function(tolerance) {
    result <- chandrupatla(one[[1]], one[[2]], one[[3]], tolerance)
    given <- list(name = name, low = one[[2]], high = one[[3]], tolerance = tolerance, found = result$found)
    c(lapply(given, jsonlite::unbox), list(points = result$points))
  })
})
cat(jsonlite::toJSON(list(r = jsonlite::unbox(R.version.string), paths = do.call(c, paths)), digits = NA, pretty = TRUE), "\n")
