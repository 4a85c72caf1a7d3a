import { describe, expect, it } from "vitest";
import { createMatrix, fromRows } from "../linear-algebra/matrix";
import { baselineHazard } from "./baseline-hazard";
import { concordance } from "./concordance";
import { type CoxFit, type CoxModel, coxRegression } from "./cox-regression";
import { coxResiduals } from "./cox-residuals";
import { hazardRatio } from "./hazard-ratio";
import { proportionalHazardsTest } from "./proportional-hazards-test";
import fixtures from "./survival.fixtures.json";

const frames: Record<string, Readonly<Record<string, readonly (number | boolean)[]>>> = fixtures.data;

/** Iterated figures: 1e-8 relative, which two Newton searches to the end of the doubles keep easily. */
function near(actual: ArrayLike<number>, wanted: readonly number[], what: string): void {
  expect(actual.length, what).toBe(wanted.length);
  wanted.forEach((want, i) => {
    expect(Math.abs((actual[i] ?? Number.NaN) - want), `${what} ${i}`).toBeLessThanOrEqual(
      1e-11 + 1e-8 * Math.abs(want),
    );
  });
}

function column(data: string, name: string): readonly number[] {
  return (frames[data]?.[name] ?? []).map(Number);
}

type Case = (typeof fixtures.cox)[number];

function modelOf({ data, columns, ties, strata, clusters, weights }: Case): CoxModel {
  const exit = column(data, "exit");
  const rows = exit.map((_, row) => columns.map((name) => column(data, name)[row] ?? 0));
  const entry = column(data, "entry");
  return {
    followUp: {
      exit,
      event: column(data, "event").map(Boolean),
      ...(entry.length > 0 ? { entry } : {}),
      ...(weights === null ? {} : { weights: column(data, weights).map((value) => value + 1) }),
    },
    predictors: fromRows(rows),
    ties: ties === "breslow" ? "breslow" : "efron",
    ...(strata ? { strata: column(data, "stratum") } : {}),
    ...(clusters === null ? {} : { clusters: column(data, clusters) }),
  };
}

function fitOf(model: CoxModel): CoxFit {
  const fit = coxRegression(model);
  if (fit.kind !== "fit") throw new Error(fit.reason);
  return fit;
}

describe.each(fixtures.cox)("Cox regression of $data on $columns, $ties, strata $strata, weights $weights", (want) => {
  const model = modelOf(want);
  const fit = fitOf(model);

  it("gives R's coefficients, covariances and tests", () => {
    near(fit.coefficients, want.coefficients, "coefficients");
    near(fit.covariance.values, want.covariance.flat(), "covariance");
    if (want.robust === null) expect(fit.robust).toBeUndefined();
    else near(fit.robust?.values ?? [], want.robust.flat(), "robust covariance");
    near([fit.logLikelihood.null, fit.logLikelihood.fitted], want.logLikelihood, "log likelihood");
    const tests = [fit.likelihoodRatio, fit.wald, fit.score];
    near(
      tests.map(({ statistic }) => statistic),
      [want.likelihoodRatio, want.wald, want.score],
      "tests",
    );
    expect(tests.map(({ degreesOfFreedom }) => degreesOfFreedom)).toEqual(tests.map(() => want.columns.length));
    expect(fit.events).toBe(model.followUp.event.filter(Boolean).length);
    expect(fit.n).toBe(model.followUp.exit.length);
  });

  it("gives R's concordance", () => {
    const risk = model.followUp.exit.map((_, row) =>
      want.columns.reduce((sum, name, j) => sum + (fit.coefficients[j] ?? 0) * (column(want.data, name)[row] ?? 0), 0),
    );
    const found = concordance(model.followUp, risk, model.strata);
    expect(found.kind).toBe("concordance");
    if (found.kind === "concordance") near([found.value], [want.concordance], "concordance");
  });

  it.each(["km", "rank", "log", "identity"] as const)(
    "gives R's test of proportional hazards in time by %s",
    (transform) => {
      const { statistic, df, p } = want.proportionalHazards[transform];
      const found = proportionalHazardsTest(model, fit, undefined, transform);
      if (found.kind !== "test") throw new Error(found.reason);
      const all = [...found.terms, found.global];
      near(
        all.map((test) => test.statistic),
        statistic,
        "statistics",
      );
      near(
        all.map((test) => test.pValue),
        p,
        "p values",
      );
      expect(all.map((test) => test.degreesOfFreedom)).toEqual(df);
    },
  );

  it("gives R's residuals", () => {
    const { martingale, deviance } = coxResiduals(model, fit);
    near(martingale.subarray(0, 12), want.residuals.martingale.first, "martingale residuals");
    near(deviance.subarray(0, 12), want.residuals.deviance.first, "deviance residuals");
    const sumOfSquares = (values: Float64Array) => [values.reduce((sum, value) => sum + value * value, 0)];
    near(sumOfSquares(martingale), [want.residuals.martingale.sum_of_squares], "martingale residuals squared");
    near(sumOfSquares(deviance), [want.residuals.deviance.sum_of_squares], "deviance residuals squared");
    const { weights } = model.followUp;
    const balance = martingale.reduce((sum, value, row) => sum + (weights?.[row] ?? 1) * value, 0);
    expect(Math.abs(balance)).toBeLessThan(1e-9);
  });

  it("gives R's baseline hazard", () => {
    const steps = baselineHazard(
      model,
      fit,
      want.columns.map(() => 0),
    );
    if (want.hazardAtZero === null) {
      expect(steps.length).toBe(new Set(model.strata).size);
      return;
    }
    const { time, hazard } = want.hazardAtZero;
    const at = time.map((moment) => steps[0]?.findLast((step) => step.time <= moment)?.cumulativeHazard ?? 0);
    near(at, hazard, "cumulative hazard");
    for (const step of steps[0] ?? []) expect(step.survival).toBeCloseTo(Math.exp(-step.cumulativeHazard), 14);
  });
});

