# Reference figures for packages/statistics/src/causal and mediation/binary-outcome-effects.ts: R 4.2 or newer, base R.
#
#   DATA=<folder with chain.csv> Rscript packages/statistics/reference/standardisation.R \
#     > packages/statistics/src/causal/standardised-risks.fixtures.json
#
# g-computation by glm() and predict(), delta method with numerical gradients; natural effects by integrate().

from <- Sys.getenv("DATA")
d <- read.csv(file.path(from, "chain.csv"))
d <- d[complete.cases(d[, c("treatment", "log_virus", "healthy", "age", "income")]), ]
d <- data.frame(exposure = as.integer(d$treatment == 2), outcome = as.integer(d$log_virus == 0), age = d$age,
                income = d$income, healthy = d$healthy)

gradient <- function(f, b) sapply(seq_along(b), function(j) {
  h <- 1e-4 * max(1, abs(b[j]))
  at <- function(k) { x <- b; x[j] <- x[j] + k * h; f(x) }
  (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)
})

standardise <- function(formula) {
  fit <- glm(formula, binomial, d, control = list(epsilon = 1e-14, maxit = 100))
  frame <- delete.response(terms(fit))
  x1 <- model.matrix(frame, transform(d, exposure = 1))
  x0 <- model.matrix(frame, transform(d, exposure = 0))
  figures <- function(b) {
    r <- c(mean(plogis(x1 %*% b)), mean(plogis(x0 %*% b)))
    c(r, r[1] - r[2], log(r[1] / r[2]))
  }
  b <- coef(fit)
  se <- sapply(1:4, function(i) {
    g <- gradient(function(b) figures(b)[i], b)
    sqrt(drop(g %*% vcov(fit) %*% g))
  })
  list(figures = figures(b), standard_errors = se)
}

# Exposure to better health to a suppressed virus.
to_m <- lm(outcome_m ~ exposure + age, transform(d, outcome_m = healthy))
to_y <- glm(yes ~ exposure * m + age, binomial, transform(d, m = healthy, yes = outcome),
            control = list(epsilon = 1e-14, maxit = 100))
risk <- function(x, at) {
  means <- predict(to_m, transform(d, exposure = at))
  b <- coef(to_y)
  mean(sapply(seq_along(means), function(i) {
    integrate(function(z) {
      m <- means[i] + sigma(to_m) * z
      plogis(b["(Intercept)"] + b["exposure"] * x + b["m"] * m + b["exposure:m"] * x * m + b["age"] * d$age[i]) * dnorm(z)
    }, -9, 9, rel.tol = 1e-10)$value
  }))
}
r <- list(none = risk(0, 0), mediator = risk(0, 1), exposure = risk(1, 0), both = risk(1, 1))

cat(jsonlite::toJSON(list(
  made_with = list(R = R.version.string), data = as.list(d),
  main = standardise(outcome ~ exposure + age + income + healthy),
  interaction = standardise(outcome ~ exposure * age + income),
  natural = list(pure_direct = r$exposure - r$none, total_direct = r$both - r$mediator,
                 pure_indirect = r$mediator - r$none, total_indirect = r$both - r$exposure, total = r$both - r$none)
), auto_unbox = TRUE, digits = NA), "\n", sep = "")
