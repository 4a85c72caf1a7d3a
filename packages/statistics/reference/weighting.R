# Weights and matching of packages/statistics/src/weighting in R. Run from packages/statistics:
#   Rscript reference/weighting.R > src/weighting/weighting.fixtures.json
suppressMessages({ library(jsonlite); library(survey); library(MatchIt) })
d <- lalonde
tight <- glm.control(epsilon = 1e-15, maxit = 100)
# Every fourth person, so that the fixture stays small.
d <- d[seq(1, nrow(d), 4), ]
d$binary <- as.integer(d$re78 > 0)
g <- glm(treat ~ age + educ + married + re74, binomial, d, control = tight)
e <- fitted(g)
t <- d$treat == 1
ate <- ifelse(t, 1 / e, 1 / (1 - e)); att <- ifelse(t, 1, e / (1 - e)); ov <- ifelse(t, 1 - e, e)
stab <- ate * ifelse(t, mean(t), 1 - mean(t))
trunc <- pmin(pmax(ate, quantile(ate, .05)), quantile(ate, .95))
ess <- function(w) sum(w)^2 / sum(w^2)
wm <- function(x, w) sum(w * x) / sum(w)
wv <- function(x, w) sum(w * (x - wm(x, w))^2) / (sum(w) - sum(w^2) / sum(w))
balance <- function(x, w, sd) list(treated = wm(x[t], w[t]), control = wm(x[!t], w[!t]), difference = (wm(x[t], w[t]) - wm(x[!t], w[!t])) / sd,
                                  ratio = wv(x[t], w[t]) / wv(x[!t], w[!t]))
pooled <- function(x) sqrt((var(x[t]) + var(x[!t])) / 2)
binary <- function(x) sqrt((mean(x[t]) * (1 - mean(x[t])) + mean(x[!t]) * (1 - mean(x[!t]))) / 2)
d$w <- ov; d$site <- d$educ
svy <- function(formula, ids) { s <- summary(svyglm(formula, svydesign(ids = ids, weights = ~w, data = d))); c(s$coefficients[2, ], s$df.residual) }
dr <- function(name, family, predictors) {
  score <- fitted(glm(reformulate(predictors, "treat"), binomial, d, control = tight))
  of <- function(group) predict(glm(reformulate(predictors, name), family, d[group, ], control = tight), d, type = "response")
  m1 <- of(t); m0 <- of(!t)
  f <- m1 - m0 + ifelse(t, (d[[name]] - m1) / score, -(d[[name]] - m0) / (1 - score))
  c(mean(f), sd(f) / sqrt(length(f)))
}
m <- matchit(treat ~ age + educ + married + re74, d, method = "nearest", distance = e)
pairs <- match(m$match.matrix[, 1], rownames(d)) - 1
cat(toJSON(list(
  r = R.version.string, packages = list(survey = as.character(packageVersion("survey")), MatchIt = as.character(packageVersion("MatchIt"))),
  source = "MatchIt::lalonde, every fourth row",
  treated = t, age = d$age, educ = d$educ, married = d$married, re74 = d$re74, re78 = d$re78, binary = d$binary, scores = unname(e),
  weights = list(everyone = unname(ate), treated = unname(att), overlap = unname(ov), stabilised = unname(stab), truncated = unname(trunc)),
  ess = c(ess(ov[t]), ess(ov[!t])),
  balance = list(ageBefore = balance(d$age, rep(1, nrow(d)), pooled(d$age)), ageAfter = balance(d$age, ov, pooled(d$age)),
                 ageTreated = balance(d$age, att, sd(d$age[t])), marriedBefore = balance(d$married, rep(1, nrow(d)), binary(d$married)),
                 marriedAfter = balance(d$married, ov, binary(d$married))),
  comparison = unname(svy(re78 ~ treat, ~1)), adjusted = unname(svy(re78 ~ treat + age + re74, ~1)), clustered = unname(svy(re78 ~ treat, ~site)),
  doublyRobust = dr("re78", gaussian, c("age", "educ", "married", "re74")), doublyRobustBinary = dr("binary", binomial, c("age", "educ")),
  matched = list(treated = which(t) - 1, control = pairs)
), auto_unbox = TRUE, digits = NA, null = "null"))
cat("\n")
