import type { Estimate } from "@alongside/statistics/estimate";
import type { OutcomeRequest } from "../outcome/outcome-request";
import type { CohortDifferences } from "./cohort-differences";
import type { SiteClustering } from "./site-clustering";

/** What is said beside every comparison it holds for. The words belong to the screens. */
export const COMPARISON_CAUTIONS = [
  /** Support goes to those who do badly: makes the supported cohort look worse. */
  "confounding-by-need",
  /** Keen people come: makes the supported cohort look better. */
  "confounding-by-keenness",
  /** The two models disagree: one interval leaves out 0 and the other does not, or they lie on different sides. */
  "models-disagree",
  /** No site has both cohorts: sites may differ for reasons of their own. */
  "no-shared-site",
  /** Fewer than ten sites: intervals that allow for them are wide, and say little about other sites. */
  "few-sites",
  /** Everybody comes from one site: nothing is said about others. */
  "one-site",
  /** A difference between the cohorts is one between two sites. No reading as an effect. */
  "one-site-per-cohort",
  /** People of one volunteer may be alike as well; who supported whom is not recorded, or not in these models. */
  "volunteers-not-allowed-for",
  /** Only one wave before: that both cohorts would have changed alike cannot be looked at. */
  "parallel-change-unseen",
] as const;
export type ComparisonCaution = (typeof COMPARISON_CAUTIONS)[number];

/** Sites from which few are no longer pointed out. */
const MANY_SITES = 10;

/** The cautions that hold, in the order of the list. */
export function comparisonCautions(
  { design }: Pick<OutcomeRequest, "design">,
  { ancova, differenceInDifferences }: Pick<CohortDifferences, "ancova" | "differenceInDifferences">,
  { sites, shared, rule }: Pick<SiteClustering, "sites" | "shared" | "rule">,
): readonly ComparisonCaution[] {
  const chosen = design !== "randomised";
  const holds: Readonly<Record<ComparisonCaution, boolean>> = {
    "confounding-by-need": chosen,
    "confounding-by-keenness": chosen,
    "models-disagree": sideOf(ancova) !== sideOf(differenceInDifferences),
    "no-shared-site": shared === 0 && rule !== "one-site-per-cohort",
    "few-sites": sites > 1 && sites < MANY_SITES && rule !== "one-site-per-cohort",
    "one-site": rule === "one-site",
    "one-site-per-cohort": rule === "one-site-per-cohort",
    "volunteers-not-allowed-for": true,
    "parallel-change-unseen": chosen,
  };
  return COMPARISON_CAUTIONS.filter((caution) => holds[caution]);
}

/** Which side of 0 the whole interval lies on; 0 for neither, and null without one. */
function sideOf(difference: Estimate): -1 | 0 | 1 | null {
  if (difference.kind !== "estimate") return null;
  const { low, high } = difference.interval;
  if (low > 0) return 1;
  return high < 0 ? -1 : 0;
}
