# Where BFGS looks, point by point, for src/optimisation/minimise.ts, written out in matrices from Nocedal and Wright,
# Numerical Optimization (2006), chapter 6: inverse update (6.17), first scaling (6.20); backtracking by the parabola through
# what is known, within a tenth and a half (chapter 3). R 4.2 or newer with jsonlite:
#   Rscript reference/minimise.R > src/optimisation/minimise.fixtures.json
bfgs <- function(f, gradient, start, tolerance = 1e-9) {
  points <- list()
  value_at <- function(x) {
    points[[length(points) + 1]] <<- x
    f(x)
  }
  x <- start
  value <- value_at(x)
  g <- gradient(x)
  identity <- diag(length(x))
  H <- identity
  fresh <- TRUE
  iterations <- 0
  while (any(abs(g) * pmax(1, abs(x)) > tolerance * max(1, abs(value)))) {
    direction <- -drop(H %*% g)
    fall <- sum(direction * g)
    size <- if (fresh) min(1, (1 + max(abs(x))) / (10 * max(abs(direction)))) else 1
    repeat {
      trial <- x + size * direction
      trial_value <- value_at(trial)
      if (trial_value <= value + 1e-4 * size * fall && trial_value < value) break
      lowest <- if (is.finite(trial_value)) -fall * size^2 / (2 * (trial_value - value - fall * size)) else 0
      size <- min(size / 2, max(size / 10, lowest))
    }
    s <- trial - x
    y <- gradient(trial) - g
    # Without curvature along the step there is nothing to learn from it.
    if (sum(s * y) > .Machine$double.eps * sum(y * y)) {
      rho <- 1 / sum(s * y)
      if (fresh) H <- identity * sum(s * y) / sum(y * y)
      H <- (identity - rho * s %o% y) %*% H %*% (identity - rho * y %o% s) + rho * s %o% s
      fresh <- FALSE
    }
    x <- trial
    value <- trial_value
    g <- g + y
    iterations <- iterations + 1
  }
  list(points = do.call(rbind, points), iterations = iterations)
}
problems <- list(
  valley = list(function(x) (1 - x[1])^2 + 100 * (x[2] - x[1]^2)^2,
                function(x) c(-2 * (1 - x[1]) - 400 * x[1] * (x[2] - x[1]^2), 200 * (x[2] - x[1]^2)), c(-1.2, 1)),
  bowl = list(function(x) 50 + (x[1] - 3)^2 + 10 * (x[2] + 1)^2 + x[1] * x[2],
              function(x) c(2 * (x[1] - 3) + x[2], 20 * (x[2] + 1) + x[1]), c(0, 0)),
  edge = list(function(x) if (x[1] <= 0) Inf else x[1] - log(x[1]), function(x) 1 - 1 / x[1], 50),
  far = list(function(x) 1e4 + sum(c(1, 4, 0.5) * (x - c(40, -7, 2))^2) + 0.01 * sum(x^4),
             function(x) 2 * c(1, 4, 0.5) * (x - c(40, -7, 2)) + 0.04 * x^3, c(1, 1, 1))
)
paths <- lapply(names(problems), function(name) {
  one <- problems[[name]]
  result <- bfgs(one[[1]], one[[2]], one[[3]])
  list(name = jsonlite::unbox(name), start = one[[3]], iterations = jsonlite::unbox(result$iterations), points = result$points)
})
cat(jsonlite::toJSON(list(r = jsonlite::unbox(R.version.string), paths = paths), digits = NA, pretty = TRUE), "\n")
