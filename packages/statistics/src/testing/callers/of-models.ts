import { standardisedRisks } from "../../causal/standardised-risks";
import { countModel, countRateRatio } from "../../counts/count-model";
import { generalisedEstimatingEquations } from "../../gee/generalised-estimating-equations";
import { completeData } from "../../imputation/chained-equations";
import { jumpToReference } from "../../imputation/jump-to-reference";
import { poolSeveral } from "../../imputation/pool-several";
import { poolEstimates } from "../../imputation/rubin-pooling";
import { tippingPoint } from "../../imputation/tipping-point";
import { fromRows } from "../../linear-algebra/matrix";
import { binaryOutcomeEffects } from "../../mediation/binary-outcome-effects";
import { indirectEffectByDelta, maximumLikelihoodEffects } from "../../mediation/indirect-effect-errors";
import { mediationModel } from "../../mediation/mediation-model";
import { naturalEffects } from "../../mediation/natural-effects";
import { confoundingSensitivity, correctForReliability } from "../../mediation/unmeasured-confounding";
import {
  meanDifference,
  standardisedMeanChange,
  standardisedMeanDifference,
} from "../../meta-analysis/effect-of-means";
import { pooledEffect } from "../../meta-analysis/pooled-effect";
import { ancova } from "../../regression/ancova";
import { coefficientEstimates } from "../../regression/coefficient-estimates";
import { differenceInDifferences } from "../../regression/difference-in-differences";
import { binomial, gaussian, poisson } from "../../regression/families";
import { generalisedLinearModel } from "../../regression/generalised-linear-model";
import { linearModel } from "../../regression/linear-model";
import { marginalMeans } from "../../regression/marginal-means";
import { negativeBinomialModel } from "../../regression/negative-binomial";
import { proportionalOddsModel } from "../../regression/proportional-odds";
import { segmentedRegression } from "../../regression/segmented-regression";
import { staggeredDifferences } from "../../regression/staggered-differences";
import { typeTwoAnova } from "../../regression/type-two-anova";
import { bootstrapSummary } from "../../resampling/bootstrap";
import { jackknifeOfMean } from "../../resampling/jackknife";
import { covariateBalance } from "../../weighting/covariate-balance";
import { doublyRobustDifference } from "../../weighting/doubly-robust";
import { eValue, eValueOfStandardisedDifference } from "../../weighting/e-value";
import { propensityScore } from "../../weighting/propensity-score";
import { weightedComparison } from "../../weighting/weighted-comparison";
import { type Callers, designOf, type HostileSample, whenFound } from "../hostile-sample";

const SEED = [1, 2, 3, 4, 5, 6] as const;
const ARMS = ["a", "b", "c"] as const;
const armOf = ({ codes }: HostileSample) => ({ kind: "factor", levels: ARMS, codes }) as const;
const numeric = (values: readonly number[]) => ({ kind: "numeric", values }) as const;

function mediationOf({ first, second, third }: HostileSample) {
  return { exposure: first, mediators: [second], outcome: third, covariates: [] };
}

const gapsOf = (values: readonly number[], { yes }: HostileSample) =>
  values.map((value, person) => (yes[person] ? null : value));

