import type { RSection } from "./section";

/** Comes after the sections that find the figures that assumptions are checked by. */
export const ASSUMPTIONS_SECTION: RSection = {
  name: "assumptions",
  title: "What assumptions are checked by",
  code: `known <- function(name) if (exists(name, envir = found, inherits = FALSE)) get(name, envir = found) else NA
figure("assumptions.independence", length(unique(rows$site[ours])))
figure("assumptions.normal-mean", known("change.skewness-over-root-n"))
figure("assumptions.missing-at-random", 1 - n / sum(measured))
figure("assumptions.room-to-move", mean(pre == if (direction > 0) range_maximum else range_minimum))
figure("assumptions.no-entry-cut-off", known("change.regression-to-mean"))
figure("assumptions.reliable-scale",
       if (retested || is.na(known("scale.alpha.value"))) reliability else known("scale.alpha.value"))
before <- grep("^weighting[.]balance-.*[.]before[.]standardised-difference$", ls(found), value = TRUE)
figure("assumptions.balance", if (length(before) == 0) NA else max(abs(unlist(mget(before, envir = found)))))
figure("assumptions.overlap", known("weighting.share-extreme"))
figure("assumptions.enough-clusters", known("sites.number"))`,
};
