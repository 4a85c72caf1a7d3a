import type { StudyDesign } from "@alongside/domain/analysis-plan/plan-choices";
import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { censoredDifference, censoredRankTest } from "@alongside/statistics/censored/censored-difference";
import type { Estimate, InsufficientData, Suppressed } from "@alongside/statistics/estimate";
import type { LogRankTest } from "@alongside/statistics/survival/log-rank";
import { claimLevel } from "../claim/claim-level";
import { boundsOf, type ShownCount, SUPPRESSED } from "../disclosure-control/shown-count";
import { leastReach, type Reach } from "../share-change/usable-shift";
import { waveGate } from "../suppression/wave-gate";
import { type AnalysisFrame, type ViralLoadAssumption, viralLoadEstimand } from "../viral-load-rows/analysis-frame";
import { peopleAtWaves } from "../viral-load-rows/at-waves";
import type { ViralLoadData } from "../viral-load-rows/viral-load-data";
import { type CohortViralLoad, cohortViralLoad, type GatedResults, levelReach, withheldBy } from "./cohort-viral-load";
import { inOrder, logResults } from "./log-pairs";
import { changeDifference } from "./mean-change";
import type { Withheld } from "./withheld";

/** Everything that decides what is shown of the change in log10 viral load. */
export interface ViralLoadChangeRequest {
  readonly data: ViralLoadData;
  readonly cohortId: string;
  readonly comparedWith: string | null;
  /** Position of the follow-up in `data.waves`; at least 1. */
  readonly wave: number;
  /** The programme's own: what its table of suppression hides, nothing here may tell. */
  readonly rule: ThresholdRule;
  readonly design: StudyDesign;
  readonly threshold: number;
}

/** Two cohorts on the log10 scale, own less other. */
export interface ViralLoadsCompared {
  readonly cohortId: string;
  readonly comparedWith: string;
  /** Change of one less change of the other, by the random-intercept Tobit regression. */
  readonly changeDifference: Estimate | Withheld;
  /** Means at the later wave, by Tobit regression with one spread; not adjusted for the start. */
  readonly afterDifference: Estimate | Withheld;
  /** Peto and Peto's test of the later results on the flipped scale, free of the normal model. */
  readonly ranks: LogRankTest | InsufficientData | Suppressed;
  readonly frame: AnalysisFrame;
}

/** Change in log10 viral load of one cohort, and beside another where there is one. */
export interface ViralLoadChange {
  readonly kind: "viral-load-change";
  readonly own: CohortViralLoad;
  readonly other: CohortViralLoad | null;
  readonly compared: ViralLoadsCompared | null;
  readonly frame: AnalysisFrame;
}

const PROVENANCE = { analysis: "viral-load-change/viral-load-change", version: 2 } as const;

/**
 * How far viral load moved, taking every result for what it is: a number, or a limit it lies below or above. Means only where
 * at most half of the values of either wave lie beyond their limits.
 */
export function viralLoadChange(request: ViralLoadChangeRequest): ViralLoadChange {
  const { cohortId, comparedWith } = request;
  const own = gated(request, cohortId);
  const other = comparedWith === null ? null : gated(request, comparedWith);
  const shown = cohortViralLoad(own, request);
  const shownOther = other === null ? null : cohortViralLoad(other, request);
  const frame = frameOf(request, shown);
  return {
    kind: "viral-load-change",
    own: shown,
    other: shownOther,
    compared: other === null || comparedWith === null ? null : compare({ request, own, other, comparedWith, frame }),
    frame,
  };
}

function gated({ data, wave, rule, threshold }: ViralLoadChangeRequest, cohortId: string): GatedResults {
  const people = peopleAtWaves(data, cohortId);
  return { cohortId, results: logResults(people, wave, rule), gate: waveGate(people, wave, rule, threshold) };
}

interface Comparing {
  readonly request: ViralLoadChangeRequest;
  readonly own: GatedResults;
  readonly other: GatedResults;
  readonly comparedWith: string;
  readonly frame: AnalysisFrame;
}

