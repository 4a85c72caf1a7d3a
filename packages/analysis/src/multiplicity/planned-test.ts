import type { PrimaryModel } from "@alongside/domain/analysis-plan/plan-choices";
import type { Estimate, InsufficientData, Suppressed } from "@alongside/statistics/estimate";
import { usableOfCohort } from "../binary-change/cohort-figures";
import { netDifference } from "../binary-change/net-difference";
import { repeatedWaves } from "../change-detail/repeated-waves";
import { cohortDifferences } from "../comparison/cohort-differences";
import { cohortsOverWaves } from "../comparison/cohorts-over-waves";
import { comparedPeople } from "../comparison/compared-people";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { countedPeople } from "../rows/counted-people";

/** People of each cohort with both scores that a comparison needs. */
const FEWEST = 3;

/**
 * The p value of a planned contrast by its planned model, as the page of that contrast shows it. The paired test is not among the
 * models: the Change table has it from its sums.
 * A measure that is yes or no has one model that compares, whatever the plan chose for its scores.
 * @param compares whether the plan sets the cohort of the request against the other one
 * @returns null where the model gives no test
 */
export function plannedTest(
  given: OutcomeRequest,
  model: Exclude<PrimaryModel, "paired-change">,
  compares: boolean,
): number | null {
  if (given.description.yesOrNo === true) return compares ? shareDifferenceTest(given) : null;
  const { request } = countedPeople(given);
  const estimate = compares ? difference(request, model) : change(request);
  return estimate?.kind === "estimate" ? (estimate.test?.pValue ?? null) : null;
}

function shareDifferenceTest(request: OutcomeRequest): number | null {
  if (request.comparedWith === null) return null;
  const [own, other] = [usableOfCohort(request, request.cohortId), usableOfCohort(request, request.comparedWith)];
  const estimate = netDifference(own.shifts["both-known"], other.shifts["both-known"]);
  return estimate.kind === "estimate" ? (estimate.test?.pValue ?? null) : null;
}

function change({ data, cohortId, wave }: OutcomeRequest): Estimate | null {
  const model = repeatedWaves(data.people.filter((person) => person.cohortId === cohortId));
  return model?.kind === "repeated-waves" ? (model.changes[wave - 1] ?? null) : null;
}

function difference(
  request: OutcomeRequest,
  model: Exclude<PrimaryModel, "paired-change">,
): Estimate | InsufficientData | Suppressed | null {
  const { comparedWith, wave } = request;
  if (comparedWith === null) return null;
  const people = comparedPeople(request, comparedWith);
  if (people.kind === "suppressed") return people;
  const own = people.all.supported.filter(Boolean).length;
  if (Math.min(own, people.all.supported.length - own) < FEWEST) return null;
  if (model === "repeated-measures") {
    const waves = cohortsOverWaves(request, comparedWith);
    return waves?.kind === "cohorts-over-waves" ? (waves.differences[wave - 1] ?? null) : null;
  }
  const { ancova, differenceInDifferences } = cohortDifferences(people);
  return model === "ancova" ? ancova : differenceInDifferences;
}
