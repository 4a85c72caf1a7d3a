import { type InsufficientData, type Suppressed, tooFew } from "@alongside/statistics/estimate";
import type { EValue } from "@alongside/statistics/weighting/e-value";
import type { Assumption } from "../assumption/assumption";
import { type Claim, claimLevel } from "../claim/claim-level";
import { comparisonEstimand, type Estimand } from "../estimand/estimand";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { type CountedRequest, countedPeople } from "../rows/counted-people";
import { type CohortDifferences, cohortDifferences } from "./cohort-differences";
import { type CohortsOverWaves, cohortsOverWaves } from "./cohorts-over-waves";
import { comparedPeople } from "./compared-people";
import { comparisonAssumptions } from "./comparison-assumptions";
import { type ComparisonCaution, comparisonCautions } from "./comparison-cautions";
import { type SiteClustering, siteClustering } from "./site-clustering";
import { type TargetTrial, targetTrial } from "./target-trial";
import { unmeasuredConfounding } from "./unmeasured-confounding";
import { type WeightedCohorts, weightedCohorts } from "./weighted-cohorts";

/** Models of which a plan may have chosen one beforehand; all are shown wherever the data allow. */
export type ComparisonModel = "ancova" | "difference-in-differences" | "repeated-measures";

/** One outcome at one wave, the cohort of the request against another. Every difference is supported less compared. */
export interface Comparison {
  readonly kind: "comparison";
  readonly estimand: Estimand;
  readonly claim: Claim;
  /** The model chosen before the data were seen; null when none was. */
  readonly primary: ComparisonModel | null;
  readonly differences: CohortDifferences;
  readonly sites: SiteClustering;
  readonly weighting: WeightedCohorts | InsufficientData;
  /** E-values; null where there is no difference to explain away. */
  readonly unmeasured: Readonly<Record<"ancova" | "differenceInDifferences" | "weighted", EValue | null>>;
  /** All waves at once; null with fewer than two after the baseline. */
  readonly overWaves: CohortsOverWaves | InsufficientData | null;
  readonly targetTrial: TargetTrial;
  readonly cautions: readonly ComparisonCaution[];
  readonly assumptions: readonly Assumption[];
}

/** People of each cohort with both scores that any of the figures needs. */
const FEWEST = 3;

/**
 * Compares two cohorts at one wave in every way the data allow, and says what each way takes for granted. Whether people
 * were randomised comes from the plan; without that nothing here is called an effect.
 * @param comparedWith the other cohort
 * @param counted the same request with those people only who may be counted
 * @returns insufficient data with fewer than three people of a cohort with both scores; suppressed where the other cohort
 * is too small to be looked at
 */
export function comparison(
  request: OutcomeRequest,
  comparedWith: string,
  counted: CountedRequest = countedPeople({ ...request, comparedWith }),
): Comparison | InsufficientData | Suppressed {
  const { data, description, cohortId, wave, design } = request;
  const people = comparedPeople(counted.request, comparedWith);
  if (people.kind === "suppressed") return people;
  const own = people.all.supported.filter(Boolean).length;
  const fewer = Math.min(own, people.all.supported.length - own);
  if (fewer < FEWEST) return tooFew(FEWEST, fewer);
  const differences = cohortDifferences(people);
  const sites = siteClustering(people.adjustable);
  const weighting = weightedCohorts(people.adjustable);
  const unmeasured = (difference: CohortDifferences["ancova"]) =>
    unmeasuredConfounding(difference, differences.pooledSdPost);
  return {
    kind: "comparison",
    estimand: comparisonEstimand(
      description.measure,
      data.waves[wave]?.timepointId ?? "",
      { cohortId, comparedWith },
      "complete-cases",
    ),
    claim: claimLevel({
      waves: data.waves.length,
      // Two sites that differ are no comparison of two cohorts, however people came into them.
      compared:
        sites.rule === "one-site-per-cohort" ? "nothing" : design === "randomised" ? "randomised-groups" : "cohorts",
      adjusted: differences.ancova.kind === "estimate",
      defended: false,
    }),
    primary: chosenModel(request),
    differences,
    sites,
    weighting,
    unmeasured: {
      ancova: unmeasured(differences.ancova),
      differenceInDifferences: unmeasured(differences.differenceInDifferences),
      weighted: weighting.kind === "weighted-cohorts" ? unmeasured(weighting.weighted) : null,
    },
    overWaves: cohortsOverWaves(counted.request, comparedWith),
    targetTrial: targetTrial(request, comparedWith, counted),
    cautions: comparisonCautions(request, differences, sites),
    assumptions: comparisonAssumptions(weighting, sites),
  };
}

/** The model that was chosen beforehand, where it sets the cohorts against each other. */
function chosenModel({ model = null, modelCompares = false }: OutcomeRequest): ComparisonModel | null {
  if (model === "repeated-measures") return modelCompares ? model : null;
  return model === "ancova" || model === "difference-in-differences" ? model : null;
}
