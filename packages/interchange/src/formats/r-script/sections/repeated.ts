import type { RSection } from "./section";

export const REPEATED_SECTION: RSection = {
  name: "repeated",
  title: "Everybody with a baseline, by restricted likelihood over all waves, the baseline among them",
  code: String.raw`at_all <- which(measured & ours & !is.na(scores), arr.ind = TRUE)
mean_baseline <- mean(baseline[measured])
long <- data.frame(person = at_all[, 1], wave = at_all[, 2] - 1)
long$score <- scores[at_all] - mean_baseline
waves_seen <- sort(unique(long$wave))
long$visit <- match(long$wave, waves_seen)
visits <- length(waves_seen)
# The first coefficient is the mean at the baseline, the others are changes from it.
indicator <- outer(long$visit, seq_len(visits), "==") + 0
indicator[, 1] <- 1
model <- repeated_model(long$person, long$visit, long$score, indicator, structure, seq_len(visits)[-1])
later <- long$wave > 0
figure("repeated.n", length(unique(long$person[later])))
figure("repeated.scores", sum(later))
figure("repeated.baseline-measured", sum(measured))
figure("repeated.mean-baseline", mean_baseline)
for (change in seq_len(visits - 1)) {
  wald_figures(paste0("repeated.wave-", waves_seen[change + 1]), model$values[change], model$errors[change],
               model$degrees[change])
}

# The same model by nlme, where it is installed and quick; printed beside, because its search ends a little earlier.
if (visits <= 5 && requireNamespace("nlme", quietly = TRUE)) {
  long$wave <- factor(long$wave)
  with_nlme <- tryCatch(
    nlme::gls(score ~ wave, long, method = "REML",
              correlation = switch(structure, unstructured = nlme::corSymm(form = ~ visit | person),
                                   "compound-symmetry" = nlme::corCompSymm(form = ~ visit | person),
                                   nlme::corAR1(form = ~ visit | person)),
              weights = if (structure %in% c("unstructured", "heterogeneous-ar1")) nlme::varIdent(form = ~ 1 | visit),
              control = nlme::glsControl(maxIter = 200, msMaxIter = 500)),
    error = function(e) NULL
  )
  if (!is.null(with_nlme)) {
    cat("nlme::gls: changes", format(coef(with_nlme)[-1], digits = 8), "\n")
    cat("own search: changes", format(model$values, digits = 8), "\n\n")
  }
}`,
};
