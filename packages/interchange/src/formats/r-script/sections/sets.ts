import type { RSection } from "./section";

export const SETS_SECTION: RSection = {
  name: "sets",
  title: "How many people",
  code: `figure("sets.enrolled", sum(ours))
figure("sets.baseline-measured", sum(measured))
figure("sets.complete-cases", n)
figure("sets.trajectories", sum(rowSums(!is.na(scores[ours, , drop = FALSE])) >= 2))
figure("sets.analysed", sum(measured & rowSums(!is.na(scores[, -1, drop = FALSE])) > 0))`,
};
