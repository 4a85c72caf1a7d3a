import type { Assumption } from "../assumption/assumption";
import { attrition } from "../attrition/attrition";
import type { ParticipantFlow } from "../attrition/participant-flow";
import { boundsOf, type ShownCount } from "../disclosure-control/shown-count";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { countedPeople } from "../rows/counted-people";
import { binaryAssumptions } from "./binary-assumptions";
import { type BinaryComparison, binaryComparison, pairsOf } from "./binary-comparison";
import { type BinaryFinding, binaryFindings } from "./binary-findings";
import { type DenominatorFigures, figuresOf, usableOfCohort } from "./cohort-figures";

/** Everything the page of one yes-or-no outcome in one cohort shows. Plain values only. */
export interface BinaryAnalysis {
  /** What is put forward, the leading one first. */
  readonly findings: readonly [BinaryFinding, ...BinaryFinding[]];
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
  const { cohortId } = given;
  const { flow, missingShare, interpretable } = attrition(given, counted);
  const usable = usableOfCohort(given, cohortId);
  const figures = figuresOf(usable);
  const comparison = given.comparedWith === null ? null : binaryComparison(given, given.comparedWith);
  const baselineMeasured = counted.baseline(cohortId);
  return {
    findings: binaryFindings({ request: given, figures, comparison }),
    sets: {
      enrolled: flow.enrolled,
      baselineMeasured,
      completeCases: pairsOf(given, cohortId).length,
    },
    figures,
    sharpBounds: usable.sharpBounds,
    attrition: { flow, missingShare, interpretable },
    comparison,
    assumptions: binaryAssumptions(given, { missingShare, baselineMeasured: boundsOf(baselineMeasured).low }),
  };
}
