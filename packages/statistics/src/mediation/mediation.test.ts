import { describe, expect, it } from "vitest";
import type { Estimate } from "../estimate";
import { bootstrapSummary } from "../resampling/bootstrap";
import { joinReplicates, resampleRange } from "../resampling/resample-range";
import { resamplingPlan } from "../resampling/resampling-plan";
import { indirectEffectByDelta, maximumLikelihoodEffects } from "./indirect-effect-errors";
import fixtures from "./mediation.fixtures.json";
import { type MediationData, type MediationModel, mediationModel } from "./mediation-model";
import { mediationFigures, mediationStatistic } from "./mediation-statistic";
import { naturalEffects, naturalEffectsStatistic } from "./natural-effects";
import { confoundingSensitivity, correctForReliability } from "./unmeasured-confounding";

const SEED = [12345, 12345, 12345, 12345, 12345, 12345] as const;
type Case = (typeof fixtures.cases)[number];

function near(got: number | undefined, want: number | undefined, tolerance: number, what = ""): void {
  expect(got, what).toBeTypeOf("number");
  const allowed = tolerance * Math.max(1e-2, Math.abs(want ?? Number.NaN));
  expect(Math.abs((got ?? Number.NaN) - (want ?? Number.NaN)), what).toBeLessThanOrEqual(allowed);
}

function modelOf(data: MediationData): MediationModel {
  const model = mediationModel(data);
  if (model.kind !== "mediation") throw new Error(model.reason);
  return model;
}

function figures(estimate: Estimate): readonly number[] {
  if (estimate.kind !== "estimate" || estimate.test === undefined) throw new Error("No estimate");
  const { value, standardError, test, interval } = estimate;
  return [value, standardError, test.statistic, test.pValue, interval.low, interval.high];
}

const pathOf = (model: MediationModel) => {
  const [path] = model.paths;
  if (path === undefined) throw new Error("No path");
  return path;
};

/** The two cases with one mediator, whose further figures are in the fixtures. */
const single = fixtures.cases.flatMap((one) => {
  const { sobel, aroian, lavaan, rho, natural, mediator_r_squared: explained } = one;
  return sobel === undefined ||
    aroian === undefined ||
    lavaan === undefined ||
    rho === undefined ||
    natural === undefined ||
    explained === undefined
    ? []
    : [{ ...one, sobel, aroian, lavaan, rho, natural, explained }];
});

describe("mediationModel", () => {
  it.each(fixtures.cases)("gives the coefficients of lm for $data", (one: Case) => {
    const model = modelOf(one);
    const { closed } = fixtures.tolerance;
    expect(model.paths).toHaveLength(one.a.length);
    model.paths.forEach((path, index) => {
      near(path.a.value, one.a[index]?.[0], closed, "a");
      near(path.a.standardError, one.a[index]?.[1], closed, "a");
      near(path.b.value, one.b[index]?.[0], closed, "b");
      near(path.b.standardError, one.b[index]?.[1], closed, "b");
      near(path.indirect, path.a.value * path.b.value, 1e-14);
    });
    near(model.direct.value, one.direct[0], closed, "direct");
    near(model.direct.standardError, one.direct[1], closed, "direct");
    near(model.total.value, one.total[0], closed, "total");
    near(model.total.standardError, one.total[1], closed, "total");
    near(model.indirect, one.indirect, closed, "indirect");
    near(model.indirect + model.direct.value, model.total.value, 1e-10, "sum");
    expect(model.n).toBe(one.exposure.length);
  });

  it.each(single)("gives Sobel's, Aroian's and lavaan's standard errors for $data", (one) => {
    const model = modelOf(one);
    near(figures(indirectEffectByDelta(model, pathOf(model), "first-order"))[1], one.sobel, 1e-10);
    near(figures(indirectEffectByDelta(model, pathOf(model), "second-order"))[1], one.aroian, 1e-10);
    const { indirect, total } = maximumLikelihoodEffects(model);
    one.lavaan.indirect.forEach((want, index) => {
      near(figures(indirect)[index], want, fixtures.tolerance.lavaan, `indirect ${index}`);
      near(figures(total)[index], one.lavaan.total[index], fixtures.tolerance.lavaan, `total ${index}`);
    });
    expect(indirect).toMatchObject({
      n: model.n,
      test: { distribution: "normal", null: 0 },
      interval: { level: 0.95 },
    });
  });

  it("leaves the maximum likelihood of several mediators to others", () => {
    const model = modelOf(
      fixtures.cases[2] ?? single[0] ?? { exposure: [], mediators: [], outcome: [], covariates: [] },
    );
    expect(maximumLikelihoodEffects(model).indirect).toMatchObject({ reason: "not-identifiable" });
    expect(maximumLikelihoodEffects(model).total).toMatchObject({ reason: "not-identifiable" });
    expect(confoundingSensitivity(model)).toMatchObject({ reason: "not-identifiable" });
    expect(correctForReliability(model, [], 0.9)).toMatchObject({ reason: "not-identifiable" });
  });

  const data = { exposure: [0, 1, 0, 1, 1], mediators: [[1, 3, 2, 5, 4]], outcome: [2, 4, 3, 8, 5], covariates: [] };

  it("says why there is no model", () => {
    const cut = (rows: number): MediationData => ({
      exposure: data.exposure.slice(0, rows),
      mediators: data.mediators.map((values) => values.slice(0, rows)),
      outcome: data.outcome.slice(0, rows),
      covariates: [],
    });
    expect(mediationModel(data).kind).toBe("mediation");
    expect(mediationModel(cut(4)).kind).toBe("mediation");
    expect(mediationModel(cut(3))).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 4, had: 3 });
    expect(mediationModel({ ...data, mediators: [data.exposure] })).toMatchObject({ reason: "not-identifiable" });
    expect(mediationModel({ ...data, exposure: [1, 1, 1, 1, 1] })).toMatchObject({ reason: "not-identifiable" });
  });

  it("refuses what no program passes", () => {
    expect(() => mediationModel({ ...data, mediators: [] })).toThrow(RangeError);
    expect(() => mediationModel({ ...data, outcome: [1] })).toThrow(RangeError);
    expect(() => mediationModel({ ...data, covariates: [[1, 2, 3, 4]] })).toThrow(RangeError);
    expect(mediationModel({ ...data, outcome: [1, 2, 3, 4, Number.NaN] })).toMatchObject({ reason: "not-finite" });
  });

  it("gives no standard error without residuals", () => {
    const exact = modelOf({
      exposure: [0, 1, 0, 1],
      mediators: [[0, 0, 0, 0.5]],
      outcome: [0, 0, 0, 0],
      covariates: [],
    });
    const path = { ...pathOf(exact), a: { value: 1, standardError: 0 }, b: { value: 1, standardError: 0 } };
    expect(indirectEffectByDelta(exact, path, "first-order")).toMatchObject({ reason: "no-spread" });
  });
});

