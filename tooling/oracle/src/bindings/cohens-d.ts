import type { Interval } from "@alongside/statistics/estimate";
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
};

function standardised(args: Arguments): { d: number; interval: Interval; correction: number } {
  if (!args.flag("pooled_sd", true)) throw new DialectError("Cohen's d without pooling");
  if (args.text("alternative", "two.sided") !== "two.sided") throw new DialectError("One-sided limits of Cohen's d");
  const [level, mu] = [args.number("ci", 0.95), args.number("mu", 0)];
  const samples = samplesOf(args, args.flag("paired", false));
  if (samples.kind === "two") {
    const moved = samples.first.map((value) => value - mu);
    const sizes = standardisedMeanDifference(moved, samples.second, level);
    if (sizes.kind !== "effect-sizes") throw new DialectError(`No effect sizes: ${sizes.reason}`);
    return { d: sizes.cohenD, interval: sizes.cohenDInterval, correction: sizes.correction };
  }
  return pairedD(
    samples.values.map((value) => value - mu),
    level,
  );
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
