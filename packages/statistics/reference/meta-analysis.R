# Pooled effects of packages/statistics/src/meta-analysis in R. Run from packages/statistics:
#   Rscript reference/meta-analysis.R > src/meta-analysis/meta-analysis.fixtures.json
suppressMessages({ library(jsonlite); library(metafor) })
d <- dat.bcg
v <- dat.vanhowe1999
v <- v[complete.cases(v[, c("non.pos", "non.neg", "cir.pos", "cir.neg")]), ]
tight <- list(threshold = 1e-14, maxiter = 1000, tol = 1e-14)
one <- function(yi, vi, method, test, control) {
  r <- rma(yi, vi, method = method, test = test, control = control)
  p <- predict(r)
  list(method = method, test = test, value = as.numeric(r$b), error = r$se, low = r$ci.lb, high = r$ci.ub, statistic = r$zval, p = r$pval,
       tau2 = r$tau2, i2 = r$I2, h2 = r$H2, piLow = if (method == "FE") NULL else p$pi.lb, piHigh = if (method == "FE") NULL else p$pi.ub)
}
study <- function(name, yi, vi) list(name = name, yi = as.numeric(yi), vi = as.numeric(vi),
  q = rma(yi, vi, method = "FE")$QE, qP = rma(yi, vi, method = "FE")$QEp,
  fits = c(lapply(c("FE", "DL", "REML", "PM"), function(m) one(yi, vi, m, "z", tight)),
           lapply(c("DL", "REML", "PM"), function(m) one(yi, vi, m, "knha", tight))),
  coarsePm = rma(yi, vi, method = "PM")$tau2,
  coarseReml = lapply(c(1e-2, 1e-3, 1e-5), function(threshold) {
    list(threshold = threshold, tau2 = rma(yi, vi, method = "REML", control = list(threshold = threshold))$tau2)
  }))
tables <- lapply(c("OR", "RR", "RD"), function(m) {
  e <- escalc(m, ai = c(d$tpos[1:4], 0, 0, 5), bi = c(d$tneg[1:4], 10, 10, 0), ci = c(d$cpos[1:4], 3, 0, 2), di = c(d$cneg[1:4], 8, 12, 0))
  list(measure = m, yi = as.numeric(e$yi), vi = as.numeric(e$vi))
})
md <- escalc("MD", m1i = 10.2, sd1i = 3.1, n1i = 20, m2i = 12.5, sd2i = 4.2, n2i = 15)
smd <- escalc("SMD", m1i = 10.2, sd1i = 3.1, n1i = 20, m2i = 12.5, sd2i = 4.2, n2i = 15)
smcr <- escalc("SMCR", m1i = 10.2, m2i = 12.5, sd1i = 3.1, ni = 20, ri = 0.55)
or <- escalc("OR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = d)
vo <- escalc("OR", ai = non.pos, bi = non.neg, ci = cir.pos, di = cir.neg, data = v)
cat(toJSON(list(
  r = R.version.string, packages = list(metafor = as.character(packageVersion("metafor"))),
  source = "metadat::dat.bcg, metadat::dat.vanhowe1999",
  tables = list(firstEvents = c(d$tpos[1:4], 0, 0, 5), firstOthers = c(d$tneg[1:4], 10, 10, 0), secondEvents = c(d$cpos[1:4], 3, 0, 2),
                secondOthers = c(d$cneg[1:4], 8, 12, 0), measures = tables),
  means = list(md = as.numeric(c(md$yi, md$vi)), smd = as.numeric(c(smd$yi, smd$vi)), smcr = as.numeric(c(smcr$yi, smcr$vi))),
  studies = list(study("bcg", or$yi, or$vi), study("vanhowe", vo$yi, vo$vi), study("alike", c(.30, .31, .32), c(.1, .2, .3)),
                 study("two", c(.3, .9), c(.01, .02)))
), auto_unbox = TRUE, digits = NA, null = "null"))
cat("\n")
