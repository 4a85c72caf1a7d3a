import { describe, expect, it } from "vitest";
import { fisherExactTest } from "./contingency/fisher-exact";
import { dunnett } from "./groups/dunnett";
import { standardisedMeanDifference } from "./groups/standardised-mean-difference";
import { mediationModel } from "./mediation/mediation-model";
import { momentsFromPairs } from "./paired/paired-change";
import { pairedEffectSizes } from "./paired/paired-effect-sizes";
import { conditionalMaximumOddsRatio } from "./proportions/fisher-two-by-two";
import { reliableChangeScale } from "./reliable-change/reliable-change-index";
import { jackknifeOfMean } from "./resampling/jackknife";
import { eValue } from "./weighting/e-value";

/** Finite values that break formulas: too large or small to square, constant, few, tied. */
const HOSTILE = {
  none: [],
  one: [3],
  constant: [2, 2, 2, 2, 2, 2],
  ties: [1, 1, 2, 2, 3, 3],
  huge: [1e308, -1e308, 1e308, -1.5e308, 1.7e308, 0],
  large: [1e154, 3e154, -2e154, 5e154, 1e155, 0],
  tiny: [1e-320, 3e-320, -2e-320, 5e-321, 0, 7e-320],
  mixed: [1e308, 1e-308, -1e-300, 1e300, 1, 0],
} as const satisfies Record<string, readonly number[]>;

const reversed = (values: readonly number[]) => [...values].reverse();

/** By name: what each estimator makes of hostile values. */
const ESTIMATORS: Readonly<Record<string, (values: readonly number[]) => unknown>> = {
  dunnett: (values) => dunnett([values, reversed(values), values.map((value) => value / 3)]),
  standardisedMeanDifference: (values) => standardisedMeanDifference(values, values.slice(0, 4)),
  pairedEffectSizes: (values) => pairedEffectSizes(momentsFromPairs(values, reversed(values))),
  mediationModel: (values) =>
    mediationModel({
      exposure: values,
      mediators: [reversed(values)],
      outcome: values.map((value, index) => (index % 2 === 0 ? value : -value / 2)),
      covariates: [],
    }),
  jackknifeOfMean,
  eValue: (values) => values.map((value) => eValue(value, { low: value, high: value })),
  reliableChangeScale: (values) => values.flatMap((value) => [0, 0.5, 1].map((r) => reliableChangeScale(value, r))),
};

/** Every number anywhere in a result. */
function numbersIn(result: unknown): number[] {
  if (typeof result === "number") return [result];
  if (ArrayBuffer.isView(result)) return Array.from(result as Float64Array);
  return typeof result === "object" && result !== null ? Object.values(result).flatMap(numbersIn) : [];
}

describe.each(Object.entries(ESTIMATORS))("%s", (_name, estimator) => {
  it.each(Object.entries(HOSTILE))("gives finite figures or a reason for %s values", (_kind, values) => {
    expect(numbersIn(estimator(values)).filter((value) => !Number.isFinite(value))).toEqual([]);
  });
});

describe("large counts", () => {
  it("give a reason where there are too many tables", () => {
    expect(
      fisherExactTest([
        [1e300, 5],
        [4, 1e300],
      ]),
    ).toMatchObject({ reason: "out-of-range" });
    expect(
      fisherExactTest([
        [4e9, 5],
        [4, 4e9],
      ]),
    ).toMatchObject({ reason: "out-of-range" });
    const groups = { successes1: 5e9, n1: 1e10, successes2: 4e9, n2: 1e10 };
    expect(conditionalMaximumOddsRatio(groups)).toMatchObject({ reason: "out-of-range" });
  });

  it("are searched where almost all of the probability is", () => {
    const found = conditionalMaximumOddsRatio({ successes1: 50_000, n1: 100_000, successes2: 40_000, n2: 100_000 });
    if (found.kind !== "estimate") throw new Error(found.kind);
    // So many people make the conditional estimate that of the cells, and the limits those of its logarithm's error.
    const error = Math.sqrt(2 / 50_000 + 1 / 40_000 + 1 / 60_000);
    expect(found.value).toBeCloseTo(1.5, 4);
    expect(found.standardError).toBeCloseTo(error, 6);
    expect(found.interval.low).toBeCloseTo(1.5 * Math.exp(-1.96 * error), 3);
    expect(found.interval.high).toBeCloseTo(1.5 * Math.exp(1.96 * error), 3);
  });
});