describe("coxRegression", () => {
  const followUp = { exit: [1, 2, 3, 4, 5, 6], event: [true, true, false, true, true, true] };
  const x = createMatrix(6, 1, [1, 0, 1, 0, 1, 0]);

  it("uses Efron's ties and the km transform unless told otherwise", () => {
    const tied = { followUp: { ...followUp, exit: [1, 1, 3, 4, 4, 6] }, predictors: x };
    const fit = fitOf(tied);
    expect(fit).toEqual(fitOf({ ...tied, ties: "efron" }));
    expect(fit.coefficients[0]).not.toBe(fitOf({ ...tied, ties: "breslow" }).coefficients[0]);
    expect(proportionalHazardsTest(tied, fit)).toEqual(proportionalHazardsTest(tied, fit, [[0]], "km"));
    expect(baselineHazard(tied, fit, [1])).toEqual(baselineHazard({ ...tied, ties: "efron" }, fit, [1]));
  });

  it("is the likelihood alone without predictors", () => {
    const fit = fitOf({ followUp, predictors: createMatrix(6, 0) });
    expect(fit.logLikelihood.fitted).toBe(fit.logLikelihood.null);
    expect(fit.logLikelihood.null).toBeCloseTo(fitOf({ followUp, predictors: x }).logLikelihood.null, 12);
    // The sizes of the risk sets at the five events.
    expect(fit.logLikelihood.null).toBeCloseTo(-Math.log(6 * 5 * 3 * 2 * 1), 12);
    expect(fit).toMatchObject({ n: 6, events: 5, likelihoodRatio: { statistic: 0, degreesOfFreedom: 0, pValue: 1 } });
  });

  it("says why there is no model", () => {
    const never = { ...followUp, event: followUp.event.map(() => false) };
    expect(coxRegression({ followUp: never, predictors: x })).toMatchObject({ reason: "no-events", had: 6 });
    const one = { exit: [1], event: [true] };
    expect(coxRegression({ followUp: one, predictors: createMatrix(1, 1) })).toMatchObject({
      reason: "too-few",
      needed: 2,
    });
    const constant = createMatrix(6, 1, [1, 1, 1, 1, 1, 1]);
    expect(coxRegression({ followUp, predictors: constant })).toMatchObject({ reason: "not-identifiable", had: 6 });
    const repeated = createMatrix(6, 2, [1, 2, 0, 0, 1, 2, 0, 0, 1, 2, 0, 0]);
    expect(coxRegression({ followUp, predictors: repeated })).toMatchObject({ reason: "not-identifiable" });
    // Everyone with x = 1 has the event before anyone without, so the ratio has no upper end.
    const apart = createMatrix(6, 1, [1, 1, 0, 0, 0, 0]);
    expect(coxRegression({ followUp, predictors: apart })).toMatchObject({ reason: "not-identifiable" });
    expect(coxRegression({ followUp, predictors: x, clusters: [1, 1, 1, 1, 1, 1] })).toMatchObject({
      reason: "too-few",
      needed: 2,
      had: 1,
    });
  });

  it("does not count an event of weight 0", () => {
    const weights = [1, 1, 1, 1, 1, 0];
    const fit = fitOf({ followUp: { ...followUp, weights }, predictors: x });
    expect(fit.events).toBe(4);
    const shorter = { exit: followUp.exit.slice(0, 5), event: followUp.event.slice(0, 5) };
    near(
      fit.coefficients,
      [...fitOf({ followUp: shorter, predictors: createMatrix(5, 1, [1, 0, 1, 0, 1]) }).coefficients],
      "x",
    );
  });

  it.each<[string, () => unknown]>([
    ["too few rows", () => coxRegression({ followUp, predictors: createMatrix(5, 1) })],
    ["too few strata", () => coxRegression({ followUp, predictors: x, strata: [1] })],
    ["too few clusters", () => coxRegression({ followUp, predictors: x, clusters: [1] })],
    [
      "a person with too many values",
      () => baselineHazard({ followUp, predictors: x }, fitOf({ followUp, predictors: x }), [1, 2]),
    ],
    ["a predictor the model lacks", () => hazardRatio(fitOf({ followUp, predictors: x }), 1)],
    ["too few risks", () => concordance(followUp, [1, 2])],
    ["too few strata of pairs", () => concordance(followUp, [1, 2, 3, 4, 5, 6], [1])],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(RangeError);
  });

  it.each<[string, () => unknown]>([
    ["an endless predictor", () => coxRegression({ followUp, predictors: createMatrix(6, 1, [1, 0, 1, 0, 1, 1 / 0]) })],
  ])("gives a reason for %s", (_, call) => {
    expect(call()).toMatchObject({ reason: "not-finite" });
  });
});

