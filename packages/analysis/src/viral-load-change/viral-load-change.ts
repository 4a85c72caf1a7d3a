import type { StudyDesign } from "@alongside/domain/analysis-plan/plan-choices";
import { censoredDifference, censoredRankTest } from "@alongside/statistics/censored/censored-difference";
import type { Estimate, InsufficientData, Suppressed } from "@alongside/statistics/estimate";
import type { LogRankTest } from "@alongside/statistics/survival/log-rank";
import { claimLevel } from "../claim/claim-level";
import { SUPPRESSED } from "../disclosure-control/shown-count";
import { type AnalysisFrame, type ViralLoadAssumption, viralLoadEstimand } from "../viral-load-rows/analysis-frame";
import { peopleAtWaves } from "../viral-load-rows/at-waves";
import type { ViralLoadData } from "../viral-load-rows/viral-load-data";
import { type CohortViralLoad, cohortViralLoad, hides, withheldBy } from "./cohort-viral-load";
import { type LogResults, logResults, specimenSwitched } from "./log-pairs";
import { changeDifference } from "./mean-change";
import type { Withheld } from "./withheld";

/** Everything that decides what is shown of the change in log10 viral load. */
export interface ViralLoadChangeRequest {
  readonly data: ViralLoadData;
  readonly cohortId: string;
  readonly comparedWith: string | null;
  /** Position of the follow-up in `data.waves`; at least 1. */
  readonly wave: number;
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

const PROVENANCE = { analysis: "viral-load-change/viral-load-change", version: 1 } as const;

/**
 * How far viral load moved, taking every result for what it is: a number, or a limit it lies below or above. Means only where
 * at most half of the values of either wave lie beyond their limits.
 */
export function viralLoadChange(request: ViralLoadChangeRequest): ViralLoadChange {
  const { data, cohortId, comparedWith, wave, threshold } = request;
  const resultsOf = (cohort: string) => logResults(peopleAtWaves(data, cohort), wave);
  const own = resultsOf(cohortId);
  const other = comparedWith === null ? null : resultsOf(comparedWith);
  const shown = cohortViralLoad(cohortId, own, threshold);
  const shownOther = other === null || comparedWith === null ? null : cohortViralLoad(comparedWith, other, threshold);
  const frame = frameOf(request, own, shown);
  return {
    kind: "viral-load-change",
    own: shown,
    other: shownOther,
    compared: other === null || comparedWith === null ? null : compare({ request, own, other, comparedWith, frame }),
    frame,
  };
}

interface Comparing {
  readonly request: ViralLoadChangeRequest;
  readonly own: LogResults;
  readonly other: LogResults;
  readonly comparedWith: string;
  readonly frame: AnalysisFrame;
}

function compare({ request, own, other, comparedWith, frame }: Comparing): ViralLoadsCompared {
  const { cohortId, threshold, design, data } = request;
  const hidden = hides(own, threshold) || hides(other, threshold);
  const rule = withheldBy([own, other]);
  const figure = (compute: () => Estimate) => (hidden ? SUPPRESSED : (rule ?? compute()));
  const after = ({ pairs }: LogResults) => pairs.map((pair) => pair.after.value);
  const [mine, theirs] = [after(own), after(other)];
  const groups = [...mine.map(() => 1), ...theirs.map(() => 0)];
  const compared = design === "randomised" ? "randomised-groups" : "cohorts";
  return {
    cohortId,
    comparedWith,
    changeDifference: figure(() => changeDifference(own.pairs, other.pairs)),
    afterDifference: figure(() => censoredDifference(theirs, mine)),
    ranks: hidden ? SUPPRESSED : censoredRankTest([...mine, ...theirs], groups, 2),
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

function frameOf({ data, wave }: ViralLoadChangeRequest, own: LogResults, shown: CohortViralLoad): AnalysisFrame {
  const switched = own.pairs.filter(specimenSwitched).length;
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
    sets: [{ set: "complete-cases", count: shown.people.pairs }],
    assumptions: [
      { id: "few-censored", status: gates[shown.gate], limit: 0.5 },
      normalLogarithm(shown),
      { id: "limits-known", status: own.limitUnknown === 0 ? "pass" : "warn" },
      { id: "same-specimen", status: switched === 0 ? "pass" : "warn" },
    ],
    provenance: PROVENANCE,
  };
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
