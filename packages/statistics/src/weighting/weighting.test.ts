import { describe, expect, it } from "vitest";
import type { Estimate } from "../estimate";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { balancingWeights } from "./balancing-weights";
import { covariateBalance } from "./covariate-balance";
import { doublyRobustDifference } from "./doubly-robust";
import { eValue, eValueOfStandardisedDifference } from "./e-value";
import { effectiveSampleSize } from "./effective-sample-size";
import { nearestNeighbourMatching } from "./nearest-neighbour-matching";
import { propensityScore } from "./propensity-score";
import { weightedComparison } from "./weighted-comparison";
import fixtures from "./weighting.fixtures.json";

const { treated, scores, weights } = fixtures;
function expectClose(
  found: number | null | undefined,
  wanted: number | undefined,
  what: string,
  tolerance = 1e-9,
): void {
  expect(Math.abs((found ?? Number.NaN) - (wanted ?? Number.NaN)), what).toBeLessThanOrEqual(
    tolerance * Math.max(1e-3, Math.abs(wanted ?? 0)),
  );
}
const numeric = (values: readonly number[]): Variable => ({ kind: "numeric", values });
const variables = new Map<string, Variable>([
  ["age", numeric(fixtures.age)],
  ["educ", numeric(fixtures.educ)],
  ["married", numeric(fixtures.married)],
  ["re74", numeric(fixtures.re74)],
]);
const design = modelMatrix(variables, [["age"], ["educ"], ["married"], ["re74"]]);

describe("propensityScore", () => {
  it("is R's fitted probability", () => {
    const found = propensityScore(design, treated);
    if (found.kind !== "propensity-score") throw new Error(found.reason);
    for (const [i, score] of scores.entries()) expectClose(found.scores[i], score, "score", 1e-7);
    const extreme = scores.filter((score) => score < 0.05 || score > 0.95).length;
    expect(found.shareExtreme).toBe(extreme / scores.length);
    expect(extreme).toBeGreaterThan(0);
  });
  it("is none where the variables tell the groups apart", () => {
    const clear = modelMatrix(new Map([["x", numeric([1, 2, 3, 4])]]), [["x"]]);
    expect(propensityScore(clear, [false, false, true, true])).toMatchObject({ reason: "not-identifiable" });
  });
});

describe("balancingWeights", () => {
  it.each(["everyone", "treated", "overlap"] as const)("are R's for %s", (target) => {
    const found = balancingWeights(scores, treated, target);
    for (const [i, weight] of weights[target].entries()) expectClose(found[i], weight, target);
  });
  it("are R's stabilised and truncated", () => {
    const stabilised = balancingWeights(scores, treated, "everyone", { stabilised: true });
    for (const [i, weight] of weights.stabilised.entries()) expectClose(stabilised[i], weight, "stabilised");
    const truncated = balancingWeights(scores, treated, "everyone", { truncatedAt: 0.05 });
    for (const [i, weight] of weights.truncated.entries()) expectClose(truncated[i], weight, "truncated");
    expect(balancingWeights(scores, treated, "overlap", { stabilised: true })).toEqual(
      balancingWeights(scores, treated, "overlap"),
    );
  });
  it.each<[string, number[], boolean[], number]>([
    ["a score of 0", [0, 0.5], [true, false], 0],
    ["a score of 1", [1, 0.5], [true, false], 0],
    ["unequal lengths", [0.5], [true, false], 0],
    ["a truncation of half", [0.5, 0.5], [true, false], 0.5],
    ["a negative truncation", [0.5, 0.5], [true, false], -0.1],
  ])("refuse %s", (_, some, groups, truncatedAt) => {
    expect(() => balancingWeights(some, groups, "everyone", { truncatedAt })).toThrow(RangeError);
  });
});

describe("effectiveSampleSize", () => {
  it("is Kish's", () => {
    const of = (group: boolean) => effectiveSampleSize(weights.overlap.filter((_, i) => treated[i] === group));
    expectClose(of(true), fixtures.ess[0], "treated");
    expectClose(of(false), fixtures.ess[1], "control");
    expect(effectiveSampleSize([2, 2, 2])).toBeCloseTo(3, 12);
    expect(effectiveSampleSize([0, 5, 0])).toBe(1);
    expect(effectiveSampleSize([1e300, 1e300])).toBeCloseTo(2, 12);
    expect(effectiveSampleSize([])).toBe(0);
    expect(effectiveSampleSize([0, 0])).toBe(0);
    expect(() => effectiveSampleSize([1, -1])).toThrow(RangeError);
    expect(() => effectiveSampleSize([Number.NaN])).toThrow(RangeError);
  });
});

