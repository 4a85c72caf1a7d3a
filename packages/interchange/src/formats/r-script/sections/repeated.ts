import type { RSection } from "./section";

export const REPEATED_SECTION: RSection = {
  name: "repeated",
  title: "Everybody with a baseline and a later score, by restricted likelihood over all waves",
  code: String.raw`at_later <- which(measured & ours & !is.na(scores[, -1, drop = FALSE]), arr.ind = TRUE)
mean_baseline <- mean(baseline[measured])
long <- data.frame(person = at_later[, 1], wave = at_later[, 2])
long$change <- scores[cbind(long$person, long$wave + 1)] - baseline[long$person]
long$baseline <- baseline[long$person] - mean_baseline
waves_seen <- sort(unique(long$wave))
long$visit <- match(long$wave, waves_seen)
visits <- length(waves_seen)
indicator <- outer(long$visit, seq_len(visits), "==") + 0
model <- repeated_model(long$person, long$visit, long$change,
                        cbind(indicator, indicator * long$baseline / sd(long$baseline)), structure, seq_len(visits))
figure("repeated.n", model$people)
figure("repeated.scores", nrow(long))
figure("repeated.baseline-measured", sum(measured))
figure("repeated.mean-baseline", mean_baseline)
for (visit in seq_len(visits)) {
  wald_figures(paste0("repeated.wave-", waves_seen[visit]), model$values[visit], model$errors[visit],
               model$degrees[visit])
}

# The same model by nlme, where it is installed and quick; printed beside, because its search ends a little earlier.
if (visits <= 5 && requireNamespace("nlme", quietly = TRUE)) {
  long$wave <- factor(long$wave)
  with_nlme <- tryCatch(
    nlme::gls(change ~ 0 + wave + wave:baseline, long, method = "REML",
              correlation = switch(structure, unstructured = nlme::corSymm(form = ~ visit | person),
                                   "compound-symmetry" = nlme::corCompSymm(form = ~ visit | person),
                                   nlme::corAR1(form = ~ visit | person)),
              weights = if (structure %in% c("unstructured", "heterogeneous-ar1")) nlme::varIdent(form = ~ 1 | wave),
              control = nlme::glsControl(maxIter = 200, msMaxIter = 500)),
    error = function(e) NULL
  )
  if (!is.null(with_nlme)) {
    cat("nlme::gls: changes", format(coef(with_nlme)[seq_len(visits)], digits = 8), "\n")
    cat("own search: changes", format(model$values, digits = 8), "\n\n")
  }
}`,
};
