# Regressions of packages/statistics/src/regression in R. Run from packages/statistics:
# The folder with btheb.csv and womensrole.csv can be given as an argument.
#   Rscript reference/regression.R > src/regression/regression.fixtures.json
suppressMessages({
  library(jsonlite); library(MASS); library(sandwich); library(clubSandwich); library(car); library(emmeans)
  library(vcd); library(lme4)
})
folder <- c(commandArgs(TRUE), "../../tooling/oracle/data/debian")[1]
read <- function(name) read.csv(file.path(folder, name), na.strings = "", stringsAsFactors = TRUE)
BtheB <- read("btheb.csv")
womensrole <- read("womensrole.csv")
table_of <- function(m, df = NULL) {
  lapply(seq_len(nrow(m)), function(i) list(name = rownames(m)[i], value = m[i, 1], error = m[i, 2], statistic = m[i, 3],
                                            p = if (ncol(m) > 3) m[i, 4] else NULL))
}
errors <- function(v) unname(sqrt(diag(v)))
tight <- glm.control(epsilon = 1e-14, maxit = 100)
factor_of <- function(f) list(levels = levels(f), codes = as.integer(f) - 1)

b <- BtheB[complete.cases(BtheB[, c("bdi.pre", "bdi.2m")]), ]
b$treatment <- factor(b$treatment, c("TAU", "BtheB"))
btheb <- list(pre = b$bdi.pre, post = b$bdi.2m, drug = factor_of(b$drug), length = factor_of(b$length),
              treatment = factor_of(b$treatment))
lm_of <- function(m) {
  s <- summary(m); cl <- b$length
  A <- Anova(m, type = 2)
  list(coefficients = table_of(s$coefficients), low = unname(confint(m)[, 1]), high = unname(confint(m)[, 2]),
       sigma = s$sigma, rSquared = s$r.squared, adjusted = s$adj.r.squared, f = unname(s$fstatistic[1]),
       fP = unname(pf(s$fstatistic[1], s$fstatistic[2], s$fstatistic[3], lower.tail = FALSE)),
       logLik = as.numeric(logLik(m)), aic = AIC(m), bic = BIC(m),
       hc = sapply(c("HC0", "HC1", "HC2", "HC3", "HC4"), function(t) errors(vcovHC(m, t)), simplify = FALSE),
       leverages = unname(hatvalues(m))[1:5],
       anova = lapply(seq_len(nrow(A) - 1), function(i) list(term = rownames(A)[i], sum = A[i, 1], df = A[i, 2], f = A[i, 3], p = A[i, 4])))
}
ancova <- lm(bdi.2m ~ bdi.pre + drug + length + treatment, b)
crossed <- lm(bdi.2m ~ bdi.pre + drug * treatment, b)
w <- 1 + seq_len(nrow(b)) %% 3
weighted <- lm(bdi.2m ~ bdi.pre + treatment, b, weights = w)
e <- emmeans(crossed, "treatment")
means <- as.data.frame(e); diffs <- as.data.frame(pairs(e, adjust = "none"))
lh <- linearHypothesis(ancova, c("drugYes", "treatmentBtheB"), vcov. = vcovHC(ancova, "HC3"), test = "F")
lc <- linearHypothesis(ancova, c("drugYes", "treatmentBtheB"), test = "Chisq")

s <- sleepstudy
cluster_of <- function(m, id, types = c("CR0", "CR1", "CR1S", "CR2", "CR3")) lapply(types, function(t) {
  ct <- coef_test(m, vcov = t, cluster = id, test = "Satterthwaite")
  list(type = t, errors = ct$SE, df = ct$df_Satt)
})
m1 <- lm(Reaction ~ Days, s); m2 <- lm(Reaction ~ Days + Subject, s)
anx <- anorexia[anorexia$Treat != "CBT", ]
L <- data.frame(id = rep(seq_len(nrow(anx)), 2), y = c(anx$Prewt, anx$Postwt), post = rep(0:1, each = nrow(anx)),
                trt = rep(as.integer(anx$Treat == "FT"), 2))
m3 <- lm(y ~ trt * post, L); d3 <- coef_test(m3, vcov = "CR2", cluster = L$id)
ci3 <- conf_int(m3, vcov = "CR2", cluster = L$id)

glm_of <- function(g) list(coefficients = table_of(summary(g)$coefficients), deviance = deviance(g), null = g$null.deviance,
  aic = AIC(g), logLik = as.numeric(logLik(g)), pearson = sum(resid(g, "pearson")^2), dispersion = summary(g)$dispersion,
  hc0 = errors(vcovHC(g, "HC0")), hc3 = errors(vcovHC(g, "HC3")))
