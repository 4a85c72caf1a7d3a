import type { RSection } from "./section";

/** Comes after the comparison and its sites, by which a difference of cohorts is planned. */
export const UNCLEAR_SECTION: RSection = {
  name: "unclear",
  title: "Planning figures, where an interval holds 0",
  code: `# Power of a two-sided t test at 5 %, of one group's changes or of two groups.
power_at <- function(difference, spread, sizes) {
  df <- sum(sizes) - length(sizes)
  pt(qt(0.975, df), df, difference / spread / sqrt(sum(1 / sizes)), lower.tail = FALSE)
}
planning_figures <- function(name, spread, sizes) {
  if (wanted(paste0(name, "detectable"))) {
    figure(paste0(name, "detectable"), uniroot(function(difference) power_at(difference, spread, sizes) - 0.8,
                                               c(1e-6, 10) * spread, extendInt = "upX", tol = 1e-12 * spread)$root)
  }
  if (wanted(paste0(name, "needed"))) {
    people <- function(people) power_at(important_difference, spread, rep(people, length(sizes))) - 0.8
    figure(paste0(name, "needed"), uniroot(people, c(2, 1e7), tol = 1e-9)$root)
  }
}
figure("unclear.median-baseline", median(baseline[measured]))
figure("unclear.baseline-n", sum(measured))
planning_figures("unclear.", sd(post - pre), n)
if (wanted("unclear.difference.detectable")) {
  unexplained <- if (planned_by == "ancova") pooled_sd(compared$post) * sqrt(1 - correlation^2) else pooled_sd(compared$change)
  alike <- if (exists("sites.design-effect", envir = found)) get("sites.design-effect", envir = found)
           else if (exists("design_effect")) design_effect else 1
  planning_figures("unclear.difference.", unexplained * sqrt(max(1, alike)), sizes)
}`,
};
