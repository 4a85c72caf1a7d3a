import { type Estimate, type InsufficientData, tooFew } from "@alongside/statistics/estimate";
import { modelMatrix } from "@alongside/statistics/model-matrix/model-matrix";
import { balancingWeights, type WeightingTarget } from "@alongside/statistics/weighting/balancing-weights";
import { doublyRobustDifference } from "@alongside/statistics/weighting/doubly-robust";
import { effectiveSampleSize } from "@alongside/statistics/weighting/effective-sample-size";
import { propensityScore } from "@alongside/statistics/weighting/propensity-score";
import { weightedComparison } from "@alongside/statistics/weighting/weighted-comparison";
import { type BalanceRow, balanceRows } from "./balance-rows";
import type { ComparedRows } from "./compared-people";
import { baselineVariables } from "./predictors";

/** How many people of equal weight a weighted cohort is worth. */
export interface EffectiveSize {
  readonly n: number;
  readonly effective: number;
  /** Under half of the people there are, or too few for an estimate. */
  readonly state: "enough" | "low" | "too-few";
}

/** How many people of each cohort had a probability in a stretch of a tenth, from 0 to 1. */
export interface OverlapBin {
  readonly from: number;
  readonly to: number;
  readonly supported: number;
  readonly compared: number;
}

/** The cohorts weighted so that they were alike before, in everything that is adjusted for. */
export interface WeightedCohorts {
  readonly kind: "weighted-cohorts";
  /** Whom the weighted cohorts stand for. */
  readonly target: WeightingTarget;
  /** Share of people whose probability of being in their cohort lies below .05 or above .95. */
  readonly shareExtreme: number;
  readonly overlap: readonly OverlapBin[];
  readonly balance: readonly BalanceRow[];
  /** Whose errors are allowed to be alike: people of one site where there are sites enough, else each person stands alone. */
  readonly clusters: "sites" | "people";
  readonly supported: EffectiveSize;
  readonly compared: EffectiveSize;
  /** The weighted difference; insufficient where a cohort is worth fewer than 30 people. */
  readonly weighted: Estimate;
  /** The same with the score before and the covariates in the regression too: right if either model is. */
  readonly doublyRobust: Estimate;
  /**
   * By augmented weighting, for everyone; null where some could hardly have been in the other cohort, insufficient where a
   * cohort is worth fewer than 30 people with the weights of everyone.
   */
  readonly augmented: Estimate | null;
  /** As `weighted` with the other usual weights, those of everyone cut off at their 1st and 99th percentile. */
  readonly otherWeights: readonly { readonly target: WeightingTarget; readonly estimate: Estimate }[];
}

/** Fewest people of equal weight for an estimate, and the share of the people there are under which it is pointed out. */
const [FEWEST_EFFECTIVE, LOW_SHARE] = [30, 0.5];
/** Sites from which the errors of a weighted regression can allow for them. */
const CLUSTERS_FROM = 10;
const TRUNCATED_AT = 0.01;
const BINS = 10;

/**
 * Propensity scores by logistic regression on the score before and the covariates; overlap weights where anybody's score is
 * extreme, else weights for everyone. Source: Li, Morgan and Zaslavsky (2018), JASA 113, 390-400.
 * @returns insufficient data when a cohort is empty, or what was known before tells the cohorts apart
 */
export function weightedCohorts(rows: ComparedRows): WeightedCohorts | InsufficientData {
  const { post, supported, siteIds } = rows;
  const known = baselineVariables(rows);
  const design = modelMatrix(
    known,
    [...known.keys()].map((name) => [name]),
  );
  const propensity = propensityScore(design, supported);
  if (propensity.kind === "insufficient-data") return propensity;
  const { scores, shareExtreme } = propensity;
  const target: WeightingTarget = shareExtreme > 0 ? "overlap" : "everyone";
  const weights = Array.from(balancingWeights(scores, supported, target));
  const sizes = { supported: sizeOf(weights, supported, true), compared: sizeOf(weights, supported, false) };
  const cluster = new Set(siteIds).size >= CLUSTERS_FROM + known.size + 1 ? siteIds : undefined;
  const estimate = (chosen: WeightingTarget, adjust: typeof known, truncatedAt = 0): Estimate => {
    const own = Array.from(balancingWeights(scores, supported, chosen, { truncatedAt }));
    return refusal(own, supported) ?? weightedComparison(post, supported, own, adjust, cluster);
  };
  const augmented = (): Estimate =>
    refusal(Array.from(balancingWeights(scores, supported, "everyone")), supported) ??
    doublyRobustDifference(post, supported, design, "continuous");
  const others = (["everyone", "treated", "overlap"] as const).filter((one) => one !== target);
  return {
    kind: "weighted-cohorts",
    target,
    shareExtreme,
    overlap: overlapBins(scores, supported),
    balance: balanceRows(rows, weights),
    clusters: cluster === undefined ? "people" : "sites",
    ...sizes,
    weighted: estimate(target, new Map()),
    doublyRobust: estimate(target, known),
    augmented: shareExtreme > 0 ? null : augmented(),
    otherWeights: others.map((one) => ({
      target: one,
      estimate: estimate(one, new Map(), one === "everyone" ? TRUNCATED_AT : 0),
    })),
  };
}

/** No estimate rests on weights that leave a cohort worth fewer people than this. */
function refusal(weights: readonly number[], supported: readonly boolean[]): InsufficientData | null {
  const worth = Math.min(...[true, false].map((cohort) => sizeOf(weights, supported, cohort).effective));
  return worth < FEWEST_EFFECTIVE ? tooFew(FEWEST_EFFECTIVE, Math.floor(worth)) : null;
}

function sizeOf(weights: readonly number[], supported: readonly boolean[], cohort: boolean): EffectiveSize {
  const own = weights.filter((_, row) => supported[row] === cohort);
  const effective = effectiveSampleSize(own);
  const state = effective < FEWEST_EFFECTIVE ? "too-few" : effective < LOW_SHARE * own.length ? "low" : "enough";
  return { n: own.length, effective, state };
}

function overlapBins(scores: ArrayLike<number>, supported: readonly boolean[]): readonly OverlapBin[] {
  const bins = Array.from(scores, (score) => Math.min(BINS - 1, Math.floor(score * BINS)));
  const count = (bin: number, cohort: boolean) =>
    bins.filter((own, row) => own === bin && supported[row] === cohort).length;
  return Array.from({ length: BINS }, (_, bin) => ({
    from: bin / BINS,
    to: (bin + 1) / BINS,
    supported: count(bin, true),
    compared: count(bin, false),
  }));
}