wr <- womensrole
wr$total <- wr$agree + wr$disagree
ep <- epil; ep$time <- 1 + ep$period / 4
arth <- Arthritis
g1 <- glm(cbind(agree, disagree) ~ gender * education, binomial, wr, control = tight)
g2 <- glm(cbind(agree, disagree) ~ gender + education, quasibinomial, wr, control = tight)
g3 <- glm(cbind(agree, disagree) ~ education, binomial("probit"), wr, control = tight)
g4 <- glm(cbind(agree, disagree) ~ education, binomial("cloglog"), wr, control = tight)
p1 <- glm(y ~ trt + lbase + lage + offset(log(time)), poisson, ep, control = tight)
p2 <- glm(y ~ trt + lbase, quasipoisson, ep, control = tight)
rr <- glm((Improved != "None") ~ Treatment, binomial("log"), arth, control = tight)
gg <- glm(bdi.2m ~ bdi.pre + treatment, gaussian, b, control = tight)
nb <- glm.nb(y ~ trt + lbase + lage, ep, control = glm.control(epsilon = 1e-14, maxit = 200))
po <- polr(Improved ~ Treatment + Sex + Age, arth, Hess = TRUE, control = list(reltol = 1e-16, maxit = 1000))

lake <- as.numeric(LakeHuron); time <- seq_along(lake) - 1; cut <- 50
after <- as.integer(time >= cut); since <- pmax(0, time - cut)
ts <- lm(lake ~ time + after + since)
nw <- lapply(0:4, function(lag) errors(NeweyWest(ts, lag = lag, prewhite = FALSE, adjust = TRUE)))

# The deviance by terms: of grouped answers with an interaction, and of counts with an offset.
deviance_of <- function(m) {
  sequential <- as.data.frame(anova(m, test = "Chisq"))[-1, ]
  two <- as.data.frame(Anova(m)); dropped <- as.data.frame(drop1(m, test = "Chisq"))[-1, ]
  list(sequential = list(terms = rownames(sequential), df = sequential$Df, deviance = sequential$Deviance,
                         restDf = sequential$`Resid. Df`, rest = sequential$`Resid. Dev`),
       two = list(terms = rownames(two), df = two$Df, deviance = two$`LR Chisq`),
       dropped = list(terms = I(rownames(dropped)), df = I(dropped$Df), deviance = I(dropped$LRT), rest = I(dropped$Deviance)))
}
d1 <- glm(cbind(agree, disagree) ~ gender * education, binomial, wr, control = tight)
d2 <- glm(y ~ trt + lbase + lage + offset(log(time)), poisson, ep, control = tight)

cat(toJSON(list(
  r = R.version.string,
  packages = sapply(c("MASS", "sandwich", "clubSandwich", "car", "emmeans", "vcd", "lme4"), function(p) as.character(packageVersion(p)), simplify = FALSE),
  source = "BtheB, womensrole: HSAUR3 1.0.13; sleepstudy: lme4; anorexia, epil: MASS; Arthritis: vcd; LakeHuron: datasets",
  btheb = btheb, weights = w,
  ancova = lm_of(ancova), crossed = lm_of(crossed), weighted = lm_of(weighted)[c("coefficients", "sigma", "rSquared", "logLik", "aic", "bic", "hc")],
  means = list(levels = as.character(means$treatment), value = means$emmean, error = means$SE, low = means$lower.CL, high = means$upper.CL,
               difference = diffs$estimate, differenceError = diffs$SE, differenceP = diffs$p.value),
  wald = list(f = lh$F[2], p = lh[["Pr(>F)"]][2], chiSquared = lc$Chisq[2], chiP = lc[["Pr(>Chisq)"]][2]),
  sleep = list(reaction = s$Reaction, days = s$Days, subject = factor_of(s$Subject), one = cluster_of(m1, s$Subject),
               fixed = lapply(cluster_of(m2, s$Subject, c("CR0", "CR2")), function(x) list(type = x$type, error = x$errors[2], df = x$df[2]))),
  did = list(id = L$id, y = L$y, post = L$post, trt = L$trt, value = unname(coef(m3)[4]), error = d3$SE[4], df = d3$df_Satt[4], p = d3$p_Satt[4],
             low = ci3$CI_L[4], high = ci3$CI_U[4]),
  womensrole = list(gender = factor_of(wr$gender), education = wr$education, agree = wr$agree, disagree = wr$disagree,
                    crossed = deviance_of(d1), logit = glm_of(g1), quasi = glm_of(g2)[c("coefficients", "dispersion")], probit = glm_of(g3), cloglog = glm_of(g4)),
  epil = list(y = ep$y, trt = factor_of(ep$trt), lbase = ep$lbase, lage = ep$lage, time = ep$time, terms = deviance_of(d2), poisson = glm_of(p1), quasi = glm_of(p2)[c("coefficients", "dispersion")],
              nb = list(coefficients = table_of(summary(nb)$coefficients), theta = nb$theta, thetaError = nb$SE.theta, logLik = as.numeric(logLik(nb)), aic = AIC(nb))),
  gaussian = glm_of(gg)[c("coefficients", "deviance", "null", "aic", "logLik", "dispersion")],
  arthritis = list(treatment = factor_of(arth$Treatment), sex = factor_of(arth$Sex), age = arth$Age, improved = as.integer(arth$Improved) - 1,
                   risk = glm_of(rr)[c("coefficients", "deviance")],
                   polr = list(coefficients = unname(c(coef(po), po$zeta)), errors = errors(vcov(po)), logLik = as.numeric(logLik(po)), aic = AIC(po))),
  lake = list(level = lake, cut = cut, coefficients = unname(coef(ts)), errors = nw)
), auto_unbox = TRUE, digits = NA, null = "null"))
cat("\n")
