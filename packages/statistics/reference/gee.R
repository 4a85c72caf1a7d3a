# Generalised estimating equations of packages/statistics/src/gee in R. Run from packages/statistics:
#   Rscript reference/gee.R > src/gee/gee.fixtures.json
suppressMessages({ library(jsonlite); library(geepack) })
d <- respiratory
d$pid <- d$center * 1000 + d$id
d <- d[order(d$pid, d$visit), ]
e <- MASS::epil
d2 <- d[!(d$visit == 2 & d$id %% 5 == 0), ]
control <- geese.control(epsilon = 1e-14, maxit = 1000)
fit <- function(formula, data, id, family, structure, waves = NULL) {
  data$.id <- id; data$.w <- waves
  g <- if (is.null(waves)) geeglm(formula, data = data, id = .id, family = family, corstr = structure, control = control)
       else geeglm(formula, data = data, id = .id, waves = .w, family = family, corstr = structure, control = control)
  list(structure = structure, coefficients = unname(coef(g)), errors = unname(sqrt(diag(vcov(g)))), phi = as.numeric(g$geese$gamma), alpha = as.numeric(g$geese$alpha))
}
structures <- c("independence", "exchangeable", "ar1", "unstructured")
cat(toJSON(list(
  r = R.version.string, packages = list(geepack = as.character(packageVersion("geepack")), MASS = as.character(packageVersion("MASS"))),
  source = "geepack::respiratory, MASS::epil",
  respiratory = list(outcome = d$outcome, active = as.integer(d$treat == "A"), baseline = d$baseline, age = d$age, id = d$pid,
    fits = lapply(structures, function(s) fit(outcome ~ I(treat == "A") + baseline + age, d, d$pid, binomial, s))),
  gaps = list(keep = which(!(d$visit == 2 & d$id %% 5 == 0)) - 1,
    fits = lapply(c("exchangeable", "ar1"), function(s) fit(outcome ~ I(treat == "A") + baseline + age, d2, d2$pid, binomial, s))),
  epil = list(y = e$y, trt = as.integer(e$trt == "progabide"), lbase = e$lbase, id = e$subject,
    fits = lapply(structures[1:3], function(s) fit(y ~ trt + lbase, e, e$subject, poisson, s)),
    gaussian = lapply(structures[2:3], function(s) fit(y ~ trt + lbase, e, e$subject, gaussian, s)))
), auto_unbox = TRUE, digits = NA, null = "null"))
cat("\n")
