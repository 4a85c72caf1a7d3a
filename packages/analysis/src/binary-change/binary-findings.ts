import { type Estimate, insufficient } from "@alongside/statistics/estimate";
import { type Claim, claimLevel } from "../claim/claim-level";
import { changeEstimand, type Estimand } from "../estimand/estimand";
import type { OutcomeRequest } from "../outcome/outcome-request";
import type { BinaryComparison } from "./binary-comparison";
import type { DenominatorFigures } from "./cohort-figures";

/** One estimate that the page of a yes-or-no outcome puts forward. */
export interface BinaryFinding {
  readonly id: /** Change of the share, in the people of the cohort with both answers. */
    | "share-change"
    /** The same less the change in the other cohort. */
    | "share-difference";
  /** Chosen before the data were seen, and the view is the planned one. */
  readonly planned: boolean;
  readonly about: "change" | "difference";
  readonly estimand: Estimand;
  readonly estimate: Estimate;
  readonly claim: Claim;
}

/** What the findings are chosen from. */
export interface BinaryFindingGrounds {
  readonly request: OutcomeRequest;
  readonly figures: readonly DenominatorFigures[];
  readonly comparison: BinaryComparison | null;
}

/**
 * What the page leads with, the leading one first. Where the plan compares cohorts, the difference of their changes leads and the
 * change within the cohort describes it; else the change leads, and the difference follows where there is another cohort.
 */
export function binaryFindings(grounds: BinaryFindingGrounds): readonly [BinaryFinding, ...BinaryFinding[]] {
  const { request, comparison } = grounds;
  const isPlanned = (request.model ?? null) !== null;
  const leads = isPlanned && request.modelCompares === true;
  const change = changeFinding(grounds, isPlanned && !leads);
  if (comparison === null) return [change];
  const difference: BinaryFinding = {
    ...{ id: "share-difference", planned: leads, about: "difference" },
    ...{ estimand: comparison.estimand, claim: comparison.claim },
    estimate: comparison.netDifference[0]?.estimate ?? insufficient("no-events", 0),
  };
  return leads ? [difference, change] : [change, difference];
}

function changeFinding({ request, figures }: BinaryFindingGrounds, planned: boolean): BinaryFinding {
  const { data, description, wave } = request;
  return {
    ...{ id: "share-change", planned, about: "change" },
    estimand: {
      ...changeEstimand(description.measure, data.waves[wave]?.timepointId ?? "", "complete-cases"),
      summary: "share-change",
    },
    estimate: figures[0]?.difference ?? insufficient("no-events", 0),
    claim: claimLevel({ waves: data.waves.length, compared: "nothing", adjusted: false, defended: false }),
  };
}
