import type { RSection } from "./section";

export const RESPONDERS_SECTION: RSection = {
  name: "responders",
  title: "People whose change reached the smallest one people notice",
  code: `response <- function(name, reached) {
  share <- mean(reached)
  ends <- suppressWarnings(prop.test(sum(reached), n, correct = FALSE))$conf.int
  interval_figures(name, share, ends[1], ends[2], sqrt(share * (1 - share) / n))
}
if (wanted("responders.better.value")) {
  response("responders.better", direction * (post - pre) >= important_difference)
  response("responders.worse", -direction * (post - pre) >= important_difference)
}
occurred <- sort(unique(differences))
shares <- ecdf(differences)(occurred)
for (point in seq_along(occurred)) {
  figure(paste0("responders.curve-", point, ".change"), occurred[point])
  figure(paste0("responders.curve-", point, ".share"), shares[point])
}`,
};
