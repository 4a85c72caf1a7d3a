import type { RSection } from "./section";

export const UNCLEAR_SECTION: RSection = {
  name: "unclear",
  title: "Planning figures, where the interval of the change holds 0",
  code: `power_at <- function(difference, people) {
  pt(qt(0.975, people - 1), people - 1, difference / sd(post - pre) * sqrt(people), lower.tail = FALSE)
}
figure("unclear.median-baseline", median(baseline[measured]))
figure("unclear.detectable", uniroot(function(difference) power_at(difference, n) - 0.8,
                                     c(1e-6, 10) * sd(post - pre), tol = 1e-12 * sd(post - pre))$root)
if (wanted("unclear.needed")) {
  figure("unclear.needed", uniroot(function(people) power_at(important_difference, people) - 0.8, c(2, 1e7),
                                   tol = 1e-9)$root)
}`,
};
