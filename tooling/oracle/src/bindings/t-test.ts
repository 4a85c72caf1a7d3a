import { tCritical, tQuantile, tTwoSidedP } from "@alongside/statistics/distribution/student-t";
import { equivalenceOfMeans, equivalenceOfPairs } from "@alongside/statistics/equivalence/two-one-sided-tests";
import type { Estimate } from "@alongside/statistics/estimate";
import { meanDifference } from "@alongside/statistics/groups/mean-difference";
import { sampleMoments } from "@alongside/statistics/groups/sample-moments";
import { pairedChange } from "@alongside/statistics/paired/paired-change";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, named, number, numbers, text } from "../dialect/make";
import { type Bindings, bind } from "../dialect/values";
import { labelled } from "./figures";
import { type Samples, samplesOf } from "./samples";

export const T_TEST: Bindings = {
  /** t.test(x, y, alternative, mu, paired, var.equal, conf.level), t.test(y ~ group, data): an htest. */
  "t.test": bind("x y ... alternative mu paired var.equal conf.level data subset", (args) => {
    const mu = args.number("mu", 0);
    const samples = samplesOf(args, args.flag("paired", false));
    const { value, standardError, degreesOfFreedom, names, means } = measured(samples, args);
    const { statistic, pValue } = testOf(samples, args, mu, { value, standardError, degreesOfFreedom });
    const alternative = args.text("alternative", "two.sided");
    const level = args.number("conf.level", 0.95);
    return list({
      statistic: labelled("t", statistic),
      parameter: labelled("df", degreesOfFreedom),
      "p.value": pValue,
      "conf.int": numbers(limits(alternative, level, value, standardError, degreesOfFreedom)),
      estimate: named(names, means),
      "null.value": number(mu),
      stderr: standardError,
      alternative: text(alternative),
    });
  }),
};

interface Measured {
  readonly value: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
}

function measured(
  samples: Samples,
  args: Arguments,
): Measured & { names: readonly string[]; means: readonly number[] } {
  if (samples.kind === "two") {
    const [a, b] = [samples.first, samples.second];
    const found = complete(meanDifference(a, b, 0.95, equalVariances(args) ? "equal" : "unequal"));
    const means = [sampleMoments(a).mean, sampleMoments(b).mean];
    return { ...found, names: samples.names.map((name) => `mean ${name}`), means };
  }
  const zeros = samples.values.map(() => 0);
  const found = complete(pairedChange(zeros, samples.values).change);
  return { ...found, names: [samples.paired ? "mean difference" : "mean of x"], means: [found.value] };
}

function equalVariances(args: Arguments): boolean {
  return args.flag("var.equal", false);
}

function complete(estimate: Estimate): Measured {
  if (estimate.kind !== "estimate" || estimate.degreesOfFreedom === undefined) {
    throw new DialectError("Data are essentially constant or too few");
  }
  return { value: estimate.value, standardError: estimate.standardError, degreesOfFreedom: estimate.degreesOfFreedom };
}

/** One-sided tests are those of equivalence against a bound. */
function testOf(samples: Samples, args: Arguments, mu: number, { value, standardError, degreesOfFreedom }: Measured) {
  const alternative = args.text("alternative", "two.sided");
  if (alternative === "two.sided") {
    const statistic = (value - mu) / standardError;
    return { statistic, pValue: tTwoSidedP(statistic, degreesOfFreedom) };
  }
  const far = 1 + Math.abs(mu);
  const bounds = alternative === "greater" ? { low: mu, high: mu + far } : { low: mu - far, high: mu };
  const test =
    samples.kind === "two"
      ? equivalenceOfMeans(samples.first, samples.second, bounds, 0.05, equalVariances(args) ? "equal" : "unequal")
      : equivalenceOfPairs(samples.values, bounds);
  if (test.kind !== "test") throw new DialectError(`No t test: ${test.reason}`);
  return alternative === "greater"
    ? { statistic: test.lowerStatistic, pValue: test.lowerPValue }
    : { statistic: test.upperStatistic, pValue: test.upperPValue };
}

function limits(alternative: string, level: number, value: number, standardError: number, df: number) {
  if (alternative === "two.sided") {
    const half = tCritical(level, df) * standardError;
    return [value - half, value + half];
  }
  const half = tQuantile(level, df) * standardError;
  return alternative === "greater"
    ? [value - half, Number.POSITIVE_INFINITY]
    : [Number.NEGATIVE_INFINITY, value + half];
}
