# Coefficients of gls and their covariance from the observed information: that at a known covariance between visits, and what
# is added because that covariance is estimated and the coefficients depend on it (Kenward & Molenberghs 1998). By numerical
# derivatives, after Newton's steps from where the search of gls ended, which is a little before its optimum.
observed_covariance <- function(model, formula, rows) {
  rows$visit <- match(rows$wave, sort(unique(rows$wave)))
  rows$wave <- factor(rows$wave)
  x <- model.matrix(formula, rows)
  y <- model.response(model.frame(formula, rows))
  visits <- max(rows$visit)
  deviations <- model$sigma / varWeights(model$modelStruct$varStruct)
  deviations <- deviations[match(seq_len(visits), rows$visit[order(rows$id, rows$visit)])]
  correlation <- diag(visits)
  correlation[lower.tri(correlation)] <- coef(model$modelStruct$corStruct, unconstrained = FALSE)
  correlation[upper.tri(correlation)] <- t(correlation)[upper.tri(correlation)]
  whole <- outer(deviations, deviations) * correlation
  lower <- lower.tri(whole, diag = TRUE)
  people <- split(seq_along(y), rows$id)
  solve_at <- function(theta) {
    factor <- matrix(0, visits, visits)
    factor[lower] <- theta
    diag(factor) <- exp(diag(factor))
    v <- factor %*% t(factor)
    a <- 0
    b <- 0
    rest <- 0
    for (at in people) {
      own <- v[rows$visit[at], rows$visit[at], drop = FALSE]
      inverse <- solve(own)
      a <- a + t(x[at, , drop = FALSE]) %*% inverse %*% x[at, , drop = FALSE]
      b <- b + t(x[at, , drop = FALSE]) %*% inverse %*% y[at]
      rest <- rest + sum(y[at] * (inverse %*% y[at])) + c(determinant(own)$modulus)
    }
    values <- c(solve(a, b))
    list(values = values, covariance = solve(a),
         minus_log = (rest - sum(values * b) + c(determinant(a)$modulus)) / 2)
  }
  factor <- t(chol(whole))
  diag(factor) <- log(diag(factor))
  theta <- factor[lower]
  minus_log <- function(at) solve_at(at)$minus_log
  for (step in 1:3) theta <- theta - solve(numDeriv::hessian(minus_log, theta), numDeriv::grad(minus_log, theta))
  there <- solve_at(theta)
  stopifnot(max(abs(there$values - coef(model))) < 1e-3 * max(abs(coef(model))))
  slopes <- numDeriv::jacobian(function(at) solve_at(at)$values, theta)
  added <- slopes %*% solve(numDeriv::hessian(minus_log, theta)) %*% t(slopes)
  list(values = there$values, known = there$covariance, observed = there$covariance + added)
}
