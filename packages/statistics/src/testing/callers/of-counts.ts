import { cohenKappa } from "../../agreement/cohen-kappa";
import { fleissKappa } from "../../agreement/fleiss-kappa";
import { raterShares } from "../../agreement/rater-table";
import { screeningAgreement } from "../../agreement/screening-agreement";
import { gwetAc1, twoRaterAgreement } from "../../agreement/two-rater-agreement";
import { cochranQ } from "../../contingency/cochran-q";
import { fisherExactTest } from "../../contingency/fisher-exact";
import { generalisedMantelHaenszelTest } from "../../contingency/generalised-mantel-haenszel";
import { independenceTest } from "../../contingency/independence";
import { commonOddsRatio, mantelHaenszelTest, type TwoByTwo } from "../../contingency/mantel-haenszel";
import { bowkerTest, marginalHomogeneity } from "../../contingency/marginal-homogeneity";
import { trendTest } from "../../contingency/trend";
import { personTimeRate } from "../../counts/rate";
import { exactRateRatio, waldRateRatio } from "../../counts/rate-ratio";
import { missingOutcomeBounds } from "../../imputation/missing-outcome-bounds";
import {
  logOddsRatio,
  logRiskRatio,
  riskDifference as studyRiskDifference,
} from "../../meta-analysis/effect-of-tables";
import { clopperPearsonInterval, exactBinomialPValue } from "../../proportions/exact-binomial";
import { conditionalMaximumOddsRatio, fisherExactPValue } from "../../proportions/fisher-two-by-two";
import { conditionalOddsRatio, conditionalOddsRatioWaldInterval, mcnemarTests } from "../../proportions/mcnemar";
import { netImprovement } from "../../proportions/net-improvement";
import {
  bonettPriceInterval,
  newcombePairedInterval,
  pairedWaldInterval,
  tangoInterval,
} from "../../proportions/paired-difference-intervals";
import { pairedProportionChange } from "../../proportions/paired-proportion-change";
import { proportion, proportionIntervals } from "../../proportions/proportion-intervals";
import { agrestiCaffoInterval, riskDifference, riskDifferenceWaldInterval } from "../../proportions/risk-difference";
import { oddsRatio, riskRatio } from "../../proportions/risk-ratio";
import { twoProportionEffects } from "../../proportions/two-proportion-effects";
import { wilsonCorrectedInterval, wilsonInterval } from "../../proportions/wilson-interval";
import { deteriorationTest } from "../../reliable-change/deterioration-test";
import type { Callers, HostileSample } from "../hostile-sample";

/** The nine counts as a table; of every second sample only its first two rows and columns. */
function tableOf({ counts, yes }: HostileSample): readonly (readonly number[])[] {
  const rows = [0, 3, 6].map((from) => counts.slice(from, from + 3));
  return yes[0] ? rows.slice(1).map((row) => row.slice(1)) : rows;
}

function fourOf({ counts: [a = 0, b = 0, c = 0, d = 0] }: HostileSample) {
  return { a, b, c, d };
}

function strataOf({ counts }: HostileSample): readonly TwoByTwo[] {
  const at = (index: number) => counts[index] ?? 0;
  return [0, 4].map((from) => [
    [at(from), at(from + 1)],
    [at(from + 2), at(from + 3)],
  ]);
}

function twoGroupsOf(sample: HostileSample) {
  const { a, b, c, d } = fourOf(sample);
  return { successes1: a, n1: a + b, successes2: c, n2: c + d };
}

function pairsOf(sample: HostileSample) {
  const { a, b, c, d } = fourOf(sample);
  return { both: a, preOnly: b, postOnly: c, neither: d };
}

function studyOf(sample: HostileSample) {
  const { a, b, c, d } = fourOf(sample);
  return { firstEvents: a, firstOthers: b, secondEvents: c, secondOthers: d };
}

/** Events over one of the times, if it is above zero. */
function ratesOf({ counts, first, second }: HostileSample) {
  const time = (values: readonly number[]) => Math.abs(values[0] ?? 1) || 1;
  return [
    { events: counts[0] ?? 0, time: time(first) },
    { events: counts[1] ?? 0, time: time(second) },
  ] as const;
}