describe("covariateBalance", () => {
  const { balance } = fixtures;
  it.each([
    ["age before", fixtures.age, {}, balance.ageBefore, true],
    ["age after", fixtures.age, { weights: weights.overlap }, balance.ageAfter, true],
    [
      "age in the treated's unit",
      fixtures.age,
      { weights: weights.treated, unit: "treated" },
      balance.ageTreated,
      true,
    ],
    ["marriage before", fixtures.married, {}, balance.marriedBefore, false],
    ["marriage after", fixtures.married, { weights: weights.overlap }, balance.marriedAfter, false],
  ] as const)("is R's for %s", (what, values, options, wanted, ratio) => {
    const found = covariateBalance(values, treated, options);
    if (found.kind !== "covariate-balance") throw new Error(found.reason);
    expectClose(found.meanTreated, wanted.treated, what);
    expectClose(found.meanControl, wanted.control, what);
    expectClose(found.standardisedDifference, wanted.difference, what);
    if (ratio) expectClose(found.varianceRatio, wanted.ratio, what);
    else expect(found.varianceRatio).toBeNull();
  });
  it("says what is missing", () => {
    expect(covariateBalance([1, 2, 3], [true, false, false])).toMatchObject({ reason: "too-few", needed: 2, had: 1 });
    expect(covariateBalance([2, 2, 2, 2], [true, true, false, false])).toMatchObject({ reason: "no-spread", had: 4 });
    const none = { weights: [1, 1, 0, 0] };
    expect(covariateBalance([1, 2, 3, 4], [true, true, false, false], none)).toMatchObject({ reason: "no-events" });
    expect(() => covariateBalance([1], [true, false])).toThrow(RangeError);
    expect(() => covariateBalance([1, 2], [true, false], { weights: [1] })).toThrow(RangeError);
    expect(covariateBalance([1, Number.NaN], [true, false])).toMatchObject({ reason: "not-finite" });
  });
});

function expectEstimate(found: Estimate, wanted: readonly number[], df: number | undefined, tolerance = 1e-8): void {
  if (found.kind !== "estimate") throw new Error(found.kind);
  expectClose(found.value, wanted[0], "value", tolerance);
  expectClose(found.standardError, wanted[1], "error", tolerance);
  expect(found.degreesOfFreedom).toBe(df);
}

describe("weightedComparison", () => {
  it("is svyglm's, alone, with covariates and with clusters", () => {
    const { comparison, adjusted, clustered } = fixtures;
    const plain = weightedComparison(fixtures.re78, treated, weights.overlap);
    expectEstimate(plain, comparison, comparison[4]);
    if (plain.kind === "estimate") expectClose(plain.test?.pValue, comparison[3], "p");
    const covariates = new Map([...variables].filter(([name]) => name === "age" || name === "re74"));
    expectEstimate(weightedComparison(fixtures.re78, treated, weights.overlap, covariates), adjusted, adjusted[4]);
    const sites = weightedComparison(fixtures.re78, treated, weights.overlap, new Map(), fixtures.educ);
    expectEstimate(sites, clustered, clustered[4]);
  });
  it("says why there is none", () => {
    const all = treated.map(() => true);
    expect(weightedComparison(fixtures.re78, all, weights.overlap)).toMatchObject({ reason: "no-events" });
    const one = treated.map(() => "site");
    expect(weightedComparison(fixtures.re78, treated, weights.overlap, new Map(), one)).toMatchObject({
      reason: "not-identifiable",
    });
    const two = treated.map((_, i) => i % 2);
    expect(weightedComparison(fixtures.re78, treated, weights.overlap, new Map(), two).kind).toBe("insufficient-data");
    expect(weightedComparison([1, 2], [true, false], [1, 1])).toMatchObject({ reason: "too-few" });
  });
});

describe("doublyRobustDifference", () => {
  it("is the augmented estimate written out in R", () => {
    expectEstimate(
      doublyRobustDifference(fixtures.re78, treated, design, "continuous"),
      fixtures.doublyRobust,
      undefined,
      1e-6,
    );
    const binary = doublyRobustDifference(
      fixtures.binary,
      treated,
      modelMatrix(variables, [["age"], ["educ"]]),
      "binary",
    );
    expectEstimate(binary, fixtures.doublyRobustBinary, undefined, 1e-6);
    expect(binary).toMatchObject({ method: "doubly-robust", n: treated.length });
  });
  it("passes on why a model cannot be fitted", () => {
    const clear = modelMatrix(new Map([["x", numeric([1, 2, 3, 4])]]), [["x"]]);
    const groups = [false, false, true, true];
    expect(doublyRobustDifference([1, 2, 3, 4], groups, clear, "continuous")).toMatchObject({
      reason: "not-identifiable",
    });
    expect(doublyRobustDifference([1], [true], clear, "continuous")).toMatchObject({
      reason: "too-few",
      needed: 2,
      had: 1,
    });
    const few = modelMatrix(new Map([["x", numeric([1, 2, 1, 2, 3])]]), [["x"]]);
    expect(doublyRobustDifference([1, 2, 3, 4, 5], [true, false, false, true, false], few, "continuous").kind).toBe(
      "insufficient-data",
    );
  });
});

