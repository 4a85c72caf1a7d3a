import type { RSection } from "./section";

export const TRIAL_SECTION: RSection = {
  name: "trial",
  title: "People of both cohorts on the way to the comparison",
  code: `for (group in c("supported", "compared")) {
  in_group <- if (group == "supported") ours else !ours
  figure(paste0("trial.", group, ".enrolled"), sum(in_group))
  figure(paste0("trial.", group, ".measured"), sum(in_group & !is.na(baseline)))
  figure(paste0("trial.", group, ".analysed"), sum(in_group & !is.na(baseline) & !is.na(follow_up)))
}`,
};
