import type { RSection } from "./section";

export const PEOPLE_SECTION: RSection = {
  name: "people",
  title: "Person by person: the mean over the lines of people with two scores or more",
  code: `with_line <- ours & rowSums(!is.na(scores)) >= 2
figure("people.of", sum(with_line))
figure("people.lines", min(80, sum(with_line)))
for (at in seq_len(ncol(scores))) {
  name <- paste0("people.wave-", at - 1)
  if (!wanted(paste0(name, ".value"))) next
  seen <- scores[with_line & !is.na(scores[, at]), at]
  mean_test <- t.test(seen)
  figure(paste0(name, ".n"), length(seen))
  interval_figures(name, mean_test$estimate, mean_test$conf.int[1], mean_test$conf.int[2], mean_test$stderr)
  figure(paste0(name, ".degrees-of-freedom"), mean_test$parameter)
}`,
};