function known(found: ReturnType<typeof eValue>) {
  if ("kind" in found) throw new Error(found.reason);
  return found;
}

describe("eValue", () => {
  it("is the published one", () => {
    // VanderWeele and Ding (2017): risk ratio 3.9 (1.8 to 8.7) gives 7.26 and 3.0.
    const found = known(eValue(3.9, { low: 1.8, high: 8.7 }));
    expect(found.estimate).toBeCloseTo(3.9 + Math.sqrt(3.9 * 2.9), 12);
    expect(found.limit).toBe(3);
    expect(eValue(1.5, { low: 0.9, high: 2 })).toEqual({ estimate: 1.5 + Math.sqrt(0.75), limit: 1 });
    const below = known(eValue(1 / 3.9, { low: 1 / 8.7, high: 1 / 1.8 }));
    expect(below.estimate).toBeCloseTo(found.estimate, 12);
    expect(below.limit).toBeCloseTo(3, 12);
    expect(eValue(1, { low: 1, high: 1 })).toEqual({ estimate: 1, limit: 1 });
  });
  it("holds for ratios whose squares no double holds, and for limits that reach 0", () => {
    expect(known(eValue(1e200, { low: 1e199, high: 1e201 })).estimate).toBeCloseTo(2e200, -190);
    expect(known(eValue(0.5, { low: 0, high: 0.8 })).limit).toBeCloseTo(1.25 + Math.sqrt(1.25 * 0.25), 12);
  });
  it("takes standardised differences by exp(0.91 d)", () => {
    const found = known(eValueOfStandardisedDifference(0.5, { low: 0.1, high: 0.9 }));
    expect(found).toEqual(eValue(Math.exp(0.455), { low: Math.exp(0.091), high: Math.exp(0.819) }));
    const other = known(eValueOfStandardisedDifference(-0.5, { low: -0.9, high: -0.1 }));
    expect(other.limit).toBeCloseTo(found.limit, 12);
  });
  it.each([
    [0, 0.5, 2],
    [-1, 0.5, 2],
    [1, -0.1, 2],
    [Number.NaN, 0.5, 2],
    [1e308, 1, 1.5e308],
    [Number.POSITIVE_INFINITY, 2, 3],
    [1, 2, 1],
  ])("gives a reason for %d (%d to %d)", (ratio, low, high) => {
    expect(eValue(ratio, { low, high })).toMatchObject({ kind: "insufficient-data", reason: "out-of-range" });
  });
});

describe("nearestNeighbourMatching", () => {
  it("makes MatchIt's pairs", () => {
    const pairs = nearestNeighbourMatching(scores, treated, { search: "below-first" });
    const control = new Map(pairs.map((pair) => [pair.treated, pair.control]));
    expect(fixtures.matched.treated.map((person) => control.get(person))).toEqual(fixtures.matched.control);
  });
  const groups = [true, false, false, true, false];
  it("lets the largest choose first, the nearest on either side", () => {
    expect(nearestNeighbourMatching([0.5, 0.45, 0.7, 0.6, 0.52], groups)).toEqual([
      { treated: 3, control: 4 },
      { treated: 0, control: 1 },
    ]);
    expect(nearestNeighbourMatching([0.5, 0.45, 0.66, 0.6, 0.52], groups)[0]).toEqual({ treated: 3, control: 2 });
    expect(nearestNeighbourMatching([0.5, 0.45, 0.66, 0.6, 0.52], groups, { search: "below-first" })[0]).toEqual({
      treated: 3,
      control: 4,
    });
  });
  it("leaves people without a control out, and gives seconds after firsts", () => {
    expect(nearestNeighbourMatching([0.5, 0.1, 0.2, 0.6, 0.55], groups, { caliper: 0.1 })).toEqual([
      { treated: 3, control: 4 },
    ]);
    expect(nearestNeighbourMatching([0.5, 0.45, 0.7, 0.6, 0.52], groups, { ratio: 2 })).toEqual([
      { treated: 3, control: 4 },
      { treated: 0, control: 1 },
      { treated: 3, control: 2 },
    ]);
    expect(nearestNeighbourMatching([0.5, 0.6], [true, true])).toEqual([]);
    expect(nearestNeighbourMatching([], [])).toEqual([]);
  });
  it("refuses what makes no sense", () => {
    expect(() => nearestNeighbourMatching([1], groups)).toThrow(RangeError);
    expect(() => nearestNeighbourMatching([1, Number.NaN], [true, false])).toThrow(RangeError);
    expect(() => nearestNeighbourMatching([1, 2], [true, false], { ratio: 0 })).toThrow(RangeError);
    expect(() => nearestNeighbourMatching([1, 2], [true, false], { ratio: 1.5 })).toThrow(RangeError);
  });
});
