import { limitsOfAgreement } from "../../agreement/bland-altman";
import { clusterCorrelation } from "../../agreement/cluster-correlation";
import { intraclassCorrelations } from "../../agreement/intraclass-correlation";
import { krippendorffAlpha } from "../../agreement/krippendorff-alpha";
import { twoWayVariance } from "../../agreement/two-way-variance";
import { composition, exchangeStep, logRatioCoordinates, sharesOf } from "../../composition/isometric-log-ratio";
import { friedman } from "../../contingency/friedman";
import { kendall } from "../../correlation/kendall";
import { partialCorrelation } from "../../correlation/partial";
import { pearson } from "../../correlation/pearson";
import { spearman } from "../../correlation/spearman";
import { describeValues } from "../../descriptive/describe-values";
import { histogram } from "../../descriptive/histogram";
import { meanFromSums } from "../../descriptive/mean-from-sums";
import { momentSums } from "../../descriptive/moment-sums";
import { excessKurtosis, skewness } from "../../descriptive/shape";
import { shapiroWilk } from "../../descriptive/shapiro-wilk";
import { equivalenceOfMeans, equivalenceOfPairs } from "../../equivalence/two-one-sided-tests";
import { areFinite, tooFew } from "../../estimate";
import { dunn } from "../../groups/dunn";
import { dunnett } from "../../groups/dunnett";
import { bartlettTest, leveneTest } from "../../groups/equal-variances";
import { kruskalWallis } from "../../groups/kruskal-wallis";
import { locationShift } from "../../groups/location-shift";
import { meanDifference } from "../../groups/mean-difference";
import { oneWayAnova } from "../../groups/one-way-anova";
import { pairwiseTTests, studentisedRangeComparisons } from "../../groups/pairwise-means";
import { probabilityOfSuperiority } from "../../groups/probability-of-superiority";
import { exactRankSumTest, normalRankSumTest, rankSumTest } from "../../groups/rank-sum-test";
import { standardisedChangeDifference } from "../../groups/standardised-change-difference";
import { standardisedMeanDifference } from "../../groups/standardised-mean-difference";
import { welchAnova } from "../../groups/welch-anova";
import { momentsFromPairs, pairedChange } from "../../paired/paired-change";
import { type PairedSums, pairedChangeFromSums } from "../../paired/paired-change-from-sums";
import { pairedEffectSizes } from "../../paired/paired-effect-sizes";
import { pseudoMedian } from "../../paired/pseudo-median";
import { regressionToTheMean } from "../../paired/regression-to-the-mean";
import { signTest } from "../../paired/sign-test";
import { exactSignedRankTest, normalSignedRankTest, signedRankTest } from "../../paired/signed-rank-test";
import { signedRanks } from "../../paired/signed-ranks";
import { sumsOfPairs } from "../../paired/sums-of-pairs";
import { coefficientAlpha, guttmanLambda2 } from "../../reliability/coefficient-alpha";
import { covarianceMatrix } from "../../reliability/covariance";
import { itemAnalysis } from "../../reliability/item-analysis";
import { omegaOfModel, omegaTotal, omegaVariants } from "../../reliability/omega";
import { oneFactorModel } from "../../reliability/one-factor-model";
import { cumulativeChange } from "../../reliable-change/cumulative-change";
import { reliableChangeCounts } from "../../reliable-change/reliable-change";
import { reliableChangeScale } from "../../reliable-change/reliable-change-index";
import { responderShare } from "../../reliable-change/responders";
import { type Callers, type HostileSample, rowsOf, whenFound } from "../hostile-sample";

const groupsOf = ({ first, second, third }: HostileSample) => [first, second, third.slice(1)];
const itemsOf = ({ first, second, third }: HostileSample) => [first, second, third, [...third].reverse()];

/** Exact sums, or what a careless sum gives. */
function sumsOf({ first, second }: HostileSample): PairedSums {
  if (areFinite(first, second)) return sumsOfPairs(first, second);
  return { n: first.length, sumX: Number.NaN, sumY: 0, sumXX: Number.POSITIVE_INFINITY, sumYY: 0, sumXY: 0 };
}

