import type { RSection } from "./section";

/** Uses the function of the model over all waves, and the covariates of the comparison, which always comes before. */
export const OVER_WAVES_SECTION: RSection = {
  name: "over-waves",
  title: "This cohort less the other at every wave, by restricted likelihood",
  code: `all_covariates <- as.matrix(rows[grep("^covariate_", names(rows))])
usable <- !is.na(baseline) & rowSums(is.na(all_covariates)) == 0
at_later <- which(usable & !is.na(scores[, -1, drop = FALSE]), arr.ind = TRUE)
long <- data.frame(person = at_later[, 1], wave = at_later[, 2])
long$supported <- as.numeric(rows$cohort[long$person] == "A")
counts <- table(long$wave, factor(long$supported, 0:1))
long <- long[long$wave %in% as.integer(rownames(counts))[counts[, 1] >= 2 & counts[, 2] >= 2], ]
waves_seen <- sort(unique(long$wave))
visits <- length(waves_seen)
before <- baseline[long$person] - mean(baseline[long$person])
indicator <- outer(match(long$wave, waves_seen), seq_len(visits), "==") + 0
model <- repeated_model(long$person, match(long$wave, waves_seen),
                        scores[cbind(long$person, long$wave + 1)] - baseline[long$person],
                        cbind(indicator, indicator * long$supported, indicator * before / sd(before),
                              all_covariates[long$person, , drop = FALSE]), over_waves_structure, visits + seq_len(visits))
figure("over-waves.n", model$people)
figure("over-waves.scores", nrow(long))
for (visit in seq_len(visits)) {
  wald_figures(paste0("over-waves.wave-", waves_seen[visit]), model$values[visit], model$errors[visit],
               model$degrees[visit])
}`,
};
