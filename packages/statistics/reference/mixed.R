# Reference figures for src/mixed: linear mixed models by lme4, lmerTest and pbkrtest, models for repeated measures by
# nlme, logistic and Poisson mixed models by lme4. Run from packages/statistics, with the folder of the data sets:
#   Rscript reference/mixed.R FOLDER
# It writes the *.fixtures.json beside the sources. Data: sleepstudy (lme4), Orthodont (nlme), respiratory (geepack),
# BtheB (HSAUR3), epil (MASS), as CSV.
suppressMessages({library(jsonlite); library(lmerTest); library(pbkrtest); library(nlme)})
folder <- commandArgs(TRUE)[1]
read <- function(name) read.csv(file.path(folder, paste0(name, ".csv")))
write_json_file <- function(value, name) {
  write(toJSON(value, auto_unbox = TRUE, digits = I(17), na = "null"), file.path("src/mixed", name))
}
versions <- function(...) sapply(c(...), function(p) as.character(packageVersion(p)), simplify = FALSE)
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-11, maxfun = 1e6))

linear <- function(name, formula, d) {
  m <- suppressMessages(lmer(formula, d, control = control))
  ml <- suppressMessages(lmer(formula, d, REML = FALSE, control = control))
  parts <- lapply(seq_along(m@cnms), function(i) {
    f <- m@flist[[attr(m@flist, "assign")[i]]]
    z <- as.matrix(lme4::getME(m, "mmList")[[i]])
    list(group = names(m@cnms)[i], codes = as.integer(f) - 1L, levels = nlevels(f),
         columns = lapply(seq_len(ncol(z)), function(j) list(name = m@cnms[[i]][j], values = unname(z[, j]))))
  })
  p <- length(lme4::fixef(m))
  list(
    name = name, y = unname(m@resp$y), x = unname(lme4::getME(m, "X")), terms = parts,
    reml = list(coefficients = unname(lme4::fixef(m)), covariance = unname(as.matrix(vcov(m))),
      theta = I(unname(m@theta)), sigma = sigma(m), log_likelihood = as.numeric(logLik(m)), aic = AIC(m), bic = BIC(m),
      df = unname(summary(m)$coefficients[, "df"]), singular = isSingular(m),
      effects = lapply(lme4::ranef(m), function(r) unname(as.matrix(head(r, 3)))),
      joint = if (p > 2) unname(unlist(contestMD(m, diag(p)[-1, ])[c("NumDF", "DenDF", "F value")])),
      kenward_roger = {
        k <- coef(summary(m, ddf = "Kenward-Roger"))
        j <- if (p > 2) KRmodcomp(m, diag(p)[-1, ])$test["Ftest", c("ndf", "ddf", "stat", "p.value")]
        list(error = unname(k[, "Std. Error"]), df = unname(k[, "df"]), joint = unname(unlist(j)))
      }),
    ml = list(coefficients = unname(lme4::fixef(ml)), theta = I(unname(ml@theta)), sigma = sigma(ml),
      log_likelihood = as.numeric(logLik(ml)), aic = AIC(ml), bic = BIC(ml))
  )
}
sleep <- read("sleepstudy")
sleep$day <- factor(sleep$Days)
sleep$square <- sleep$Days^2 / 10
orthodont <- read("orthodont")
respiratory <- read("respiratory_gee")
respiratory$person <- respiratory$center * 1000 + respiratory$id
respiratory$early <- as.numeric(respiratory$visit <= 2)
some <- respiratory[respiratory$id <= 20, ]
write_json_file(list(
  r = R.version.string, packages = versions("lme4", "lmerTest", "pbkrtest"),
  tolerance = list(estimates = 1e-5, degrees_of_freedom = 1e-4),
  cases = list(
    linear("random intercept", Reaction ~ Days + (1 | Subject), sleep),
    linear("random slope", Reaction ~ Days + (Days | Subject), sleep),
    linear("uncorrelated slope", Reaction ~ Days + (Days || Subject), sleep),
    linear("three effects", Reaction ~ Days + square + (Days + square | Subject), sleep),
    linear("slopes by sex", distance ~ age * Sex + (age | Subject), orthodont),
    linear("crossed, one variance zero", Reaction ~ Days + (1 | Subject) + (1 | day), sleep),
    linear("nested", outcome ~ treat * visit + sex + (visit | person) + (1 | center), some),
    linear("partially nested", outcome ~ treat + visit + (1 | person) + (0 + early | center), some)
  )
), "linear-mixed-model.fixtures.json")