function compare({ request, own, other, comparedWith, frame }: Comparing): ViralLoadsCompared {
  const { cohortId, threshold, design, data } = request;
  const reach = leastReach(...[own, other].map((one) => levelReach(one, threshold)));
  const rule = withheldBy([own.results, other.results]);
  const figure = (needed: Reach, compute: () => Estimate) =>
    leastReach(reach, needed) === needed ? (rule ?? compute()) : SUPPRESSED;
  const after = ({ results }: GatedResults) =>
    inOrder(results.pairs.map((pair) => pair.after)).map(({ value }) => value);
  const [mine, theirs] = [after(own), after(other)];
  const groups = [...mine.map(() => 1), ...theirs.map(() => 0)];
  const compared = design === "randomised" ? "randomised-groups" : "cohorts";
  return {
    cohortId,
    comparedWith,
    changeDifference: figure("cells", () => changeDifference(own.results.pairs, other.results.pairs)),
    afterDifference: figure("margins", () => censoredDifference(theirs, mine)),
    ranks: reach === "nothing" ? SUPPRESSED : censoredRankTest([...mine, ...theirs], groups, 2),
    frame: {
      ...frame,
      estimand: {
        ...frame.estimand,
        comparison: { kind: "cohorts", cohortId, comparedWith },
        summary: "mean-difference",
      },
      // A difference of changes is adjusted for where each cohort began.
      claim: claimLevel({ waves: data.waves.length, compared, adjusted: true, defended: false }),
      assumptions: [...frame.assumptions, { id: "balance", status: "cannot-check" }],
    },
  };
}

/** Largest distance between seen and expected tenths, in standard deviations, that passes and that only warns. */
const RESIDUALS = { warn: 0.3, fail: 0.6 } as const;

function frameOf({ data, wave }: ViralLoadChangeRequest, shown: CohortViralLoad): AnalysisFrame {
  const { limitUnknown, switched } = shown.people;
  const gates = { mean: "pass", "quantiles-only": "fail", "shares-only": "fail", "no-values": "cannot-check" } as const;
  return {
    estimand: viralLoadEstimand({
      population: "complete-cases",
      timepointId: data.waves[wave]?.timepointId ?? "",
      comparison: { kind: "baseline" },
      summary: "mean-change",
      rule: null,
    }),
    claim: claimLevel({ waves: data.waves.length, compared: "nothing", adjusted: false, defended: false }),
    sets: shown.people.pairs === null ? [] : [{ set: "complete-cases", count: shown.people.pairs }],
    assumptions: [
      { id: "few-censored", status: gates[shown.gate], limit: 0.5 },
      normalLogarithm(shown),
      { id: "limits-known", status: noneOf(limitUnknown) },
      { id: "same-specimen", status: noneOf(switched) },
    ],
    provenance: PROVENANCE,
  };
}

/** What the count beside it says, and no more. */
function noneOf(count: ShownCount | null): ViralLoadAssumption["status"] {
  if (count === null) return "cannot-check";
  const { low, high } = boundsOf(count);
  return high === 0 ? "pass" : low > 0 ? "warn" : "cannot-check";
}

function normalLogarithm({ before, after, twoHumps }: CohortViralLoad): ViralLoadAssumption {
  if (twoHumps) return { id: "normal-logarithm", status: "fail" };
  const gaps = [before, after].flatMap((wave) =>
    "kind" in wave
      ? []
      : wave.residuals.flatMap(({ expected, seen }) => (seen === null ? [] : [Math.abs(seen - expected)])),
  );
  if (gaps.length === 0) return { id: "normal-logarithm", status: "cannot-check" };
  const figure = Math.max(...gaps);
  const status = figure > RESIDUALS.fail ? "fail" : figure > RESIDUALS.warn ? "warn" : "pass";
  return { id: "normal-logarithm", status, figure, limit: RESIDUALS.warn };
}
