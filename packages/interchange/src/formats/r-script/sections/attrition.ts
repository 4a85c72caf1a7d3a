import type { RSection } from "./section";

export const ATTRITION_SECTION: RSection = {
  name: "attrition",
  title: "Who is missing",
  code: `figure("attrition.missing-share", mean(is.na(follow_up[measured])))
figure("attrition.enrolled", sum(ours))
for (standing in unique(rows$standing)) {
  figure(paste0("attrition.standing.", standing), sum(ours & rows$standing %in% standing))
}
for (at in seq_len(ncol(scores))) {
  state <- states[ours, at]
  name <- function(what) paste0("attrition.wave-", at - 1, ".", what)
  figure(name("expected"), sum(state %in% c("s", "p", "u", "n")))
  figure(name("received"), sum(state %in% c("s", "p", "u")))
  figure(name("scorable"), sum(state %in% c("s", "p")))
  figure(name("prorated"), sum(state == "p"))
  figure(name("paired"), sum(state %in% c("s", "p") & !is.na(baseline[ours])))
}
for (site in sort(unique(rows$site[ours]))) {
  at_site <- measured & rows$site %in% site
  figure(paste0("attrition.site-", site, ".baseline-measured"), sum(at_site))
  figure(paste0("attrition.site-", site, ".missing"), sum(at_site & is.na(follow_up)))
}

# Those who left against those who stayed, by their baseline: Hedges' g, its interval by the noncentral t distribution.
stayed <- pre
left <- baseline[measured & is.na(follow_up)]
figure("attrition.leavers.stayed", length(stayed))
figure("attrition.leavers.left", length(left))
figure("attrition.leavers.mean-stayed", mean(stayed))
figure("attrition.leavers.mean-left", mean(left))
if (wanted("attrition.leavers.difference.value")) hedges_g_figures("attrition.leavers.difference", left, stayed)

# Mean course by the last wave at which a person was seen.
last_seen <- apply(scores, 1, function(score) max(0, which(!is.na(score)))) - 1
for (last in sort(unique(last_seen[ours]))) {
  group <- ours & last_seen == last
  figure(paste0("attrition.last-", last, ".people"), sum(group))
  for (at in seq_len(last + 1)) {
    figure(paste0("attrition.last-", last, ".mean-", at - 1), mean(scores[group, at], na.rm = TRUE))
  }
}

# What goes with a missing score.
if (wanted("attrition.model.missing")) {
  who <- data.frame(missing = as.numeric(is.na(follow_up[measured])), standardised = scale(baseline[measured])[, 1],
                    site = factor(rows$site[measured]))
  with_sites <- any(grepl("^attrition[.]model[.]site-", page$name))
  model <- glm(if (with_sites) missing ~ standardised + site else missing ~ standardised, binomial, who,
               control = glm.control(epsilon = 1e-14, maxit = 100))
  figure("attrition.model.n", nrow(who))
  figure("attrition.model.missing", sum(who$missing))
  table <- coef(summary(model))
  for (row in seq_len(nrow(table))[-1]) {
    name <- paste0("attrition.model.", sub("^site", "site-", rownames(table)[row]))
    ends <- exp(table[row, 1] + c(-1, 1) * qnorm(0.975) * table[row, 2])
    interval_figures(name, exp(table[row, 1]), ends[1], ends[2], table[row, 2])
    figure(paste0(name, ".p-value"), table[row, 4])
  }
}`,
};