describe("mediationStatistic", () => {
  it("has every effect and contrast at its place", () => {
    const two = fixtures.cases[2];
    if (two === undefined) throw new Error("No case with two mediators");
    const model = modelOf(two);
    const statistic = mediationStatistic(two);
    const layout = mediationFigures(2);
    const found = statistic.compute(Int32Array.from(two.exposure.keys())) ?? [];
    expect(found).toHaveLength(statistic.figures);
    expect(layout.indirect.map((figure) => found[figure])).toEqual(model.paths.map((path) => path.indirect));
    expect(found[layout.totalIndirect]).toBe(model.indirect);
    expect(found[layout.direct]).toBe(model.direct.value);
    expect(found[layout.total]).toBe(model.total.value);
    const [contrast] = layout.contrasts;
    const [first, second] = model.paths;
    expect(contrast).toEqual({ first: 0, second: 1, figure: 5 });
    expect(found[contrast?.figure ?? -1]).toBe((first?.indirect ?? 0) - (second?.indirect ?? 0));
    expect(mediationFigures(3).contrasts.map(({ first: i, second: j }) => [i, j])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(statistic.compute(Int32Array.from([0, 0, 0, 0, 0, 0, 0]))).toBeNull();
  });

  it("bootstraps the indirect effect, which is skewed away from zero", () => {
    const [one] = single;
    if (one === undefined) throw new Error("No case");
    const plan = resamplingPlan({ rows: one.exposure.length, resamples: 400, seed: SEED });
    const [indirect] = joinReplicates([resampleRange(plan, 0, 400, mediationStatistic(one))]);
    const summary = indirect === undefined ? undefined : bootstrapSummary(one.indirect, indirect);
    // The reference bootstrap of 5,000 resamples begins with the same ones.
    [-5.6085478406325295, -5.204814001695596, -6.2483772068862375, -4.652653197039305].forEach((wanted, resample) => {
      near(indirect?.values[resample], wanted, 1e-10, `resample ${resample}`);
    });
    if (summary?.kind !== "bootstrap") throw new Error("No bootstrap");
    expect(Math.abs(summary.standardError - 1.6146522897057594)).toBeLessThan(
      3 * summary.monteCarloError.standardError,
    );
  });
});

describe("naturalEffects", () => {
  it.each(single)("gives what two regressions and predictions give for $data", (one) => {
    const found = naturalEffects(one, 0, 1);
    if (found.kind !== "natural-effects") throw new Error(found.reason);
    near(found.pureDirect, one.natural.direct_0, 1e-9, "pure direct");
    near(found.totalDirect, one.natural.direct_1, 1e-9, "total direct");
    near(found.pureIndirect, one.natural.indirect_0, 1e-9, "pure indirect");
    near(found.totalIndirect, one.natural.indirect_1, 1e-9, "total indirect");
    near(found.total, one.natural.total, 1e-9, "total");
    near(found.total, found.totalDirect + found.pureIndirect, 1e-10, "other sum");
    const back = naturalEffects(one, 1, 0);
    expect(back.kind === "natural-effects" && back.total).toBeCloseTo(-found.total, 9);
    const rows = Int32Array.from(one.exposure.keys());
    expect(naturalEffectsStatistic(one, 0, 1).compute(rows)).toEqual([
      found.pureDirect,
      found.totalDirect,
      found.pureIndirect,
      found.totalIndirect,
      found.total,
    ]);
    expect(naturalEffectsStatistic(one, 0, 1).compute(rows.map(() => 0))).toBeNull();
  });

  it("says why there is none, and refuses what no program passes", () => {
    const data = { exposure: [0, 1, 0, 1], mediators: [[1, 3, 2, 5]], outcome: [2, 4, 3, 8], covariates: [] };
    expect(naturalEffects(data, 0, 1)).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 5, had: 4 });
    const five = { exposure: [1, 1, 1, 1, 1], mediators: [[1, 3, 2, 5, 4]], outcome: [2, 4, 3, 8, 1], covariates: [] };
    expect(naturalEffects(five, 0, 1)).toMatchObject({ reason: "not-identifiable" });
    expect(naturalEffects({ ...five, exposure: [0, 1, 0, 1, 1] }, 0, 1).kind).toBe("natural-effects");
    expect(() => naturalEffects({ ...five, mediators: [] }, 0, 1)).toThrow(RangeError);
    expect(() => naturalEffects({ ...five, mediators: [[], []] }, 0, 1)).toThrow(RangeError);
    expect(() => naturalEffects({ ...five, outcome: [1] }, 0, 1)).toThrow(RangeError);
    expect(naturalEffects(five, 0, Number.NaN)).toMatchObject({ reason: "not-finite" });
  });
});

