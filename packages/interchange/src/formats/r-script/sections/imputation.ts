import type { RSection } from "./section";

export const IMPUTATION_SECTION: RSection = {
  name: "imputation",
  title: "Missing scores filled in many times, pooled by Rubin's rules with Barnard and Rubin's degrees of freedom",
  code: `# The changes that were filled in stand above, a column for each time; here they are pooled.
pooled_at <- function(shift) {
  everybody <- rbind(matrix(post - pre, n, ncol(imputed_changes)), imputed_changes + shift)
  m <- ncol(everybody)
  people <- nrow(everybody)
  values <- colMeans(everybody)
  variances <- apply(everybody, 2, var) / people
  within <- mean(variances)
  between <- var(values)
  total <- within + (1 + 1 / m) * between
  share <- (1 + 1 / m) * between / total
  bounded <- max(1e-4, share)
  large <- (m - 1) / bounded^2
  complete <- people - 1
  observed <- (complete + 1) / (complete + 3) * complete * (1 - bounded)
  df <- large * observed / (large + observed)
  increase <- (1 + 1 / m) * between / within
  reach <- qt(0.975, df) * sqrt(total)
  list(value = mean(values), low = mean(values) - reach, high = mean(values) + reach, standard_error = sqrt(total),
       df = df, p_value = 2 * pt(-abs(mean(values) / sqrt(total)), df), within = within, between = between,
       total = total, increase = increase, share = share, missing_information = (increase + 2 / (df + 3)) / (increase + 1),
       error = sqrt(between / m), people = people, m = m)
}
pooled <- pooled_at(0)
interval_figures("imputation.pooled", pooled$value, pooled$low, pooled$high, pooled$standard_error)
figure("imputation.pooled.degrees-of-freedom", pooled$df)
figure("imputation.pooled.p-value", pooled$p_value)
figure("imputation.n", pooled$people)
figure("imputation.imputed", nrow(imputed_changes))
figure("imputation.imputations", pooled$m)
figure("imputation.within", pooled$within)
figure("imputation.between", pooled$between)
figure("imputation.total", pooled$total)
figure("imputation.relative-increase", pooled$increase)
figure("imputation.share-due-to-missing", pooled$share)
figure("imputation.fraction-of-missing-information", pooled$missing_information)
figure("imputation.monte-carlo-error", pooled$error)

# How much worse the unseen scores would have to be before the conclusion changes.
side_at <- function(shift) {
  there <- pooled_at(shift)
  if (there$low > 0) 1 else if (there$high < 0) -1 else 0
}
if (wanted("imputation.tipping.shift")) {
  shifts <- tipping_reach * (0:40) / 40
  sides <- vapply(shifts, side_at, numeric(1))
  step <- which(diff(sides) != 0)[1]
  if (!is.na(step)) {
    lower <- sides[step] > 0 || (sides[step] == 0 && sides[step + 1] > 0)
    end_at <- function(shift) if (lower) pooled_at(shift)$low else pooled_at(shift)$high
    shift <- uniroot(end_at, sort(shifts[step + 0:1]), tol = 1e-13)$root
    figure("imputation.tipping.shift", shift)
    figure("imputation.tipping.value", pooled_at(shift)$value)
  }
}`,
};