btheb <- read("btheb")
long <- do.call(rbind, lapply(c(2, 3, 5, 8), function(month) {
  data.frame(id = btheb$id, month = month, y = btheb[[paste0("bdi.", month, "m")]], before = btheb$bdi.pre,
             treatment = factor(btheb$treatment, c("TAU", "BtheB")))
}))
long <- long[!is.na(long$y), ]
long$visit <- factor(long$month)
long$position <- as.integer(long$visit)
structures <- list(
  unstructured = list(corSymm(form = ~ position | id), varIdent(form = ~ 1 | visit)),
  "heterogeneous-ar1" = list(corAR1(form = ~ position | id), varIdent(form = ~ 1 | visit)),
  ar1 = list(corAR1(form = ~ position | id), NULL),
  "heterogeneous-compound-symmetry" = list(corCompSymm(form = ~ position | id), varIdent(form = ~ 1 | visit)),
  "compound-symmetry" = list(corCompSymm(form = ~ position | id), NULL)
)
model <- y ~ before + treatment * visit
repeated <- function(structure, method) {
  s <- structures[[structure]]
  g <- gls(model, long, correlation = s[[1]], weights = s[[2]], method = method,
           control = glsControl(opt = "nlminb", tolerance = 1e-10, msMaxIter = 500))
  # Under maximum likelihood gls scales its covariance by n / (n - p), which is undone here.
  scale <- if (method == "ML") (nrow(long) - length(coef(g))) / nrow(long) else 1
  list(structure = structure, method = method, log_likelihood = as.numeric(logLik(g)), aic = AIC(g),
       coefficients = unname(coef(g)), errors = unname(sqrt(diag(vcov(g)) * scale)))
}
# Compound symmetry is a random intercept: the degrees of freedom are known from there.
intercept <- lmer(update(model, . ~ . + (1 | id)), long, control = control)
same <- coef(summary(intercept))
adjusted <- coef(summary(intercept, ddf = "Kenward-Roger"))
# Kenward and Roger's adjustment under an unstructured covariance, by the formulas of their paper with whole matrices.
unstructured_adjustment <- function() {
  g <- gls(model, long, correlation = structures$unstructured[[1]], weights = structures$unstructured[[2]],
           control = glsControl(opt = "nlminb", tolerance = 1e-12, msMaxIter = 500))
  complete <- names(which(table(long$id) == 4))[1]
  s <- unclass(getVarCov(g, individual = complete))
  x <- model.matrix(model, long)
  same <- outer(long$id, long$id, "==")
  v <- solve(s[long$position, long$position] * same)
  phi <- solve(t(x) %*% v %*% x)
  pairs <- which(lower.tri(s, diag = TRUE), arr.ind = TRUE)
  vg <- lapply(seq_len(nrow(pairs)), function(k) {
    e <- matrix(0, 4, 4)
    e[pairs[k, 1], pairs[k, 2]] <- e[pairs[k, 2], pairs[k, 1]] <- 1
    v %*% (e[long$position, long$position] * same)
  })
  r <- seq_along(vg)
  p <- lapply(vg, function(a) -t(x) %*% a %*% v %*% x)
  q <- lapply(vg, function(a) lapply(vg, function(b) t(x) %*% a %*% b %*% v %*% x))
  information <- outer(r, r, Vectorize(function(i, j) {
    sum(vg[[i]] * t(vg[[j]])) - 2 * sum(phi * q[[i]][[j]]) + sum((p[[i]] %*% phi) * t(p[[j]] %*% phi))
  }))
  w <- 2 * solve(information)
  u <- Reduce(`+`, lapply(r, function(i) Reduce(`+`, lapply(r, function(j) w[i, j] * (q[[i]][[j]] - p[[i]] %*% phi %*% p[[j]])))))
  adjusted <- phi + 2 * phi %*% u %*% phi
  df <- sapply(seq_len(ncol(x)), function(k) {
    share <- sapply(p, function(one) (phi %*% one %*% phi)[k, k]) / phi[k, k]
    2 / as.numeric(t(share) %*% w %*% share)
  })
  list(errors = unname(sqrt(diag(adjusted))), df = df)
}
write_json_file(list(
  r = R.version.string, packages = versions("nlme", "lmerTest", "pbkrtest"),
  tolerance = list(log_likelihood = 1e-8, estimates = 1e-4, degrees_of_freedom = 1e-4),
  people = as.integer(factor(long$id)) - 1L, visits = long$position - 1L, visit_count = 4, y = long$y,
  x = unname(model.matrix(model, long)),
  fits = unlist(lapply(c("REML", "ML"), function(m) lapply(names(structures), repeated, m)), recursive = FALSE),
  unstructured_kenward_roger = unstructured_adjustment(),
  random_intercept = list(df = unname(same[, "df"]), kenward_roger_df = unname(adjusted[, "df"]),
                          kenward_roger_errors = unname(adjusted[, "Std. Error"]))
), "repeated-measures-model.fixtures.json")