describe("hazardRatio", () => {
  it("gives R's interval, by the robust error where there is one", () => {
    const [plain, robust] = fixtures.cox.filter(
      ({ data, clusters }) => data === "lung" || (data === "veteran" && !clusters),
    );
    for (const want of [plain, fixtures.cox.find(({ clusters }) => clusters !== null), robust]) {
      if (want === undefined) throw new Error("no case");
      const ratio = hazardRatio(fitOf(modelOf(want)), 1);
      if (ratio.kind !== "estimate") throw new Error(ratio.reason);
      const error = Math.sqrt((want.robust ?? want.covariance)[1]?.[1] ?? 0);
      const coefficient = want.coefficients[1] ?? 0;
      near([ratio.value, ratio.standardError], [Math.exp(coefficient), error], "ratio");
      const half = 1.959963984540054 * error;
      near(
        [ratio.interval.low, ratio.interval.high],
        [Math.exp(coefficient - half), Math.exp(coefficient + half)],
        "interval",
      );
      expect(ratio.method).toBe(want.robust === null ? "cox" : "cox-robust");
      near([ratio.test?.statistic ?? 0], [coefficient / error], "z");
      expect(ratio.test?.null).toBe(1);
    }
  });
});

describe("concordance", () => {
  it("counts pairs by hand", () => {
    // Pairs known: (1,2), (1,3), (1,4), (3,4); person 2 leaves at 2 without the event.
    const followUp = { exit: [1, 2, 3, 4], event: [true, false, true, true] };
    expect(concordance(followUp, [4, 1, 4, 2])).toMatchObject({ agreeing: 3, disagreeing: 0, tied: 1, value: 0.875 });
    expect(concordance(followUp, [1, 2, 3, 4])).toMatchObject({ agreeing: 0, disagreeing: 4, tied: 0, value: 0 });
    // Two events at the same time are no pair; one lost at the time of an event was still there.
    expect(concordance({ exit: [1, 1, 1], event: [true, true, false] }, [3, 2, 1])).toMatchObject({
      agreeing: 2,
      tied: 0,
    });
    expect(concordance({ exit: [1, 1], event: [true, true] }, [1, 2])).toMatchObject({ reason: "no-events", had: 2 });
  });
  it("does not pair people who were never there together, or of two strata", () => {
    const late = { exit: [1, 2, 3], event: [true, true, true], entry: [0, 0, 1.5] };
    expect(concordance(late, [3, 2, 1])).toMatchObject({ agreeing: 2, disagreeing: 0 });
    expect(
      concordance({ exit: [1, 2, 3, 4], event: [true, true, true, true] }, [4, 3, 1, 2], [0, 1, 0, 1]),
    ).toMatchObject({
      agreeing: 2,
      disagreeing: 0,
    });
    expect(concordance({ exit: [1, 2], event: [true, true], weights: [2, 3] }, [1, 2])).toMatchObject({
      disagreeing: 6,
    });
  });
});

describe("proportionalHazardsTest", () => {
  it("tests the columns of a term together", () => {
    const want = fixtures.cox[0];
    if (want === undefined) throw new Error("no case");
    const model = modelOf(want);
    const found = proportionalHazardsTest(model, fitOf(model), [[0, 1, 2], [2]]);
    if (found.kind !== "test") throw new Error(found.reason);
    near([found.terms[0]?.statistic ?? 0, found.terms[0]?.degreesOfFreedom ?? 0], [found.global.statistic, 3], "whole");
    near([found.terms[1]?.statistic ?? 0], [want.proportionalHazards.km.statistic[2] ?? 0], "one");
  });
  it("needs more than one event time, and a logarithm of time", () => {
    const followUp = { exit: [0, 0, 1, 1], event: [true, true, false, false] };
    const model = { followUp, predictors: createMatrix(4, 1, [1, 0, 1, 0]) };
    expect(proportionalHazardsTest(model, fitOf(model))).toMatchObject({ reason: "not-identifiable", had: 4 });
    const spread = { ...model, followUp: { exit: [0, 1, 2, 3], event: [true, true, true, true] } };
    expect(proportionalHazardsTest(spread, fitOf(spread), undefined, "log")).toMatchObject({
      reason: "not-identifiable",
    });
  });
});