/** Functions of what is made of finite values: the step before refuses others. */
const finite = (values: readonly number[]) => values.filter(Number.isFinite);

/** Statistics of measured values without a model. */
export const CALLERS_OF_VALUES: Callers = {
  "agreement/bland-altman": { limitsOfAgreement: (s) => limitsOfAgreement(s.first, s.second) },
  "agreement/cluster-correlation": { clusterCorrelation: (s) => clusterCorrelation(groupsOf(s)) },
  "agreement/intraclass-correlation": { intraclassCorrelations: (s) => intraclassCorrelations(rowsOf(s)) },
  "agreement/krippendorff-alpha": {
    krippendorffAlpha: (s) =>
      (["nominal", "ordinal", "interval"] as const).map((metric) => krippendorffAlpha(rowsOf(s), metric)),
  },
  "agreement/two-way-variance": { twoWayVariance: (s) => twoWayVariance(rowsOf(s)) },
  "composition/isometric-log-ratio": {
    composition: (s) => composition([...s.first.map(Math.abs), 1, 2], 0.01),
    exchangeStep: (s) =>
      whenFound(composition([...s.first.map(Math.abs), 1, 2], 0.01), ({ shares }) => [
        exchangeStep(shares, 0, 1, 0.001),
        sharesOf(logRatioCoordinates(shares)),
      ]),
  },
  "contingency/friedman": { friedman: (s) => friedman(rowsOf(s)) },
  "correlation/kendall": { kendall: (s) => kendall(s.first, s.second) },
  "correlation/partial": { partialCorrelation: (s) => partialCorrelation(s.first, s.second, [s.third]) },
  "correlation/pearson": {
    pearson: (s) => pearson(s.first, s.second),
  },
  "correlation/spearman": { spearman: (s) => spearman(s.first, s.second) },
  "descriptive/describe-values": { describeValues: (s) => describeValues(s.first) },
  "descriptive/histogram": { histogram: (s) => histogram(s.first) },
  "descriptive/mean-from-sums": {
    meanFromSums: (s) => {
      const { n, sumX, sumXX } = sumsOf(s);
      return meanFromSums({ n, sum: sumX, sumSquares: sumXX });
    },
  },
  "descriptive/shape": {
    skewness: (s) => skewness(momentSums(s.first), "adjusted"),
    excessKurtosis: (s) => excessKurtosis(momentSums(s.first), "adjusted"),
  },
  "descriptive/shapiro-wilk": { shapiroWilk: (s) => shapiroWilk(s.first) },
  "equivalence/two-one-sided-tests": {
    equivalenceOfMeans: (s) => equivalenceOfMeans(s.first, s.second, { low: -1, high: 1 }),
    equivalenceOfPairs: (s) => equivalenceOfPairs(s.first, { low: -1, high: 1 }),
  },
  "groups/dunn": { dunn: (s) => dunn(groupsOf(s)) },
  "groups/dunnett": { dunnett: (s) => dunnett(groupsOf(s)) },
  "groups/equal-variances": {
    leveneTest: (s) => [leveneTest(groupsOf(s)), leveneTest(groupsOf(s), "mean")],
    bartlettTest: (s) => bartlettTest(groupsOf(s)),
  },
  "groups/kruskal-wallis": { kruskalWallis: (s) => kruskalWallis(groupsOf(s)) },
  "groups/location-shift": { locationShift: (s) => locationShift(s.first, s.second.slice(1)) },
  "groups/mean-difference": {
    meanDifference: (s) => [meanDifference(s.first, s.second), meanDifference(s.first, s.second, 0.9, "equal")],
  },
  "groups/one-way-anova": { oneWayAnova: (s) => oneWayAnova(groupsOf(s)) },
  "groups/pairwise-means": {
    studentisedRangeComparisons: (s) => [
      studentisedRangeComparisons(groupsOf(s), "pooled"),
      studentisedRangeComparisons(groupsOf(s), "separate"),
    ],
    pairwiseTTests: (s) => [pairwiseTTests(groupsOf(s), "pooled"), pairwiseTTests(groupsOf(s), "separate")],
  },
  "groups/probability-of-superiority": {
    probabilityOfSuperiority: (s) => probabilityOfSuperiority(s.first, s.second.slice(1)),
  },
  "groups/rank-sum-test": {
    rankSumTest: (s) => rankSumTest(s.first, s.second.slice(1)),
    exactRankSumTest: (s) => exactRankSumTest(s.first, s.second),
    normalRankSumTest: (s) => normalRankSumTest(s.first, s.second, true),
  },
  "groups/standardised-change-difference": {
    standardisedChangeDifference: ({ first, second }) =>
      first.map((meanPre, index) => {
        const group = { n: index, meanPre, meanPost: second[index] ?? 0, sdPre: Math.abs(second[index] ?? 0) };
        return standardisedChangeDifference(group, { ...group, n: 9, meanPost: meanPre }, 0.5);
      }),
  },
  "groups/standardised-mean-difference": {
    standardisedMeanDifference: (s) => standardisedMeanDifference(s.first, s.second.slice(1)),
  },
  "groups/welch-anova": { welchAnova: (s) => welchAnova(groupsOf(s)) },
  "paired/paired-change": { pairedChange: (s) => pairedChange(s.first, s.second) },
  "paired/paired-change-from-sums": {
    pairedChangeFromSums: (s) => pairedChangeFromSums(sumsOf(s)),
  },
  "paired/paired-effect-sizes": {
    pairedEffectSizes: ({ first, second }) =>
      areFinite(first, second) ? pairedEffectSizes(momentsFromPairs(first, second)) : tooFew(3, 0),
  },
  "paired/pseudo-median": { pseudoMedian: (s) => pseudoMedian(s.first) },
  "paired/regression-to-the-mean": {
    regressionToTheMean: ({ first, second }) =>
      first.map((mean, index) =>
        regressionToTheMean(
          { mean, standardDeviation: Math.abs(second[index] ?? 0) || 1, correlation: 0.5 },
          { cutOff: second[index] ?? 0, enters: "at-least" },
        ),
      ),
  },
  "paired/sign-test": { signTest: (s) => signTest(s.first) },
  "paired/signed-rank-test": {
    signedRankTest: (s) => [signedRankTest(s.first), signedRankTest(s.first, "drop")],
    exactSignedRankTest: (s) => exactSignedRankTest(signedRanks(finite(s.first), "pratt")),
    normalSignedRankTest: (s) => normalSignedRankTest(signedRanks(finite(s.first), "pratt"), true),
  },
  "reliability/coefficient-alpha": {
    coefficientAlpha: (s) => coefficientAlpha(itemsOf(s)),
    guttmanLambda2: (s) =>
      guttmanLambda2(
        covarianceMatrix(itemsOf(s).map((item) => item.map((value) => (Number.isFinite(value) ? value : 1)))),
      ),
  },
  "reliability/item-analysis": { itemAnalysis: (s) => itemAnalysis(itemsOf(s)) },
  "reliability/omega": {
    omegaTotal: (s) => omegaTotal(itemsOf(s)),
    omegaOfModel: (s) => whenFound(oneFactorModel(itemsOf(s)), (model) => omegaOfModel(model)),
    omegaVariants: (s) => whenFound(oneFactorModel(itemsOf(s)), (model) => omegaVariants(model)),
  },
  "reliability/one-factor-model": { oneFactorModel: (s) => oneFactorModel(itemsOf(s)) },
  "reliable-change/cumulative-change": { cumulativeChange: (s) => cumulativeChange(s.first) },
  "reliable-change/reliable-change": {
    reliableChangeCounts: (s) =>
      whenFound(reliableChangeScale(4, 0.8), (scale) =>
        reliableChangeCounts(s.first, s.second, { scale, lowerIsBetter: true, cutOff: 3 }),
      ),
  },
  "reliable-change/reliable-change-index": {
    reliableChangeScale: (s) => s.first.flatMap((value) => [0, 0.5, 1].map((r) => reliableChangeScale(value, r))),
  },
  "reliable-change/responders": {
    responderShare: (s) => [
      responderShare(s.first, s.second, { kind: "absolute", units: 3 }, true),
      responderShare(s.first, s.second, { kind: "relative", share: 0.3 }, false),
    ],
  },
};