logistic <- function(points) {
  g <- glmer(outcome ~ treat + age + baseline + (1 | person), respiratory, family = binomial, nAGQ = points,
             control = glmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e6), tolPwrss = 1e-13))
  list(points = points, coefficients = unname(lme4::fixef(g)), errors = unname(sqrt(diag(as.matrix(vcov(g))))),
       deviation = unname(lme4::getME(g, "theta")), log_likelihood = as.numeric(logLik(g)), aic = AIC(g), bic = BIC(g),
       effects = unname(lme4::ranef(g)$person[1:5, 1]))
}
write_json_file(list(
  r = R.version.string, packages = versions("lme4"), tolerance = 1e-3,
  y = respiratory$outcome, x = unname(model.matrix(~ treat + age + baseline, respiratory)),
  codes = as.integer(factor(respiratory$person)) - 1L, groups = length(unique(respiratory$person)),
  cases = lapply(c(1, 5, 20), logistic),
  rule = {
    # Weights that integrate a standard normal density.
    g <- lme4::GHrule(7)
    list(points = rev(unname(g[, "z"])), weights = rev(unname(g[, "w"])))
  }
), "logistic-mixed-model.fixtures.json")

# Counts of seizures; two exposures make an offset. With more than one point lme4's log likelihood is relative to the
# saturated model's, which is added back.
epil <- read("epil")
epil$weeks <- ifelse(epil$V4 == 1, 1.5, 2)
saturated <- sum(dpois(epil$y, epil$y, log = TRUE))
poisson_fit <- function(points) {
  g <- glmer(y ~ trt + lbase + V4 + offset(log(weeks)) + (1 | subject), epil, family = poisson, nAGQ = points,
             control = glmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e6), tolPwrss = 1e-13))
  list(points = points, coefficients = unname(lme4::fixef(g)), errors = unname(sqrt(diag(as.matrix(vcov(g))))),
       deviation = unname(lme4::getME(g, "theta")),
       log_likelihood = as.numeric(logLik(g)) + if (points > 1) saturated else 0,
       effects = unname(lme4::ranef(g)$subject[1:5, 1]))
}
write_json_file(list(
  r = R.version.string, packages = versions("lme4"), tolerance = 1e-3,
  y = epil$y, x = unname(model.matrix(~ trt + lbase + V4, epil)), offset = log(epil$weeks),
  codes = as.integer(factor(epil$subject)) - 1L, groups = length(unique(epil$subject)),
  cases = lapply(c(1, 5, 20), poisson_fit)
), "poisson-mixed-model.fixtures.json")

# Type III tests, marginal means and the intraclass correlation with its profile interval.
orthodont$Visit <- factor(orthodont$age)
type_three <- function(formula, terms) {
  m <- suppressMessages(lmer(formula, orthodont, control = control))
  a <- anova(m, type = 3)
  list(terms = terms, names = rownames(a), mean_squares = a$`Mean Sq`, numerator = a$NumDF, denominator = a$DenDF,
       statistic = a$`F value`, p_value = a$`Pr(>F)`)
}
one <- lmer(Reaction ~ Days + (1 | Subject), sleep, control = control)
deviance_at <- update(one, devFunOnly = TRUE)
best <- unname(lme4::getME(one, "theta"))
excess <- function(theta) deviance_at(theta) - deviance_at(best) - qchisq(0.95, 1)
ends <- c(uniroot(excess, c(0, best), tol = 1e-13)$root, uniroot(excess, c(best, 10), tol = 1e-13)$root)
means <- suppressMessages(as.data.frame(emmeans::emmeans(intercept, ~ treatment | visit, lmer.df = "satterthwaite")))
code <- function(f) list(levels = levels(f), codes = as.integer(f) - 1L)
write_json_file(list(
  r = R.version.string, packages = versions("lme4", "lmerTest", "emmeans"),
  tolerance = list(estimates = 1e-5, degrees_of_freedom = 1e-4),
  orthodont = list(distance = orthodont$distance, age = orthodont$age, sex = code(factor(orthodont$Sex)),
                   visit = code(orthodont$Visit), subject = code(factor(orthodont$Subject))),
  type_three = list(
    type_three(distance ~ Visit * Sex + (1 | Subject), list(list("visit"), list("sex"), list("visit", "sex"))),
    type_three(distance ~ age * Sex + (1 | Subject), list(list("age"), list("sex"), list("age", "sex"))),
    type_three(distance ~ age + Sex + (1 | Subject), list(list("age"), list("sex"))),
    # Without the effect of one factor on its own, which lmerTest does not take for contained.
    type_three(distance ~ age + age:Sex + (1 | Subject), list(list("age"), list("age", "sex"))),
    type_three(distance ~ Sex + Sex:age + (1 | Subject), list(list("sex"), list("sex", "age"))),
    type_three(distance ~ Visit + Visit:Sex + (1 | Subject), list(list("visit"), list("visit", "sex")))
  ),
  intraclass = list(value = best^2 / (1 + best^2), low = ends[1]^2 / (1 + ends[1]^2), high = ends[2]^2 / (1 + ends[2]^2)),
  btheb = list(y = long$y, before = long$before, treatment = code(long$treatment), visit = code(long$visit),
               id = code(factor(long$id))),
  marginal = list(treatment = as.integer(means$treatment) - 1L, visit = as.integer(means$visit) - 1L,
                  mean = means$emmean, error = means$SE, df = means$df)
), "mixed-inference.fixtures.json")
