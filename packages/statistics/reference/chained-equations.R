# Reference figures for packages/statistics/src/imputation/chained-equations.ts: R 4.2 or newer with mice 3.15 or newer.
#
#   DATA=<folder with btheb.csv> Rscript packages/statistics/reference/chained-equations.R \
#     > packages/statistics/src/imputation/chained-equations.fixtures.json
#
# Means over many imputations with their Monte Carlo errors; both programs draw from the same distributions with other
# random numbers, so they agree within three errors of the difference.

suppressPackageStartupMessages(library(mice))
d <- read.csv(file.path(Sys.getenv("DATA"), "btheb.csv"))
d <- data.frame(arm = as.integer(d$treatment == "BtheB"), pre = d$bdi.pre, two = d$bdi.2m, three = d$bdi.3m,
                low = ifelse(is.na(d$bdi.5m), NA, as.integer(d$bdi.5m < 10)))

figures <- function(method, m) {
  data <- d
  data$low <- factor(data$low)
  imp <- mice(data, m = m, maxit = 8, method = c("", "", method, method, "logreg"), seed = 20, printFlag = FALSE)
  each <- sapply(seq_len(m), function(i) {
    x <- complete(imp, i)
    f <- summary(lm(three ~ pre + arm, x))$coefficients
    c(mean_two = mean(x$two), sd_three = sd(x$three), arm = f["arm", 1], arm_variance = f["arm", 2]^2, pre = f["pre", 1],
      low = mean(x$low == "1"), low_in_arm = mean(x$low[x$arm == 1] == "1"))
  })
  lapply(seq_len(nrow(each)), function(i) {
    list(name = rownames(each)[i], mean = mean(each[i, ]), sd = sd(each[i, ]), error = sd(each[i, ]) / sqrt(m))
  })
}

cat(jsonlite::toJSON(list(
  made_with = list(R = R.version.string, mice = as.character(packageVersion("mice"))),
  data = as.list(d), normal = figures("norm", 500), matching = figures("pmm", 500)
), auto_unbox = TRUE, digits = NA, na = "null"), "\n", sep = "")
