# Figures of whole outcome pages on real data: what a researcher reads after a published study was brought in.
#
#   Rscript packages/statistics/reference/real-data.R tooling/oracle/data/debian > \
#     packages/api/src/real-data.fixtures.json
#
# Needs jsonlite, metafor, sandwich, clubSandwich, nlme, numDeriv and coin.
suppressMessages({library(jsonlite); library(metafor); library(sandwich); library(clubSandwich); library(nlme)})
source("packages/statistics/reference/observed-covariance.R")
folder <- commandArgs(TRUE)[1]
read <- function(name) read.csv(file.path(folder, paste0(name, ".csv")), na.strings = "")

interval <- function(value, error, df) {
  list(value = value, low = value - qt(.975, df) * error, high = value + qt(.975, df) * error, error = error, df = df)
}
# Differences of decimal numbers: without the noise of binary fractions, which would break ties.
difference <- function(after, before) round(after - before, 10)

change <- function(pre, post, important = NULL, better = 1) {
  both <- !is.na(pre) & !is.na(post)
  measured <- sum(!is.na(pre))
  pre <- pre[both]
  post <- post[both]
  t <- t.test(post, pre, paired = TRUE)
  d <- difference(post, pre)
  walsh <- outer(d, d, "+") / 2
  g <- escalc("SMCR", m1i = mean(post), m2i = mean(pre), sd1i = sd(pre), ni = length(d), ri = cor(pre, post))
  g <- summary(g)
  share <- function(k) {
    p <- prop.test(k, length(d), correct = FALSE)
    list(value = unname(p$estimate), low = p$conf.int[1], high = p$conf.int[2])
  }
  list(
    measured = measured, n = length(d), mean_pre = mean(pre), mean_post = mean(post), sd_pre = sd(pre), sd_post = sd(post),
    value = mean(d), low = t$conf.int[1], high = t$conf.int[2], t = unname(t$statistic), df = unname(t$parameter),
    p = t$p.value, correlation = cor(pre, post),
    g_pre = list(value = as.numeric(g$yi), low = g$ci.lb, high = g$ci.ub),
    centre = median(walsh[upper.tri(walsh, diag = TRUE)]),
    signed_rank_p = as.numeric(coin::pvalue(
      coin::wilcoxsign_test(d ~ rep(0, length(d)), zero.method = "Pratt", distribution = "exact")
    )),
    responders = if (!is.null(important)) share(sum(better * d >= important)),
    worse = if (!is.null(important)) share(sum(-better * d >= important))
  )
}

compare <- function(pre, post, own) {
  both <- !is.na(pre) & !is.na(post)
  pre <- pre[both]
  post <- post[both]
  own <- as.numeric(own[both])
  d <- difference(post, pre)
  n <- length(d)
  welch <- t.test(d[own == 1], d[own == 0])
  ancova <- lm(post ~ pre + own)
  long <- data.frame(
    y = c(pre, post), after = rep(0:1, each = n), own = c(own, own), id = rep(seq_len(n), 2)
  )
  did <- lm(y ~ own * after, long)
  robust <- coef_test(did, vcov = "CR2", cluster = long$id, test = "Satterthwaite")["own:after", ]
  g <- summary(escalc(
    "SMD", m1i = mean(post[own == 1]), sd1i = sd(post[own == 1]), n1i = sum(own),
    m2i = mean(post[own == 0]), sd2i = sd(post[own == 0]), n2i = sum(1 - own), vtype = "LS"
  ))
  list(
    n = n,
    unadjusted = list(
      value = mean(d[own == 1]) - mean(d[own == 0]), low = welch$conf.int[1], high = welch$conf.int[2]
    ),
    ancova = interval(unname(coef(ancova)["own"]), sqrt(vcovHC(ancova, "HC3")["own", "own"]), n - 3),
    did = interval(unname(coef(did)["own:after"]), robust$SE, robust$df_Satt),
    hedges_g = as.numeric(g$yi)
  )
}

