import type { InsufficientData, Suppressed } from "@alongside/statistics/estimate";
import { sampleMoments } from "@alongside/statistics/groups/sample-moments";
import type { Assumption } from "../assumption/assumption";
import { checkAssumptions } from "../assumption/check-assumptions";
import { type Attrition, attrition } from "../attrition/attrition";
import { type ChangeDetail, changeDetail } from "../change-detail/change-detail";
import { type Distribution, distribution } from "../change-detail/distribution";
import { type ReliableChange, reliableChange } from "../change-detail/reliable-change";
import { type RepeatedWaves, repeatedWaves } from "../change-detail/repeated-waves";
import { type Responders, responders } from "../change-detail/responders";
import { type Trajectories, trajectories } from "../change-detail/trajectories";
import { type Claim, claimLevel } from "../claim/claim-level";
import { type Comparison, comparison } from "../comparison/comparison";
import type { ShownCount } from "../disclosure-control/shown-count";
import { type Finding, findings } from "../finding/findings";
import { type NullResultCheck, nullResultCheck } from "../null-result/null-result-check";
import { type Psychometrics, psychometrics } from "../psychometrics/psychometrics";
import { countedPeople } from "../rows/counted-people";
import { completePairs, type PersonSeries } from "../rows/person-series";
import { quickStrip, type StripRow } from "../sensitivity/quick-strip";
import type { OutcomeRequest } from "./outcome-request";

/** Numbers of people behind the figures of an outcome. */
export interface OutcomeSets {
  readonly enrolled: ShownCount;
  /** As the Change page shows it. */
  readonly baselineMeasured: ShownCount;
  /** In the model over all waves; null where there is no model. */
  readonly analysed: number | null;
  readonly completeCases: number;
}

/** Everything the page of one outcome in one cohort shows, but for what takes long. Plain values only. */
export interface OutcomeAnalysis {
  /** What the page puts forward, the leading one first: the model of the plan, or everybody with a baseline. */
  readonly findings: readonly [Finding, ...Finding[]];
  /** Of the change within the cohort. A comparison carries its own. */
  readonly claim: Claim;
  readonly sets: OutcomeSets;
  readonly change: ChangeDetail;
  readonly distribution: Distribution;
  readonly trajectories: Trajectories;
  readonly reliableChange: ReliableChange;
  readonly responders: Responders;
  /** Null with a single wave after the baseline. */
  readonly repeated: RepeatedWaves | InsufficientData | null;
  readonly attrition: Attrition;
  /** The same change under other assumptions, but for the rows that take long. */
  readonly sensitivity: readonly StripRow[];
  /** Against the other cohort of the request; null when there is none. */
  readonly comparison: Comparison | InsufficientData | Suppressed | null;
  readonly psychometrics: Psychometrics;
  /** For psychological outcomes whose interval holds 0; null for all others. */
  readonly nullResult: NullResultCheck | null;
  readonly assumptions: readonly Assumption[];
}

/**
 * Answers every question about one outcome of one cohort that can be answered at once. Which statistic answers which
 * question is decided here and in the folders it calls; docs/methods has a page for each.
 */
export function analyseOutcome(given: OutcomeRequest): OutcomeAnalysis {
  const counted = countedPeople(given);
  const { request } = counted;
  const { data, description, cohortId, wave } = request;
  const people = data.people.filter((person) => person.cohortId === cohortId);
  const pairs = completePairs(people, wave);
  const baseline = baselineScores(people);
  const change = changeDetail(request, pairs);
  const shape = distribution(pairs, description.range);
  const repeated = repeatedWaves(people);
  const missing = attrition(given, counted);
  const scale = psychometrics(request, people);
  const compared = request.comparedWith === null ? null : comparison(given, request.comparedWith, counted);
  const claim = claimLevel({ waves: data.waves.length, compared: "nothing", adjusted: false, defended: false });
  return {
    findings: findings({ request, claim, change: change.change, repeated, comparison: compared }),
    claim,
    sets: {
      enrolled: missing.flow.enrolled,
      baselineMeasured: counted.baseline(cohortId),
      analysed: repeated?.kind === "repeated-waves" ? repeated.n : null,
      completeCases: pairs.pre.length,
    },
    change,
    distribution: shape,
    trajectories: trajectories(people, request.threshold),
    reliableChange: reliableChange(
      request,
      pairs,
      baseline.length < 2 ? null : sampleMoments(baseline).sd,
      missing.flow.enrolled,
    ),
    responders: responders(request, pairs),
    repeated,
    attrition: missing,
    sensitivity: quickStrip(change, repeated, wave),
    comparison: compared,
    psychometrics: scale,
    nullResult: nullResultCheck({
      request,
      people,
      change,
      comparison: compared?.kind === "comparison" ? compared : null,
      psychometrics: scale,
    }),
    assumptions: checkAssumptions({
      request,
      pairs,
      change,
      distribution: shape,
      missingShare: missing.missingShare,
      baselineMeasured: baseline.length,
      consistency: internalConsistency(scale),
    }),
  };
}

function baselineScores(people: readonly PersonSeries[]): readonly number[] {
  return people.flatMap(({ values }) => (values[0] === null || values[0] === undefined ? [] : [values[0]]));
}

/** Internal consistency of the scale in these people; null for measures without items and with too few people. */
function internalConsistency({ consistency }: Psychometrics): { value: number; n: number } | null {
  if (consistency.kind !== "consistency" || consistency.alpha.kind !== "estimate") return null;
  return { value: consistency.alpha.value, n: consistency.alpha.n };
}
