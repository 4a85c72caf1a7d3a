import { REPEATED_MODEL } from "./repeated-model";
import type { RSection } from "./section";

const FIT = String.raw`
# The search, brought to its very end by Newton's steps.
theta <- optim(start_of(diag(0.5, visits) + 0.5), minus_twice, function(at) {
  tryCatch(gradient_of(at), error = function(e) numeric(length(at)))
}, method = "BFGS", control = list(maxit = 1000, reltol = 1e-14))$par
for (step in 1:4) theta <- theta - solve(curvature_of(theta), gradient_of(theta))
solution <- solution_of(theta)
figure("repeated.n", length(seen))
figure("repeated.scores", nrow(long))
figure("repeated.baseline-measured", sum(measured))
figure("repeated.mean-baseline", mean_baseline)

# Satterthwaite's degrees of freedom: 2 v^2 / Var(v), v the variance of a contrast.
parameter_covariance <- 2 * solve(curvature_of(theta))
variance_slopes <- slopes_of(function(at) diag(solution_of(at)$covariance)[seq_len(visits)], theta, 1e-3)
for (visit in seq_len(visits)) {
  variance <- solution$covariance[visit, visit]
  slope <- variance_slopes[visit, ]
  degrees <- 2 * variance^2 / sum(slope * (parameter_covariance %*% slope))
  estimate <- solution$coefficients[visit] * unit
  standard_error <- sqrt(variance) * unit
  reach <- qt(0.975, degrees) * standard_error
  name <- paste0("repeated.wave-", waves_seen[visit])
  interval_figures(name, estimate, estimate - reach, estimate + reach, standard_error)
  figure(paste0(name, ".degrees-of-freedom"), degrees)
  figure(paste0(name, ".p-value"), 2 * pt(-abs(estimate / standard_error), degrees))
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
    cat("own search: changes", format(solution$coefficients[seq_len(visits)] * unit, digits = 8), "\n\n")
  }
}`;

export const REPEATED_SECTION: RSection = {
  name: "repeated",
  title: "Everybody with a baseline and a later score, by restricted likelihood over all waves",
  code: REPEATED_MODEL + FIT,
};
