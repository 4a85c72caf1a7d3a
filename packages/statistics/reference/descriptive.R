# Reference values for src/descriptive/descriptive.fixtures.json. R 4.2 or newer with psych 2.2 and e1071 1.7:
#   Rscript reference/descriptive.R > src/descriptive/descriptive.fixtures.json
# Data: change of weight of girls with anorexia, MASS::anorexia (Hand et al. 1993), and weights of chicks, datasets::chickwts.
suppressPackageStartupMessages({ library(psych); library(e1071) })
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
array <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")
change <- with(MASS::anorexia, round(Postwt - Prewt, 10))
sets <- list(
  anorexia = change, cbt = change[MASS::anorexia$Treat == "CBT"], chicks = datasets::chickwts$weight,
  ties = c(0, 0, 0, 1, 1, 2, 3, 3, 3, 10), three = c(1, 2, 4), four = c(1, 2, 4, 8), five = c(3, 1, 2, 2, 9),
  six = c(5, 1, 4, 4, 2, 9.5), eleven = change[1:11], twelve = change[1:12], two = c(1, 4),
  mostly = c(rep(5, 20), 6, 9, 30), large = 1e6 + c(0.1, 0.4, 0.3, 0.9, 0.5, 0.7)
)
one <- function(x) {
  d <- describe(x, type = 3)
  s <- if (length(x) > 2) shapiro.test(x) else list(statistic = NA, p.value = NA)
  h <- hist(x, breaks = nclass.FD(x, digits = 10), plot = FALSE)
  shape <- function(f) sapply(1:3, function(type) tryCatch(f(x, type = type), error = function(e) NA, warning = function(w) NA))
  fields <- c(
    values = array(x), mean = number(d$mean), sd = number(d$sd), median = number(d$median), trimmed = number(d$trimmed),
    mad = number(d$mad), se = number(d$se), quartiles = array(quantile(x, c(0, 0.25, 0.5, 0.75, 1), names = FALSE)),
    skewness = array(shape(e1071::skewness)), kurtosis = array(shape(e1071::kurtosis)),
    w = number(unname(s$statistic)), p = number(s$p.value), edges = array(h$breaks), counts = array(h$counts)
  )
  paste0("{ ", paste(sprintf('"%s": %s', names(fields), fields), collapse = ", "), " }")
}
cat("{\n", sprintf('  "r": "%s",\n', R.version.string),
  sprintf('  "packages": { "psych": "%s", "e1071": "%s", "MASS": "%s" },\n', packageVersion("psych"), packageVersion("e1071"), packageVersion("MASS")),
  '  "sets": {\n', paste(sprintf('    "%s": %s', names(sets), sapply(sets, one)), collapse = ",\n"), "\n  }\n}\n", sep = "")
