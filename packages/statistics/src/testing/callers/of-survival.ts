import { censoredDifference, censoredRankTest } from "../../censored/censored-difference";
import { censoredMean } from "../../censored/censored-mean";
import { flip, flippedKaplanMeier } from "../../censored/flipped-kaplan-meier";
import { randomInterceptTobit } from "../../censored/random-intercept-tobit";
import { substitutedMean } from "../../censored/substituted-mean";
import { tobitRegression } from "../../censored/tobit-regression";
import { truncatedNormal } from "../../censored/truncated-normal";
import { concordance } from "../../survival/concordance";
import { coxRegression } from "../../survival/cox-regression";
import { cumulativeIncidence } from "../../survival/cumulative-incidence";
import { grayTest } from "../../survival/gray-test";
import { hazardRatio } from "../../survival/hazard-ratio";
import { kaplanMeier } from "../../survival/kaplan-meier";
import { logRank } from "../../survival/log-rank";
import { proportionalHazardsTest } from "../../survival/proportional-hazards-test";
import { restrictedMean } from "../../survival/restricted-mean";
import { rmstDifference } from "../../survival/rmst-difference";
import { survivalAt } from "../../survival/survival-at";
import { survivalQuantile } from "../../survival/survival-quantile";
import { type Callers, censoredOf, designOf, type HostileSample, whenFound } from "../hostile-sample";

const followUpOf = ({ first, yes }: HostileSample) => ({ exit: first, event: yes });
const competingOf = ({ first, codes }: HostileSample) => ({ exit: first, cause: codes });
const weightedOf = ({ first, yes, third }: HostileSample) => ({
  exit: first,
  event: yes,
  entry: first.map((exit) => exit - Math.abs(exit) / 2 - 1),
  weights: third.map(Math.abs),
});
const curveOf = (sample: HostileSample) => kaplanMeier(followUpOf(sample));

function coxOf(sample: HostileSample) {
  return {
    followUp: followUpOf(sample),
    predictors: { rows: sample.second.length, columns: 1, values: Float64Array.from(sample.second) },
  };
}

/** Statistics of times to an event and of values known only to lie beyond a limit. */
export const CALLERS_OF_SURVIVAL: Callers = {
  "censored/censored-difference": {
    censoredDifference: (s) => [
      censoredDifference(censoredOf(s), censoredOf({ ...s, first: s.third })),
      censoredDifference(censoredOf(s), censoredOf({ ...s, first: s.third }), [...s.codes, ...s.codes]),
    ],
    censoredRankTest: (s) => censoredRankTest(censoredOf({ ...s, codes: s.codes.map((code) => code % 2) }), s.codes, 3),
  },
  "censored/censored-mean": { censoredMean: (s) => censoredMean(censoredOf(s)) },
  "censored/flipped-kaplan-meier": {
    flip: (s) => flip(censoredOf({ ...s, codes: s.codes.map((code) => code % 2) })),
    flippedKaplanMeier: (s) =>
      whenFound(flippedKaplanMeier(censoredOf({ ...s, codes: s.codes.map((code) => code % 2) })), (curve) => [
        curve,
        curve.quantile(0.5),
      ]),
  },
  "censored/random-intercept-tobit": {
    randomInterceptTobit: (s) => randomInterceptTobit(censoredOf(s), designOf(s.third).matrix, s.codes, 5),
  },
  "censored/substituted-mean": { substitutedMean: (s) => substitutedMean(censoredOf(s)) },
  "censored/tobit-regression": {
    tobitRegression: (s) => [
      tobitRegression(censoredOf(s), designOf(s.third).matrix),
      tobitRegression(censoredOf(s), designOf(s.third).matrix, s.codes),
    ],
  },
  "censored/truncated-normal": {
    truncatedNormal: ({ first }) => truncatedNormal(first, Math.min(0, ...first.filter(Number.isFinite)), "at-least"),
  },
  "survival/concordance": { concordance: (s) => concordance(followUpOf(s), s.second) },
  "survival/cox-regression": {
    coxRegression: (s) => [
      coxRegression(coxOf(s)),
      coxRegression({ ...coxOf(s), followUp: weightedOf(s), clusters: s.codes }),
    ],
  },
  "survival/cumulative-incidence": { cumulativeIncidence: (s) => cumulativeIncidence(competingOf(s), 1) },
  "survival/gray-test": { grayTest: (s) => grayTest(competingOf(s), [...s.codes].reverse(), 3, 1) },
  "survival/hazard-ratio": { hazardRatio: (s) => whenFound(coxRegression(coxOf(s)), (fit) => hazardRatio(fit, 0)) },
  "survival/kaplan-meier": {
    kaplanMeier: (s) => [curveOf(s), kaplanMeier(weightedOf(s)), kaplanMeier(followUpOf(s), 0.9, "plain")],
  },
  "survival/log-rank": {
    logRank: (s) => [logRank(followUpOf(s), s.codes, 3), logRank(weightedOf(s), s.codes, 3, { rho: 1 })],
  },
  "survival/proportional-hazards-test": {
    proportionalHazardsTest: (s) => whenFound(coxRegression(coxOf(s)), (fit) => proportionalHazardsTest(coxOf(s), fit)),
  },
  "survival/restricted-mean": { restrictedMean: (s) => whenFound(curveOf(s), (curve) => restrictedMean(curve, 3)) },
  "survival/rmst-difference": {
    rmstDifference: (s) => whenFound(curveOf(s), (curve) => rmstDifference(curve, curve, 3)),
  },
  "survival/survival-at": { survivalAt: (s) => whenFound(curveOf(s), (curve) => survivalAt(curve, 3)) },
  "survival/survival-quantile": { survivalQuantile: (s) => whenFound(curveOf(s), (curve) => survivalQuantile(curve)) },
};
