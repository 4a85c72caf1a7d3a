import type { RSection } from "./section";

export const RELIABLE_CHANGE_SECTION: RSection = {
  name: "reliable-change",
  title: "Reliable change of single people (Jacobson and Truax 1991)",
  code: `sd_baseline <- sd(baseline[measured])
error_of_measurement <- sd_baseline * sqrt(1 - reliability)
error_of_difference <- sqrt(2) * error_of_measurement
figure("reliable-change.sd-baseline", sd_baseline)
figure("reliable-change.standard-error-of-measurement", error_of_measurement)
figure("reliable-change.standard-error-of-difference", error_of_difference)
figure("reliable-change.threshold", 1.96 * error_of_difference)
gain <- direction * (post - pre) / error_of_difference
deteriorated <- sum(gain < -1.96)
figure("reliable-change.n", n)
figure("reliable-change.recovered", 0)
figure("reliable-change.improved", sum(gain > 1.96))
figure("reliable-change.unchanged", sum(abs(gain) <= 1.96))
figure("reliable-change.deteriorated", deteriorated)
figure("reliable-change.expected-by-chance", n * pnorm(1.96, lower.tail = FALSE))
figure("reliable-change.enrolled", sum(ours))
figure("reliable-change.without-both", sum(ours) - n)
test <- binom.test(deteriorated, n, 0.025)
interval_figures("reliable-change.deterioration", test$estimate, test$conf.int[1], test$conf.int[2],
                 sqrt(test$estimate * (1 - test$estimate) / n))
figure("reliable-change.deterioration.p-value", test$p.value)`,
};
