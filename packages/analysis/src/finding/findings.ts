import { type Estimate, type InsufficientData, insufficient, type Suppressed } from "@alongside/statistics/estimate";
import { type ImportantDifferenceVerdict, importantDifferenceVerdict } from "../change-detail/important-difference";
import type { RepeatedWaves } from "../change-detail/repeated-waves";
import type { Claim } from "../claim/claim-level";
import type { Comparison } from "../comparison/comparison";
import { changeEstimand, comparisonEstimand, type Estimand } from "../estimand/estimand";
import type { OutcomeRequest } from "../outcome/outcome-request";

/** Ways to put the finding of an outcome. The last three compare with the other cohort of the request. */
export type FindingId =
  /** Mean change of everybody with a baseline, by likelihood over all waves. */
  | "likelihood"
  /** Mean change of the people with both scores. */
  | "complete-pairs"
  | "ancova"
  | "difference-in-differences"
  /** Difference at the wave, by likelihood over all waves. */
  | "over-waves";

/** One estimate that the page puts forward: what it is about, what was found, and what may be said. */
export interface Finding {
  readonly id: FindingId;
  /** Chosen before the data were seen, and the view is the planned one. */
  readonly planned: boolean;
  readonly about: "change" | "difference";
  readonly estimand: Estimand;
  readonly estimate: Estimate;
  readonly claim: Claim;
  /** Its interval against the smallest difference people notice. */
  readonly verdict: ImportantDifferenceVerdict;
}

/** What the findings are chosen from. */
export interface FindingGrounds {
  readonly request: OutcomeRequest;
  readonly claim: Claim;
  readonly change: Estimate;
  readonly repeated: RepeatedWaves | InsufficientData | null;
  readonly comparison: Comparison | InsufficientData | Suppressed | null;
}

/**
 * What the page leads with, the leading one first. The model of the plan leads where there is one; what describes the cohort
 * follows. Without a plan everybody with a baseline leads, by likelihood, and the people with both scores stand beside them:
 * complete cases are a check, not the primary analysis.
 * @returns one or two
 */
export function findings(grounds: FindingGrounds): readonly [Finding, ...Finding[]] {
  const { request, repeated, comparison } = grounds;
  const model = request.model ?? null;
  const pairs = changeFinding(grounds, "complete-pairs", model === "paired-change");
  const isLikelihood = model === "repeated-measures" && request.modelCompares !== true;
  const isAsked = isLikelihood || !(repeated === null || isOfPairs(repeated));
  const likelihood = isAsked ? [changeFinding(grounds, "likelihood", isLikelihood)] : [];
  const [all] = likelihood;
  if (model === "ancova" || model === "difference-in-differences") {
    return [differenceFinding(grounds, model, comparison), pairs];
  }
  if (model === "repeated-measures" && request.modelCompares === true) {
    return [differenceFinding(grounds, "over-waves", comparison), pairs];
  }
  const pairsLead = model === "paired-change" || (model === null && all?.estimate.kind !== "estimate");
  return pairsLead || all === undefined ? [pairs, ...likelihood] : [all, pairs];
}

/** Whether the people with both scores are everybody with a baseline, so that the model says what they say. */
function isOfPairs(repeated: RepeatedWaves | InsufficientData): boolean {
  if (repeated.kind !== "repeated-waves") return false;
  const waves = repeated.changes.filter((change) => change !== null).length;
  return waves === 1 && repeated.n === repeated.baselineMeasured;
}

function changeFinding(
  { request, claim, change, repeated }: FindingGrounds,
  id: "likelihood" | "complete-pairs",
  planned: boolean,
): Finding {
  const estimate = id === "complete-pairs" ? change : changeByLikelihood(repeated, request.wave);
  const population = id === "complete-pairs" ? "complete-cases" : "baseline-measured";
  const estimand = changeEstimand(request.description.measure, timeOf(request), population);
  return { id, planned, about: "change", estimand, estimate, claim, verdict: verdictOf(request, estimate) };
}

function differenceFinding(
  { request, claim }: FindingGrounds,
  id: "ancova" | "difference-in-differences" | "over-waves",
  comparison: FindingGrounds["comparison"],
): Finding {
  const { description, cohortId, comparedWith } = request;
  const cohorts = { cohortId, comparedWith: comparedWith ?? "" };
  const population = id === "over-waves" ? "baseline-measured" : "complete-cases";
  const estimate = comparison?.kind === "comparison" ? differenceBy(id, comparison, request.wave) : comparison;
  return {
    id,
    planned: true,
    about: "difference",
    estimand: comparisonEstimand(description.measure, timeOf(request), cohorts, population),
    estimate: estimate ?? insufficient("no-events", 0),
    claim: comparison?.kind === "comparison" ? comparison.claim : claim,
    verdict: verdictOf(request, estimate ?? insufficient("no-events", 0)),
  };
}

/** Insufficient data where nobody with a baseline was scored later. */
function changeByLikelihood(repeated: FindingGrounds["repeated"], wave: number): Estimate {
  if (repeated?.kind !== "repeated-waves") return repeated ?? insufficient("no-events", 0);
  return atWave(repeated.changes, wave);
}

function differenceBy(id: FindingId, { differences, overWaves }: Comparison, wave: number): Estimate {
  if (id === "ancova") return differences.ancova;
  if (id === "difference-in-differences") return differences.differenceInDifferences;
  if (overWaves?.kind !== "cohorts-over-waves") return overWaves ?? insufficient("no-events", 0);
  return atWave(overWaves.differences, wave);
}

function atWave(estimates: RepeatedWaves["changes"], wave: number): Estimate {
  return estimates[wave - 1] ?? insufficient("no-events", 0);
}

function verdictOf({ description, importantDifference }: OutcomeRequest, estimate: Estimate) {
  return importantDifferenceVerdict(estimate, importantDifference, description.improvement);
}

function timeOf({ data, wave }: OutcomeRequest): string {
  return data.waves[wave]?.timepointId ?? "";
}
