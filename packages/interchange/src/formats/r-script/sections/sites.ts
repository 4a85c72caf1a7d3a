import type { RSection } from "./section";

/** Uses the rows and the robust regression of the comparison, which always comes before. */
export const SITES_SECTION: RSection = {
  name: "sites",
  title: "The difference of the cohorts with people of one site alike",
  code: `# Fixed effects with two or three sites, CR2 from four, a random intercept from ten where sites differ.
at_site <- outer(adjustable$site, sites[-1], "==") + 0
for (model in c("ancova", "difference-in-differences")) {
  x <- if (model == "ancova") design else design[, 1:2]
  y <- if (model == "ancova") adjustable$post else adjustable$change
  named <- function(rule) paste0("sites.", rule, ".", model)
  if (wanted(paste0(named("cr2"), ".value"))) robust_figures(named("cr2"), x, y, 2, adjustable$site, type = "CR2")
  if (wanted(paste0(named("fixed-effects"), ".value"))) {
    robust_figures(named("fixed-effects"), cbind(x, at_site), y, 2, type = "HC3")
  }
  if (wanted(paste0(named("random-intercept"), ".value"))) {
    fit <- random_intercept(x, y, adjustable$site)
    wald_figures(named("random-intercept"), fit$value, fit$error, fit$degrees)
  }
}
figure("sites.number", length(sites))
if (wanted("sites.intraclass.value")) {
  # The interval holds what the restricted likelihood does not reject.
  model <- random_intercept(design, adjustable$post, adjustable$site)
  excess <- function(theta) model$criterion(theta) - model$criterion(model$theta) - qchisq(0.95, 1)
  reach <- max(1, 2 * model$theta)
  while (excess(reach) <= 0 && reach < 1e4) reach <- 2 * reach
  ends <- c(if (excess(0) <= 0) 0 else uniroot(excess, c(0, model$theta), tol = 1e-12)$root,
            if (excess(reach) <= 0) reach else uniroot(excess, c(model$theta, reach), tol = 1e-12)$root)
  share <- function(theta) theta^2 / (1 + theta^2)
  interval_figures("sites.intraclass", share(model$theta), share(ends[1]), share(ends[2]),
                   diff(share(ends)) / 2 / qnorm(0.975))
  per_site <- table(adjustable$site)
  figure("sites.design-effect", 1 + (sum(per_site^2) / sum(per_site) - 1) * share(model$theta))
}`,
};
