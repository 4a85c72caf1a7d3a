/**
 * The likelihood of the model over all waves, in R: minus twice the restricted log likelihood for a covariance between
 * visits, people grouped by which visits they made.
 */
export const REPEATED_MODEL = `# Scores, or changes, of people at visits numbered from 1, errors of one person correlated between visits.
repeated_model <- function(person, visit, change, design, structure, contrasts) {
  order_of_rows <- order(person, visit)
  person <- person[order_of_rows]
  visit <- visit[order_of_rows]
  design <- design[order_of_rows, ]
  visits <- max(visit)
  unit <- sd(change)
  change <- change[order_of_rows] / unit
  coefficients <- ncol(design)
  seen <- vapply(split(visit, person), paste, "", collapse = " ")
  pattern <- seen[as.character(person)]
  groups <- lapply(split(seq_along(person), pattern), function(at) {
    list(visits = as.integer(strsplit(pattern[at[1]], " ")[[1]]),
         columns = cbind(design[at, , drop = FALSE], change[at]))
  })

  # Covariance between visits from free parameters.
  covariance_of <- function(theta) {
    if (structure == "unstructured") {
      factor <- matrix(0, visits, visits)
      factor[lower.tri(factor, diag = TRUE)] <- theta
      diag(factor) <- exp(diag(factor))
      return(factor %*% t(factor))
    }
    deviations <- exp(if (structure == "heterogeneous-ar1") theta[seq_len(visits)] else rep(theta[1], visits))
    last <- theta[length(theta)]
    correlation <- if (structure == "compound-symmetry") {
      lowest <- -1 / (visits - 1)
      matrix(lowest + (1 - lowest) * plogis(last), visits, visits)
    } else {
      tanh(last)^abs(outer(seq_len(visits), seq_len(visits), "-"))
    }
    diag(correlation) <- 1
    deviations %o% deviations * correlation
  }
  start_of <- function(covariance) {
    deviations <- sqrt(diag(covariance))
    mean_correlation <- mean(cov2cor(covariance)[lower.tri(covariance)])
    if (structure == "unstructured") {
      factor <- t(chol(covariance))
      diag(factor) <- log(diag(factor))
      return(factor[lower.tri(factor, diag = TRUE)])
    }
    spreads <- if (structure == "heterogeneous-ar1") log(deviations) else mean(log(deviations))
    lowest <- -1 / (visits - 1)
    c(spreads, if (structure == "compound-symmetry") qlogis((mean_correlation - lowest) / (1 - lowest))
               else atanh(mean_correlation))
  }
  # Coefficients at a covariance between visits, minus twice the log likelihood but for constants, and its slope by each
  # entry of the covariance.
  solution_of <- function(theta) {
    covariance <- covariance_of(theta)
    inside <- seq_len(coefficients)
    products <- 0
    determinant <- 0
    parts <- lapply(groups, function(group) {
      k <- length(group$visits)
      root <- chol(covariance[group$visits, group$visits, drop = FALSE])
      whitened <- matrix(backsolve(root, matrix(group$columns, k), transpose = TRUE), ncol = coefficients + 1)
      people <- nrow(whitened) / k
      products <<- products + crossprod(whitened)
      determinant <<- determinant + people * 2 * sum(log(diag(root)))
      list(visits = group$visits, root = root, whitened = whitened, people = people)
    })
    root <- chol(products[inside, inside])
    projected <- backsolve(root, products[inside, coefficients + 1], transpose = TRUE)
    solved <- backsolve(root, projected)
    by_entry <- matrix(0, visits, visits)
    for (part in parts) {
      k <- length(part$visits)
      leverage <- matrix(t(backsolve(root, t(part$whitened[, inside, drop = FALSE]), transpose = TRUE)), k)
      residuals <- matrix(part$whitened[, coefficients + 1] - part$whitened[, inside, drop = FALSE] %*% solved, k)
      middle <- diag(part$people, k) - tcrossprod(leverage) - tcrossprod(residuals)
      outer_part <- backsolve(part$root, t(backsolve(part$root, middle)))
      by_entry[part$visits, part$visits] <- by_entry[part$visits, part$visits] + outer_part
    }
    list(value = determinant + 2 * sum(log(diag(root))) + products[coefficients + 1, coefficients + 1] -
           sum(projected^2), coefficients = solved, covariance = chol2inv(root), by_entry = by_entry)
  }
  minus_twice <- function(theta) tryCatch(solution_of(theta)$value, error = function(e) 1e10)

  # The slope of a function of many parameters by each of them, from differences.
  slopes_of <- function(f, at, h) {
    vapply(seq_along(at), function(i) {
      e <- replace(numeric(length(at)), i, h)
      as.vector(8 * (f(at + e) - f(at - e)) - (f(at + 2 * e) - f(at - 2 * e))) / (12 * h)
    }, as.vector(f(at)))
  }
  gradient_of <- function(theta) colSums(as.vector(solution_of(theta)$by_entry) * slopes_of(covariance_of, theta, 1e-3))
  curvature_of <- function(theta) {
    curvature <- as.matrix(slopes_of(gradient_of, theta, 1e-3))
    (curvature + t(curvature)) / 2
  }
  # The search, brought to its very end by Newton's steps.
  theta <- optim(start_of(diag(0.5, visits) + 0.5), minus_twice, function(at) {
    tryCatch(gradient_of(at), error = function(e) numeric(length(at)))
  }, method = "BFGS", control = list(maxit = 1000, reltol = 1e-14))$par
  for (step in 1:4) theta <- theta - solve(curvature_of(theta), gradient_of(theta))
  solution <- solution_of(theta)

  # Satterthwaite's degrees of freedom: 2 v^2 / Var(v), v the variance of a coefficient at a known covariance.
  parameter_covariance <- 2 * solve(curvature_of(theta))
  variance_slopes <- as.matrix(slopes_of(function(at) diag(solution_of(at)$covariance)[contrasts], theta, 1e-3))
  if (length(contrasts) == 1) variance_slopes <- t(variance_slopes)
  variances <- diag(solution$covariance)[contrasts]
  # Observed information: whoever drops out because of an earlier score makes the coefficients depend on the covariance.
  value_slopes <- as.matrix(slopes_of(function(at) solution_of(at)$coefficients[contrasts], theta, 1e-3))
  if (length(contrasts) == 1) value_slopes <- t(value_slopes)
  errors <- sqrt(variances + rowSums((value_slopes %*% parameter_covariance) * value_slopes))
  list(people = length(seen), values = solution$coefficients[contrasts] * unit, errors = errors * unit,
       degrees = 2 * variances^2 / rowSums((variance_slopes %*% parameter_covariance) * variance_slopes))
}`;