/** Statistics that fit a model. */
export const CALLERS_OF_MODELS: Callers = {
  "causal/standardised-risks": {
    standardisedRisks: (s) =>
      standardisedRisks({
        outcome: s.binary,
        exposure: s.yes.map(Number),
        covariates: new Map([["x", numeric(s.first)]]),
      }),
  },
  "counts/count-model": {
    countModel: (s) => countModel(designOf(s.first), s.events),
    countRateRatio: (s) => whenFound(countModel(designOf(s.first), s.events), (model) => countRateRatio(model, 0)),
  },
  "gee/generalised-estimating-equations": {
    generalisedEstimatingEquations: (s) =>
      (["independence", "exchangeable", "ar1"] as const).map((structure) => {
        const cluster = s.first.map((_, row) => row >> 1);
        return generalisedEstimatingEquations(designOf(s.second), s.first, cluster, gaussian(), { structure });
      }),
  },
  "imputation/chained-equations": {
    completeData: (s) =>
      completeData(
        {
          columns: [
            { name: "x", values: s.first, method: "normal" },
            { name: "y", values: gapsOf(s.second, s), method: "matching" },
            { name: "z", values: gapsOf([...s.third].reverse(), s), method: "normal" },
          ],
          iterations: 2,
          seed: SEED,
        },
        1,
      ),
  },
  "imputation/jump-to-reference": {
    jumpToReference: (s) =>
      jumpToReference(
        { occasions: [s.first, gapsOf(s.second, s)], reference: s.codes.map((c) => c > 0), seed: SEED },
        1,
      ),
  },
  "imputation/pool-several": {
    poolSeveral: ({ first, second }) =>
      poolSeveral(
        [0, 1, 2].map((set) => ({
          values: [first[set] ?? 1],
          covariance: fromRows([[Math.abs(second[set] ?? 1)]]),
        })),
      ),
  },
  "imputation/rubin-pooling": {
    poolEstimates: ({ first, second }) => {
      const completed = first.map((value, set) => ({ value, variance: Math.abs(second[set] ?? 0) }));
      return [poolEstimates(completed, "large", 9), poolEstimates(completed, 12, 9)];
    },
  },
  "imputation/tipping-point": {
    tippingPoint: ({ first, second }) =>
      tippingPoint(
        (shift) =>
          poolEstimates(
            first.map((value, set) => ({ value: value + shift, variance: Math.abs(second[set] ?? 0) })),
            "large",
            9,
          ),
        0,
        4,
      ),
  },
  "mediation/binary-outcome-effects": {
    binaryOutcomeEffects: (s) => binaryOutcomeEffects({ ...mediationOf(s), outcome: s.binary }, 0, 1),
  },
  "mediation/indirect-effect-errors": {
    indirectEffectByDelta: (s) =>
      whenFound(mediationModel(mediationOf(s)), (model) =>
        model.paths.map((path) => indirectEffectByDelta(model, path, "second-order")),
      ),
    maximumLikelihoodEffects: (s) =>
      whenFound(mediationModel(mediationOf(s)), (model) => maximumLikelihoodEffects(model)),
  },
  "mediation/mediation-model": { mediationModel: (s) => mediationModel(mediationOf(s)) },
  "mediation/natural-effects": { naturalEffects: (s) => naturalEffects(mediationOf(s), 0, 1) },
  "mediation/unmeasured-confounding": {
    confoundingSensitivity: (s) => whenFound(mediationModel(mediationOf(s)), confoundingSensitivity),
    correctForReliability: (s) =>
      whenFound(mediationModel(mediationOf(s)), (model) => correctForReliability(model, s.second, 0.8)),
  },
  "meta-analysis/effect-of-means": {
    meanDifference: (s) => meanDifference(...summariesOf(s)),
    standardisedMeanDifference: (s) => standardisedMeanDifference(...summariesOf(s)),
    standardisedMeanChange: ({ first, second, third }) =>
      first.map((meanBefore, index) => {
        const [meanAfter, sdBefore] = [second[index] ?? 0, Math.abs(third[index] ?? 0)];
        return standardisedMeanChange({ meanBefore, meanAfter, sdBefore, correlation: 0.5, n: index + 3 });
      }),
  },
  "meta-analysis/pooled-effect": {
    pooledEffect: ({ first, second }) => {
      const variances = second.map((value) => Math.abs(value) || 1);
      return (["dersimonian-laird", "restricted-maximum-likelihood", "paule-mandel"] as const).map((method) =>
        pooledEffect(first, variances, { method, hartungKnapp: method === "paule-mandel" }),
      );
    },
  },
  "regression/ancova": {
    ancova: (s) => [
      ancova(s.first, s.second, armOf(s)),
      ancova(s.first, s.second, armOf(s), new Map([["z", numeric(s.third)]])),
    ],
  },
  "regression/coefficient-estimates": {
    coefficientEstimates: (s) =>
      whenFound(linearModel(designOf(s.first), s.second), (model) =>
        coefficientEstimates(model, model.degreesOfFreedom, "x", { statistic: "x", version: 1 }),
      ),
  },
  "regression/difference-in-differences": {
    differenceInDifferences: (s) =>
      differenceInDifferences({ outcome: s.first, after: s.yes, treated: [...s.yes].reverse(), cluster: s.codes }),
  },
  "regression/generalised-linear-model": {
    generalisedLinearModel: (s) => [
      generalisedLinearModel(designOf(s.first), s.second, gaussian()),
      generalisedLinearModel(designOf(s.first), s.binary, binomial()),
      generalisedLinearModel(designOf(s.first), s.events, poisson(), { offset: s.third }),
    ],
  },
  "regression/linear-model": {
    linearModel: (s) => [
      linearModel(designOf(s.first), s.second),
      linearModel(designOf(s.first), s.second, s.third.map(Math.abs)),
    ],
  },
  "regression/marginal-means": {
    marginalMeans: (s) => {
      const variables = new Map([["arm", armOf(s)]]);
      const arms = ARMS.slice(1).map((_, arm) => s.codes.map((code) => Number(code === arm + 1)));
      const design = { ...designOf(...arms), terms: [["arm"]], assign: [0, 1, 1] };
      return whenFound(linearModel(design, s.first), (model) => marginalMeans(model, variables, "arm"));
    },
  },
  "regression/negative-binomial": { negativeBinomialModel: (s) => negativeBinomialModel(designOf(s.first), s.events) },
  "regression/proportional-odds": { proportionalOddsModel: (s) => proportionalOddsModel(designOf(s.first), s.codes) },
  "regression/segmented-regression": { segmentedRegression: (s) => segmentedRegression(s.first, s.first.length >> 1) },
  "regression/staggered-differences": {
    staggeredDifferences: (s) =>
      staggeredDifferences(
        s.first.map((value, person) => ({
          start: s.codes[person] === 0 ? null : (s.codes[person] ?? 0) + 1,
          outcomes: new Map([
            [1, value],
            [2, s.second[person] ?? 0],
            [3, s.third[person] ?? 0],
          ]),
        })),
      ),
  },
  "regression/type-two-anova": {
    typeTwoAnova: (s) =>
      whenFound(linearModel(designOf(s.first, s.third), s.second), (model) => typeTwoAnova(model, s.second)),
  },
  "resampling/bootstrap": {
    bootstrapSummary: ({ first, second }) => bootstrapSummary(first[0] ?? 0, { values: second, failed: 0 }),
  },
  "resampling/jackknife": { jackknifeOfMean: (s) => jackknifeOfMean(s.first) },
  "weighting/covariate-balance": {
    covariateBalance: (s) => [
      covariateBalance(s.first, s.yes),
      covariateBalance(s.first, s.yes, { weights: s.third.map(Math.abs) }),
    ],
  },
  "weighting/doubly-robust": {
    doublyRobustDifference: (s) => [
      doublyRobustDifference(s.first, s.yes, designOf(s.second), "continuous"),
      doublyRobustDifference(s.binary, s.yes, designOf(s.second), "binary"),
    ],
  },
  "weighting/e-value": {
    eValue: (s) => s.first.map((value) => eValue(value, { low: value, high: value })),
    eValueOfStandardisedDifference: (s) =>
      s.first.map((value) => eValueOfStandardisedDifference(value, { low: value, high: value })),
  },
  "weighting/propensity-score": { propensityScore: (s) => propensityScore(designOf(s.first), s.yes) },
  "weighting/weighted-comparison": {
    weightedComparison: (s) => weightedComparison(s.first, s.yes, s.third.map(Math.abs)),
  },
};

function summariesOf({ first, second, third, counts }: HostileSample) {
  const [mean = 0, other = 1] = first;
  const [sd = 1, otherSd = 2] = [...second, ...third].map(Math.abs);
  const n = (counts[0] ?? 0) % 40;
  return [
    { mean, sd, n },
    { mean: other, sd: otherSd, n: 12 },
  ] as const;
}
