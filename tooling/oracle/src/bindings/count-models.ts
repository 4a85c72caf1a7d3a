import { personTimeRate } from "@alongside/statistics/counts/rate";
import { exactRateRatio } from "@alongside/statistics/counts/rate-ratio";
import { binomialCdf, binomialUpper } from "@alongside/statistics/distribution/binomial";
import { poissonCdf, poissonUpper } from "@alongside/statistics/distribution/poisson";
import { clopperPearsonInterval, exactBinomialPValue } from "@alongside/statistics/proportions/exact-binomial";
import { type NegativeBinomialModel, negativeBinomialModel } from "@alongside/statistics/regression/negative-binomial";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, number, numbers } from "../dialect/make";
import { payload } from "../dialect/payload";
import { completeNumbers } from "../dialect/read";
import { type Bindings, bind, type RObject, type RValue } from "../dialect/values";
import { labelled } from "./figures";
import { frameOfCall, generalisedObject } from "./generalised-linear-models";
import { logLikValue } from "./model-generics";
import { designOf, offsetOf, sufficient } from "./regression-models";

const NEGATIVE_BINOMIAL = payload<NegativeBinomialModel>("a negative binomial model");

function negativeBinomial(args: Arguments): RValue {
  const frame = frameOfCall(args, ["weights"]);
  if (frame.response === undefined) throw new DialectError("A regression needs an outcome");
  const given = frame.extras.get("weights");
  const weights = given && completeNumbers(given);
  const outcome = completeNumbers(frame.response);
  const offset = offsetOf(frame);
  const found = sufficient(
    negativeBinomialModel(designOf(frame), outcome, {
      ...(weights === undefined ? {} : { weights }),
      ...(offset === undefined ? {} : { offset }),
    }),
  );
  const base = generalisedObject({ model: found.regression, frame, outcome, weights }, ["negbin", "glm", "lm"]);
  const own: RObject["fields"] = {
    theta: () => number(found.theta),
    "SE.theta": () => number(found.thetaStandardError),
    twologlik: () => number(2 * found.logLikelihood),
    aic: () => number(found.aic),
  };
  Object.assign(base.fields, own);
  return NEGATIVE_BINOMIAL.attach(base, found);
}

/** Ratio of two rates; endless where the second group has no events, as R gives it. */
function twoRates(events: readonly number[], times: readonly number[], level: number, ratio: number): RValue {
  const [x1 = 0, x2 = 0] = events;
  const [t1 = 1, t2 = 1] = times;
  const n = x1 + x2;
  const found = exactRateRatio({ events: x1, time: t1 }, { events: x2, time: t2 }, level, ratio);
  const expected = (ratio * t1) / (ratio * t1 + t2);
  const share = clopperPearsonInterval(x1, n, level);
  const limit = (part: number) => (part >= 1 ? Number.POSITIVE_INFINITY : ((part / (1 - part)) * t2) / t1);
  const estimate = found.kind === "estimate" ? found.value : n === 0 ? null : Number.POSITIVE_INFINITY;
  return list({
    statistic: labelled("count1", x1),
    parameter: labelled("expected count1", n * expected),
    "p.value": found.kind === "estimate" ? (found.test?.pValue ?? null) : exactBinomialPValue(x1, n, expected),
    "conf.int": numbers([limit(share.low), limit(share.high)]),
    estimate: labelled("rate ratio", estimate),
    "null.value": labelled("rate ratio", ratio),
  });
}

/** The tests of one side: the limit on the other side is 0 or endless. */
function oneSide(
  events: readonly number[],
  times: readonly number[],
  less: boolean,
  level: number,
  null_: number,
): RValue {
  const [x1 = 0, x2 = 0] = events;
  const [t1 = 1, t2 = t1] = times;
  // A two-sided interval of level 2 level - 1 leaves 1 - level on either side.
  const both = 2 * level - 1;
  const paired = events.length === 2;
  const share = paired
    ? clopperPearsonInterval(x1, x1 + x2, both)
    : sufficient(personTimeRate(x1, t1, both, null_)).interval;
  const limit = (part: number) =>
    !paired ? part : part >= 1 ? Number.POSITIVE_INFINITY : ((part / (1 - part)) * t2) / t1;
  const expected = (null_ * t1) / (null_ * t1 + t2);
  const below = paired ? binomialCdf(x1, x1 + x2, expected) : poissonCdf(x1, null_ * t1);
  const above = paired ? binomialUpper(x1 - 1, x1 + x2, expected) : poissonUpper(x1 - 1, null_ * t1);
  const estimate = paired ? x1 / t1 / (x2 / t2) : x1 / t1;
  return list({
    statistic: labelled(paired ? "count1" : "number of events", x1),
    "p.value": less ? below : above,
    "conf.int": numbers(less ? [0, limit(share.high)] : [limit(share.low), Number.POSITIVE_INFINITY]),
    estimate: labelled(paired ? "rate ratio" : "event rate", Number.isNaN(estimate) ? null : estimate),
  });
}

function poissonTest(args: Arguments): RValue {
  const events = completeNumbers(args.value("x"));
  const times = args.has("T") ? completeNumbers(args.value("T")) : events.map(() => 1);
  const [level, null_] = [args.number("conf.level", 0.95), args.number("r", 1)];
  const side = args.text("alternative", "two.sided");
  if (side !== "two.sided") return oneSide(events, times, side === "less", level, null_);
  if (events.length === 2)
    return twoRates(
      events,
      events.map((_, at) => times[at] ?? times[0] ?? 1),
      level,
      null_,
    );
  const [count = 0, time = 1] = [events[0], times[0]];
  const rate = sufficient(personTimeRate(count, time, level, null_));
  return list({
    statistic: labelled("number of events", count),
    parameter: labelled("time base", time),
    "p.value": rate.test?.pValue ?? null,
    "conf.int": numbers([rate.interval.low, rate.interval.high]),
    estimate: labelled("event rate", rate.value),
    "null.value": labelled("event rate", null_),
  });
}

export const COUNT_MODELS: Bindings = {
  "glm.nb": bind(
    "formula data weights subset na.action start etastart mustart control method model init.theta link ...",
    negativeBinomial,
  ),
  "logLik.negbin": bind("object ...", (args) =>
    logLikValue(NEGATIVE_BINOMIAL.read(args.value("object")).logLikelihood),
  ),
  "AIC.negbin": bind("object ...", (args) => number(NEGATIVE_BINOMIAL.read(args.value("object")).aic)),
  "BIC.negbin": bind("object ...", (args) => {
    const { aic, regression } = NEGATIVE_BINOMIAL.read(args.value("object"));
    return number(aic + (regression.names.length + 1) * (Math.log(regression.n) - 2));
  }),
  "poisson.test": bind("x T r alternative conf.level", poissonTest),
};
