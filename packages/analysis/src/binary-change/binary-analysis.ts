import type { Assumption } from "../assumption/assumption";
import { attrition } from "../attrition/attrition";
import type { ParticipantFlow } from "../attrition/participant-flow";
import { type Claim, claimLevel } from "../claim/claim-level";
import { boundsOf, type ShownCount } from "../disclosure-control/shown-count";
import { changeEstimand, type Estimand } from "../estimand/estimand";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { countedPeople } from "../rows/counted-people";
import { binaryAssumptions } from "./binary-assumptions";
import { type BinaryComparison, binaryComparison, pairsOf } from "./binary-comparison";
import { type DenominatorFigures, figuresOf, usableOfCohort } from "./cohort-figures";

/** Everything the page of one yes-or-no outcome in one cohort shows. Plain values only. */
export interface BinaryAnalysis {
  readonly estimand: Estimand;
  /** Of the change within the cohort. A comparison carries its own. */
  readonly claim: Claim;
  readonly sets: {
    readonly enrolled: ShownCount;
    readonly baselineMeasured: ShownCount;
    /** With an answer before and after. */
    readonly completeCases: number;
  };
  /** In the order of the denominators: the strip. The first is the finding. */
  readonly figures: readonly DenominatorFigures[];
  readonly sharpBounds: boolean;
  readonly attrition: {
    readonly flow: ParticipantFlow;
    readonly missingShare: number | null;
    readonly interpretable: boolean;
  };
  /** Against the other cohort of the request; null when there is none. */
  readonly comparison: BinaryComparison | null;
  readonly assumptions: readonly Assumption[];
}

/**
 * Answers every question about a yes-or-no outcome of one cohort: shares and the two-by-two shift, over every denominator, who
 * is missing, and how far another cohort's change differs. Means, reliable change and the like are not for such outcomes.
 */
export function analyseBinary(given: OutcomeRequest): BinaryAnalysis {
  const counted = countedPeople(given);
  const { data, description, cohortId, wave } = given;
  const { flow, missingShare, interpretable } = attrition(given, counted);
  const usable = usableOfCohort(given, cohortId);
  const baselineMeasured = counted.baseline(cohortId);
  return {
    estimand: {
      ...changeEstimand(description.measure, data.waves[wave]?.timepointId ?? "", "complete-cases"),
      summary: "risk-difference",
    },
    claim: claimLevel({ waves: data.waves.length, compared: "nothing", adjusted: false, defended: false }),
    sets: {
      enrolled: flow.enrolled,
      baselineMeasured,
      completeCases: pairsOf(given, cohortId).length,
    },
    figures: figuresOf(usable),
    sharpBounds: usable.sharpBounds,
    attrition: { flow, missingShare, interpretable },
    comparison: given.comparedWith === null ? null : binaryComparison(given, given.comparedWith),
    assumptions: binaryAssumptions(given, { missingShare, baselineMeasured: boundsOf(baselineMeasured).low }),
  };
}