# All waves in one model. wide: a column for each wave, the baseline first.
stacked <- function(wide) {
  rows <- lapply(seq_len(ncol(wide))[-1], function(w) data.frame(
    id = seq_len(nrow(wide)), wave = w - 1, before = wide[, 1], change = wide[, w] - wide[, 1]
  ))
  rows <- do.call(rbind, rows)
  rows <- rows[!is.na(rows$change), ]
  rows[order(rows$id, rows$wave), ]
}
control <- glsControl(maxIter = 500, msMaxIter = 2000, tolerance = 1e-10, msTol = 1e-12, returnObject = FALSE)
fit <- function(formula, rows) {
  rows$visit <- match(rows$wave, sort(unique(rows$wave)))
  rows$wave <- factor(rows$wave)
  gls(
    formula, rows, correlation = corSymm(form = ~ visit | id), weights = varIdent(form = ~ 1 | visit), method = "REML",
    control = control
  )
}
figures <- function(model, formula, rows, named) {
  found <- coef(model)
  at <- grep(named, names(found))
  list(
    n = length(unique(rows$id)), scores = nrow(rows), values = unname(found[at]),
    errors = unname(sqrt(diag(observed_covariance(model, formula, rows)$observed))[at])
  )
}
# Everybody with a baseline, which is the first of the scores; a change is a wave's mean less the baseline's.
waves <- function(wide) {
  wide <- wide[!is.na(wide[, 1]), ]
  rows <- data.frame(id = c(row(wide)), wave = c(col(wide)) - 1, score = c(wide))
  rows <- rows[!is.na(rows$score), ]
  rows <- rows[order(rows$id, rows$wave), ]
  later <- rows[rows$wave > 0, ]
  found <- figures(fit(score ~ wave, rows), score ~ wave, rows, "^wave[0-9]+$")
  found$n <- length(unique(later$id))
  found$scores <- nrow(later)
  found
}
over_waves <- function(wide, own) {
  rows <- stacked(wide)
  rows$own <- as.numeric(own)[rows$id]
  rows$before <- rows$before - mean(rows$before)
  formula <- change ~ 0 + wave + wave:own + wave:before
  figures(fit(formula, rows), formula, rows, ":own$")
}
# Where nobody misses a wave, the freest covariance leaves each wave its own test of pairs, or, given the baseline, its own
# regression on the cohort, with its own t interval.
each_wave <- function(wide, own = NULL) {
  before <- wide[, 1] - mean(wide[, 1])
  own <- as.numeric(own)
  found <- lapply(seq_len(ncol(wide))[-1], function(w) {
    change <- wide[, w] - wide[, 1]
    model <- if (length(own) == 0) lm(change ~ 1) else lm(change ~ own + before)
    at <- if (length(own) == 0) 1 else 2
    c(coef(model)[at], sqrt(vcov(model)[at, at]), confint(model)[at, ], model$df.residual)
  })
  found <- unname(do.call(rbind, found))
  list(
    n = nrow(wide), scores = nrow(wide) * (ncol(wide) - 1), values = I(found[, 1]), errors = I(found[, 2]),
    lows = I(found[, 3]), highs = I(found[, 4]), df = found[1, 5]
  )
}

btheb <- read("btheb")
bdi <- as.matrix(btheb[, c("bdi.pre", "bdi.2m", "bdi.3m", "bdi.5m", "bdi.8m")])
tau <- btheb$treatment == "TAU"
anorexia <- read("anorexia")
weights <- function(arm) anorexia[anorexia$Treat == arm, ]
both_weights <- function(arm) each_wave(as.matrix(weights(arm)[, c("Prewt", "Postwt")]))
against <- function(arm) {
  d <- anorexia[anorexia$Treat %in% c(arm, "Cont"), ]
  compare(d$Prewt, d$Postwt, d$Treat == arm)
}
orthodont <- read("orthodont")
growth <- tapply(orthodont$distance, list(orthodont$Subject, orthodont$age), mean)
girl <- substr(rownames(growth), 1, 1) == "F"
sleepstudy <- read("sleepstudy")
sleep <- tapply(sleepstudy$Reaction, list(sleepstudy$Subject, sleepstudy$Days), mean)
fdd <- read("fdd")
props <- as.matrix(fdd[, c("prop1", "prop2", "prop3")])
emdr <- fdd$trt == "E"
cd4 <- read("cd4_boot")
chain <- read("chain")

outcomes <- list(
  btheb_usual = list(change = change(bdi[tau, 1], bdi[tau, 5], 5, -1), waves = waves(bdi[tau, ])),
  btheb_programme = list(
    change = change(bdi[!tau, 1], bdi[!tau, 5], 5, -1), waves = waves(bdi[!tau, ]),
    comparison = compare(bdi[, 1], bdi[, 5], !tau), over_waves = over_waves(bdi, !tau)
  ),
  anorexia_control = list(
    change = with(weights("Cont"), change(Prewt, Postwt, 5)), waves = both_weights("Cont")
  ),
  anorexia_cbt = list(
    change = with(weights("CBT"), change(Prewt, Postwt, 5)), waves = both_weights("CBT"),
    comparison = against("CBT")
  ),
  anorexia_family = list(
    change = with(weights("FT"), change(Prewt, Postwt, 5)), waves = both_weights("FT"),
    comparison = against("FT")
  ),
  orthodont_girls = list(change = change(growth[girl, 1], growth[girl, 4]), waves = each_wave(growth[girl, ])),
  orthodont_boys = list(
    change = change(growth[!girl, 1], growth[!girl, 4]), waves = each_wave(growth[!girl, ]),
    comparison = compare(growth[, 1], growth[, 4], !girl), over_waves = each_wave(growth, !girl)
  ),
  sleepstudy = list(change = change(sleep[, 1], sleep[, 10]), waves = each_wave(sleep)),
  fdd_emdr = list(
    change = change(props[emdr, 1], props[emdr, 3]), waves = waves(props[emdr, ]),
    comparison = compare(props[, 1], props[, 3], emdr), over_waves = over_waves(props, emdr)
  ),
  cd4 = list(
    change = change(round(100 * cd4$baseline), round(100 * cd4$oneyear)),
    waves = each_wave(round(100 * as.matrix(cd4[, c("baseline", "oneyear")])))
  )
)
baseline <- function(x) list(n = sum(!is.na(x)), mean = mean(x, na.rm = TRUE))
write(toJSON(list(
  r = R.version.string,
  packages = sapply(c("metafor", "sandwich", "clubSandwich", "nlme", "numDeriv", "coin"), function(p) as.character(packageVersion(p)), simplify = FALSE),
  outcomes = outcomes,
  chain = list(
    people = nrow(chain), viral_load = baseline(chain$log_virus), physical_health = baseline(chain$healthy),
    mental_health = baseline(chain$mental), nobody = sum(rowSums(!is.na(chain[, c("log_virus", "healthy", "mental", "treatment")])) == 0)
  )
), auto_unbox = TRUE, digits = I(17), null = "null", na = "null", pretty = 1), stdout())
