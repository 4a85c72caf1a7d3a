/** The model with a random intercept by restricted likelihood, in R, without packages. */
export const RANDOM_INTERCEPT = `# y = x b + a value of each group + error. The second coefficient, with Satterthwaite's degrees of freedom; theta is the
# standard deviation between groups over that within.
random_intercept <- function(x, y, group) {
  group <- match(group, unique(group))
  sizes <- tabulate(group)
  first <- qr(x)
  inside <- seq_len(ncol(x))
  columns <- cbind(qr.Q(first), qr.resid(first, y))
  sums <- rowsum(columns, group)
  products <- crossprod(columns)
  degrees_left <- length(y) - ncol(x)
  at <- function(theta) {
    left <- products - crossprod(sums * sqrt(theta^2 / (1 + sizes * theta^2)))
    root <- chol(left[inside, inside])
    moved <- backsolve(root, backsolve(root, left[inside, ncol(x) + 1], transpose = TRUE))
    unit <- backsolve(qr.R(first), diag(ncol(x)))
    list(moved = as.vector(unit %*% moved), squares = left[ncol(x) + 1, ncol(x) + 1] - sum(left[inside, ncol(x) + 1] * moved),
         determinant = sum(log(1 + sizes * theta^2)) + 2 * sum(log(diag(root))),
         variance = (unit %*% chol2inv(root) %*% t(unit))[2, 2])
  }
  criterion <- function(theta) {
    fit <- at(theta)
    fit$determinant + degrees_left * log(fit$squares)
  }
  grid <- c(0, 10^seq(-3, 2, length.out = 101))
  best <- which.min(vapply(grid, criterion, numeric(1)))
  theta <- optimize(criterion, grid[pmin(length(grid), pmax(1, best + c(-1, 1)))], tol = 1e-12)$minimum
  if (criterion(0) <= criterion(theta)) theta <- 0
  fit <- at(theta)
  sigma2 <- fit$squares / degrees_left

  # Satterthwaite: 2 v^2 / Var(v), from the curvature of minus twice the log likelihood by theta and log sigma.
  h <- 1e-3
  around <- lapply(theta + (-2:2) * h, at)
  likelihood <- vapply(around, function(one) one$determinant + one$squares / sigma2, numeric(1))
  slope_of <- function(values) sum(c(1, -8, 0, 8, -1) * values) / (12 * h)
  mixed <- -2 * slope_of(vapply(around, function(one) one$squares / sigma2, numeric(1)))
  curvature <- matrix(c(sum(c(-1, 16, -30, 16, -1) * likelihood) / (12 * h^2), mixed, mixed, 4 * degrees_left), 2)
  variance <- sigma2 * fit$variance
  slopes <- c(sigma2 * slope_of(vapply(around, function(one) one$variance, numeric(1))), 2 * variance)
  list(theta = theta, criterion = criterion, value = unname(qr.coef(first, y)[2] + fit$moved[2]), error = sqrt(variance),
       degrees = 2 * variance^2 / sum(slopes * solve(curvature / 2, slopes)))
}`;