describe("sensitivity of an indirect effect", () => {
  it.each(single)("is the correlation of residuals at which it vanishes, for $data", (one) => {
    const model = modelOf(one);
    const found = confoundingSensitivity(model);
    if (found.kind !== "confounding-sensitivity") throw new Error(found.reason);
    near(found.correlation, one.rho, 1e-10);
    expect(found.residualShare).toBeCloseTo(one.rho ** 2, 12);
    expect(found.indirectAt(found.correlation)).toBeCloseTo(0, 10);
    near(found.indirectAt(0), model.indirect, 1e-9);
    expect(Math.sign(found.indirectAt(0.99 * Math.sign(found.correlation)))).toBe(-Math.sign(model.indirect));
    expect(() => found.indirectAt(1)).toThrow(RangeError);
    expect(() => found.indirectAt(-1)).toThrow(RangeError);
  });

  it("has none where nothing varies", () => {
    const flat = { exposure: [0, 1, 0, 1, 1], mediators: [[1, 3, 2, 5, 4]], outcome: [0, 0, 0, 0, 0], covariates: [] };
    expect(confoundingSensitivity(modelOf(flat))).toMatchObject({ reason: "no-spread", had: 5 });
    expect(correctForReliability(modelOf(flat), [2, 2, 2, 2, 2], 0.9)).toMatchObject({ reason: "no-spread", had: 5 });
  });

  it.each(single)("corrects for error in the mediator, for $data", (one) => {
    const model = modelOf(one);
    const [mediator] = one.mediators;
    const found = correctForReliability(model, mediator ?? [], 0.9);
    if (found.kind !== "corrected-for-reliability") throw new Error(found.reason);
    near(found.conditionalReliability, (0.9 - one.explained) / (1 - one.explained), 1e-9);
    near(found.b, pathOf(model).b.value / found.conditionalReliability, 1e-12);
    near(found.indirect, pathOf(model).a.value * found.b, 1e-12);
    near(found.direct + found.indirect, model.total.value, 1e-12);
    const whole = correctForReliability(model, mediator ?? [], 1);
    expect(whole.kind === "corrected-for-reliability" && whole.conditionalReliability).toBeCloseTo(1, 12);
    expect(correctForReliability(model, mediator ?? [], one.explained / 2)).toMatchObject({
      reason: "not-identifiable",
    });
    expect(() => correctForReliability(model, mediator ?? [], 0)).toThrow(RangeError);
    expect(() => correctForReliability(model, mediator ?? [], 1.1)).toThrow(RangeError);
    expect(() => correctForReliability(model, [1], 0.9)).toThrow(RangeError);
  });
});