/** Statistics of counted people and events. */
export const CALLERS_OF_COUNTS: Callers = {
  "agreement/cohen-kappa": {
    cohenKappa: (s) =>
      (["unweighted", "linear", "quadratic"] as const).map((weights) => cohenKappa(tableOf(s), weights)),
  },
  "agreement/fleiss-kappa": { fleissKappa: (s) => fleissKappa(tableOf(s)) },
  "agreement/rater-table": { raterShares: (s) => raterShares(tableOf(s)) },
  "agreement/screening-agreement": {
    screeningAgreement: (s) => {
      const { a, b, c, d } = fourOf(s);
      return [d, null].map((neither) => screeningAgreement({ both: a, firstOnly: b, secondOnly: c, neither }));
    },
  },
  "agreement/two-rater-agreement": {
    twoRaterAgreement: (s) => twoRaterAgreement(tableOf(s)),
    gwetAc1: (s) => gwetAc1(tableOf(s)),
  },
  "contingency/cochran-q": {
    cochranQ: ({ yes, codes }) => cochranQ(yes.map((one, person) => [one, codes[person] === 0, codes[person] === 1])),
  },
  "contingency/fisher-exact": {
    fisherExactTest: (s) =>
      fisherExactTest(tableOf(s).map((row) => row.map((count) => (count < 1e6 ? count % 9 : count)))),
  },
  "contingency/generalised-mantel-haenszel": {
    generalisedMantelHaenszelTest: (s) => generalisedMantelHaenszelTest([tableOf(s), tableOf(s)]),
  },
  "contingency/independence": {
    independenceTest: (s) => [independenceTest(tableOf(s)), independenceTest(tableOf(s), true)],
  },
  "contingency/mantel-haenszel": {
    mantelHaenszelTest: (s) => [mantelHaenszelTest(strataOf(s)), mantelHaenszelTest(strataOf(s), false)],
    commonOddsRatio: (s) => commonOddsRatio(strataOf(s)),
  },
  "contingency/marginal-homogeneity": {
    marginalHomogeneity: (s) => marginalHomogeneity(tableOf(s)),
    bowkerTest: (s) => bowkerTest(tableOf(s)),
  },
  "contingency/trend": {
    trendTest: ({ counts, first }) => {
      const successes = counts.slice(0, first.length);
      const totals = successes.map((count, index) => count + (counts[8 - index] ?? 0));
      return trendTest(successes, totals, first.slice(0, successes.length));
    },
  },
  "counts/rate-ratio": {
    exactRateRatio: (s) => exactRateRatio(...ratesOf(s)),
    waldRateRatio: (s) => waldRateRatio(...ratesOf(s)),
  },
  "counts/rate": { personTimeRate: (s) => ratesOf(s).map(({ events, time }) => personTimeRate(events, time)) },
  "imputation/missing-outcome-bounds": {
    missingOutcomeBounds: (s) => {
      const { a, b, c } = fourOf(s);
      return missingOutcomeBounds([
        { yes: a, no: b, missing: c },
        { yes: c, no: a, missing: b },
      ]);
    },
  },
  "meta-analysis/effect-of-tables": {
    logOddsRatio: (s) => logOddsRatio(studyOf(s)),
    logRiskRatio: (s) => logRiskRatio(studyOf(s)),
    riskDifference: (s) => studyRiskDifference(studyOf(s)),
  },
  "proportions/exact-binomial": {
    clopperPearsonInterval: (s) => clopperPearsonInterval(fourOf(s).a, fourOf(s).a + fourOf(s).b),
    exactBinomialPValue: (s) => exactBinomialPValue(fourOf(s).a, fourOf(s).a + fourOf(s).b, 0.3),
  },
  "proportions/fisher-two-by-two": {
    conditionalMaximumOddsRatio: (s) =>
      conditionalMaximumOddsRatio(twoGroupsOf({ ...s, counts: s.counts.map((count) => count % 1000) })),
    fisherExactPValue: (s) => fisherExactPValue(twoGroupsOf({ ...s, counts: s.counts.map((count) => count % 1000) })),
  },
  "proportions/mcnemar": {
    mcnemarTests: (s) => mcnemarTests(pairsOf(s)),
    conditionalOddsRatio: (s) => conditionalOddsRatio(pairsOf(s)),
    conditionalOddsRatioWaldInterval: (s) => conditionalOddsRatioWaldInterval(pairsOf(s)),
  },
  "proportions/net-improvement": {
    netImprovement: (s) => netImprovement(fourOf(s).a, fourOf(s).b, fourOf(s).a + fourOf(s).b + fourOf(s).c),
  },
  "proportions/paired-difference-intervals": {
    bonettPriceInterval: (s) => bonettPriceInterval(pairsOf(s)),
    newcombePairedInterval: (s) => newcombePairedInterval(pairsOf(s)),
    pairedWaldInterval: (s) => pairedWaldInterval(pairsOf(s)),
    tangoInterval: (s) => tangoInterval(pairsOf(s)),
  },
  "proportions/paired-proportion-change": { pairedProportionChange: (s) => pairedProportionChange(pairsOf(s)) },
  "proportions/proportion-intervals": {
    proportion: (s) => proportion(fourOf(s).a, fourOf(s).a + fourOf(s).b),
    proportionIntervals: (s) => proportionIntervals(fourOf(s).a, fourOf(s).a + fourOf(s).b),
  },
  "proportions/risk-difference": {
    agrestiCaffoInterval: (s) => agrestiCaffoInterval(twoGroupsOf(s)),
    riskDifference: (s) => riskDifference(twoGroupsOf(s)),
    riskDifferenceWaldInterval: (s) => riskDifferenceWaldInterval(twoGroupsOf(s)),
  },
  "proportions/risk-ratio": {
    riskRatio: (s) => riskRatio(twoGroupsOf(s)),
    oddsRatio: (s) => oddsRatio(twoGroupsOf(s)),
  },
  "proportions/two-proportion-effects": { twoProportionEffects: (s) => twoProportionEffects(twoGroupsOf(s)) },
  "proportions/wilson-interval": {
    wilsonCorrectedInterval: (s) => wilsonCorrectedInterval(fourOf(s).a, fourOf(s).a + fourOf(s).b),
    wilsonInterval: (s) => wilsonInterval(fourOf(s).a, fourOf(s).a + fourOf(s).b),
  },
  "reliable-change/deterioration-test": {
    deteriorationTest: (s) => deteriorationTest(fourOf(s).a, fourOf(s).a + fourOf(s).b),
  },
};
