import { correlationOf } from "@alongside/statistics/correlation/pearson";
import { type Estimate, finiteEstimate } from "@alongside/statistics/estimate";
import { meanDifference, pooledSd } from "@alongside/statistics/groups/mean-difference";
import { sampleMoments } from "@alongside/statistics/groups/sample-moments";
import { standardisedChangeDifference } from "@alongside/statistics/groups/standardised-change-difference";
import { standardisedMeanDifference } from "@alongside/statistics/groups/standardised-mean-difference";
import { roundedDifferences } from "@alongside/statistics/paired/rounded-differences";
import { ancova } from "@alongside/statistics/regression/ancova";
import { differenceInDifferences } from "@alongside/statistics/regression/difference-in-differences";
import type { ComparedPeople, ComparedRows } from "./compared-people";
import { covariateVariables } from "./predictors";

/** One cohort at both times. */
export interface CohortSummary {
  readonly n: number;
  readonly meanPre: number;
  readonly meanPost: number;
  readonly sdPre: number;
  readonly sdPost: number;
}

/**
 * The difference between two cohorts, supported less compared, in the units of the measure unless said otherwise. The two
 * models answer different questions when cohorts start differently (Lord's paradox), and are always shown together.
 */
export interface CohortDifferences {
  readonly supported: CohortSummary;
  readonly compared: CohortSummary;
  /** Correlation of before and after within the cohorts; null without spread. */
  readonly correlation: number | null;
  /** Spread of the scores after, and of the changes, within the cohorts. */
  readonly pooledSdPost: number;
  readonly pooledSdChange: number;
  /** Welch's interval of the difference of the mean changes. */
  readonly unadjusted: Estimate;
  /** Scores after, at equal scores before (and covariates): people who start alike, compared. */
  readonly ancova: Estimate;
  /** Change of one cohort less change of the other: right if both would have changed alike. */
  readonly differenceInDifferences: Estimate;
  /** Hedges' g of the scores after, in pooled standard deviations. */
  readonly hedgesG: Estimate;
  /** Morris's d_ppc2: difference of the changes in pooled standard deviations before. */
  readonly standardisedChange: Estimate;
}

/** Every unweighted difference between two cohorts of at least two people each. */
export function cohortDifferences({ all, adjustable }: ComparedPeople): CohortDifferences {
  const [supported, compared] = [summaryOf(all, true), summaryOf(all, false)];
  const correlation = withinCorrelation(all, supported, compared);
  const differences = roundedDifferences(all.pre, all.post);
  const changes = [of(differences, all, true), of(differences, all, false)] as const;
  const adjusted = ancova(
    adjustable.pre,
    adjustable.post,
    { kind: "factor", levels: ["compared", "supported"], codes: adjustable.supported.map(Number) },
    covariateVariables(adjustable),
  );
  return {
    supported,
    compared,
    correlation,
    pooledSdPost: withinSd(of(all.post, all, true), of(all.post, all, false)),
    pooledSdChange: withinSd(...changes),
    unadjusted: meanDifference(...changes),
    ancova:
      adjusted.kind === "ancova"
        ? (adjusted.differences[0]?.estimate ?? { kind: "insufficient-data", reason: "no-events", needed: 2, had: 1 })
        : adjusted,
    differenceInDifferences: changeDifference(all),
    hedgesG: hedgesG(of(all.post, all, true), of(all.post, all, false)),
    standardisedChange:
      correlation === null
        ? { kind: "insufficient-data", reason: "no-spread", needed: 2, had: all.pre.length }
        : standardisedChangeDifference(supported, compared, correlation),
  };
}

function of(values: readonly number[], { supported }: ComparedRows, cohort: boolean): readonly number[] {
  return values.filter((_, row) => supported[row] === cohort);
}

function summaryOf(rows: ComparedRows, cohort: boolean): CohortSummary {
  const [pre, post] = [sampleMoments(of(rows.pre, rows, cohort)), sampleMoments(of(rows.post, rows, cohort))];
  return { n: pre.n, meanPre: pre.mean, meanPost: post.mean, sdPre: pre.sd, sdPost: post.sd };
}

/** Of at least three people. */
function withinSd(first: readonly number[], second: readonly number[]): number {
  return pooledSd(sampleMoments(first), sampleMoments(second));
}

/** Both scores of everybody in one regression, people as clusters. */
function changeDifference({ pre, post, supported }: ComparedRows): Estimate {
  const people = pre.map((_, person) => person);
  return differenceInDifferences({
    outcome: [...pre, ...post],
    after: [...pre.map(() => false), ...post.map(() => true)],
    treated: [...supported, ...supported],
    cluster: [...people, ...people],
  });
}

function withinCorrelation(
  { pre, post, supported }: ComparedRows,
  first: CohortSummary,
  second: CohortSummary,
): number | null {
  const less = (values: readonly number[], mean: "meanPre" | "meanPost") =>
    values.map((value, row) => value - (supported[row] ? first : second)[mean]);
  return correlationOf(less(pre, "meanPre"), less(post, "meanPost"));
}

function hedgesG(first: readonly number[], second: readonly number[]): Estimate {
  const effect = standardisedMeanDifference(first, second);
  if (effect.kind !== "effect-sizes") return effect;
  return finiteEstimate({
    value: effect.hedgesG,
    interval: effect.hedgesGInterval,
    n: effect.n,
    method: "hedges-g",
    standardError: Math.sqrt(effect.hedgesGVariance),
    provenance: { statistic: "groups/standardised-mean-difference", version: 1 },
  });
}
