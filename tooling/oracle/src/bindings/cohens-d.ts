import { logGamma } from "@alongside/statistics/distribution/log-gamma";
import { noncentralityInterval } from "@alongside/statistics/distribution/noncentral-t";
import type { Interval } from "@alongside/statistics/estimate";
import { differenceSpread } from "@alongside/statistics/groups/mean-difference";
import { sampleMoments } from "@alongside/statistics/groups/sample-moments";
import { standardisedMeanDifference } from "@alongside/statistics/groups/standardised-mean-difference";
import { momentsFromPairs } from "@alongside/statistics/paired/paired-change";
import { pairedEffectSizes } from "@alongside/statistics/paired/paired-effect-sizes";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { frame, numbers } from "../dialect/make";
import { type Bindings, bind, type RList } from "../dialect/values";
import { samplesOf } from "./samples";

const FORMALS = "x y data pooled_sd mu paired ci alternative verbose ...";

export const COHENS_D: Bindings = {
  /** effectsize::cohens_d(x, y, paired, ci). */
  cohens_d: bind(FORMALS, (args) => {
    const { d, interval } = standardised(args);
    return row("Cohens_d", d, interval);
  }),
  /** effectsize::hedges_g(x, y, paired, ci): d and its limits times J. */
  hedges_g: bind(FORMALS, (args) => {
    const { d, interval, correction } = standardised(args);
    return row("Hedges_g", correction * d, {
      ...interval,
      low: correction * interval.low,
      high: correction * interval.high,
    });
  }),
  /** effectsize::glass_delta(x, y, ci). */
  glass_delta: bind(FORMALS, (args) => {
    const samples = samplesOf(args, false);
    if (samples.kind !== "two") throw new DialectError("Glass's delta needs two groups");
    const moved = samples.first.map((value) => value - args.number("mu", 0));
    const { d, interval } = glassDelta(moved, samples.second, args.number("ci", 0.95));
    return row("Glass_delta", d, interval);
  }),
};

interface Standardised {
  readonly d: number;
  readonly interval: Interval;
  readonly correction: number;
}

function standardised(args: Arguments): Standardised {
  if (args.text("alternative", "two.sided") !== "two.sided") throw new DialectError("One-sided limits of Cohen's d");
  const [level, mu] = [args.number("ci", 0.95), args.number("mu", 0)];
  const samples = samplesOf(args, args.flag("paired", false));
  if (samples.kind === "two") {
    const moved = samples.first.map((value) => value - mu);
    if (!args.flag("pooled_sd", true)) return averageSdDifference(moved, samples.second, level);
    const sizes = standardisedMeanDifference(moved, samples.second, level);
    if (sizes.kind !== "effect-sizes") throw new DialectError(`No effect sizes: ${sizes.reason}`);
    return { d: sizes.cohenD, interval: sizes.cohenDInterval, correction: sizes.correction };
  }
  return pairedD(
    samples.values.map((value) => value - mu),
    level,
  );
}

/** By the root of the mean variance, with Welch's degrees of freedom. */
function averageSdDifference(first: readonly number[], second: readonly number[], level: number): Standardised {
  const [a, b] = [sampleMoments(first), sampleMoments(second)];
  const spread = differenceSpread(a, b, "unequal");
  if ("kind" in spread) throw new DialectError(`No effect sizes: ${spread.reason}`);
  const { standardError, degreesOfFreedom: df } = spread;
  const sd = Math.sqrt((a.sd ** 2 + b.sd ** 2) / 2);
  const correction = Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2)) / Math.sqrt(df / 2);
  return { ...noncentralEstimate(a.mean - b.mean, sd, standardError, df, level), correction };
}

/** Glass's delta: by the standard deviation of the second group, with its degrees of freedom. */
function glassDelta(first: readonly number[], second: readonly number[], level: number): Standardised {
  const [a, b] = [sampleMoments(first), sampleMoments(second)];
  const standardError = Math.sqrt(b.sd ** 2 / b.n + a.sd ** 2 / a.n);
  return { ...noncentralEstimate(a.mean - b.mean, b.sd, standardError, b.n - 1, level), correction: 1 };
}

function noncentralEstimate(difference: number, sd: number, standardError: number, df: number, level: number) {
  const { low, high } = noncentralityInterval(difference / standardError, df, level);
  const scale = standardError / sd;
  return { d: difference / sd, interval: { low: low * scale, high: high * scale, level } };
}

/** d_z depends on the differences alone; a rising baseline is there for the other sizes, which are not read. */
function pairedD(differences: readonly number[], level: number) {
  const before = differences.map((_, index) => index);
  const after = differences.map((difference, index) => index + difference);
  const sizes = pairedEffectSizes(momentsFromPairs(before, after), level);
  if (sizes.kind !== "effect-sizes") throw new DialectError(`No effect sizes: ${sizes.reason}`);
  return { d: sizes.dZ, interval: sizes.dZInterval, correction: sizes.correction };
}

function row(name: string, value: number, { low, high, level }: Interval): RList {
  return frame({ [name]: numbers([value]), CI: numbers([level]), CI_low: numbers([low]), CI_high: numbers([high]) });
}
