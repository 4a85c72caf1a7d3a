import { describe, expect, it } from "vitest";
import { createMatrix, fromRows } from "../linear-algebra/matrix";
import { countModel, countRateRatio } from "./count-model";
import fixtures from "./counts.fixtures.json";
import { personTimeRate } from "./rate";
import { exactRateRatio, waldRateRatio } from "./rate-ratio";

function near(actual: ArrayLike<number>, wanted: readonly number[], relative = 1e-10): void {
  expect(actual.length).toBe(wanted.length);
  wanted.forEach((want, i) => {
    expect(Math.abs((actual[i] ?? Number.NaN) - want), `${i}`).toBeLessThanOrEqual(1e-13 + relative * Math.abs(want));
  });
}

describe("personTimeRate", () => {
  it.each(fixtures.rates)("gives R's interval and test of $events in $time, null $null", (want) => {
    const rate = personTimeRate(want.events, want.time, want.level, want.null);
    if (rate.kind !== "estimate") throw new Error(rate.reason);
    near([rate.interval.low, rate.interval.high, rate.interval.level], [want.low, want.high, want.level]);
    near([rate.test?.pValue ?? 0], [want.p], 1e-9);
    near([rate.value, rate.standardError], [want.events / want.time, Math.sqrt(want.events) / want.time]);
    expect(rate.test).toMatchObject({ null: want.null, statistic: want.events, distribution: "exact" });
  });
  it("asks for 95 % and tests a rate of 1 unless told otherwise", () => {
    expect(personTimeRate(4, 7)).toEqual(personTimeRate(4, 7, 0.95, 1));
  });
  it.each<[string, () => unknown]>([
    ["half an event", () => personTimeRate(0.5, 1)],
    ["fewer than no events", () => personTimeRate(-1, 1)],
    ["no time", () => personTimeRate(1, 0)],
    ["a rate of 0", () => personTimeRate(1, 1, 0.95, 0)],
    ["an endless rate", () => personTimeRate(1, 1, 0.95, Number.POSITIVE_INFINITY)],
    ["a level of 1", () => personTimeRate(1, 1, 1)],
    ["a level of 0", () => personTimeRate(1, 1, 0)],
    ["a ratio of 0", () => exactRateRatio({ events: 1, time: 1 }, { events: 1, time: 1 }, 0.95, 0)],
    ["an endless ratio", () => exactRateRatio({ events: 1, time: 1 }, { events: 1, time: 1 }, 0.95, 1 / 0)],
    ["no time in the first group", () => exactRateRatio({ events: 1, time: 0 }, { events: 1, time: 1 })],
    ["no time in the second", () => waldRateRatio({ events: 1, time: 1 }, { events: 1, time: 0 })],
    ["half an event in the second", () => exactRateRatio({ events: 1, time: 1 }, { events: 0.5, time: 1 })],
    ["half an event in the first", () => waldRateRatio({ events: 0.5, time: 1 }, { events: 1, time: 1 })],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(RangeError);
  });

  it.each<[string, () => unknown]>([["endless time", () => personTimeRate(1, Number.POSITIVE_INFINITY)]])(
    "gives a reason for %s",
    (_, call) => {
      expect(call()).toMatchObject({ reason: "not-finite" });
    },
  );
});

describe("rate ratios", () => {
  it.each(fixtures.ratios)("give R's figures for $events in $time", (want) => {
    const [x1 = 0, x2 = 0] = want.events;
    const [t1 = 0, t2 = 0] = want.time;
    const [first, second] = [
      { events: x1, time: t1 },
      { events: x2, time: t2 },
    ];
    const exact = exactRateRatio(first, second, want.level, want.null);
    const wald = waldRateRatio(first, second, want.level);
    if (exact.kind !== "estimate" || wald.kind !== "estimate") throw new Error("none");
    near([exact.value, exact.interval.low, exact.interval.high], [want.ratio, want.low, want.high]);
    near([exact.test?.pValue ?? 0], [want.p], 1e-9);
    near([wald.value, wald.interval.low, wald.interval.high], [want.ratio, ...want.wald]);
    near([wald.standardError, exact.standardError], [Math.sqrt(1 / x1 + 1 / x2), Math.sqrt(1 / x1 + 1 / x2)]);
    near([wald.test?.statistic ?? 0], [Math.log(want.ratio) / Math.sqrt(1 / x1 + 1 / x2)]);
    expect([exact.n, wald.n]).toEqual([x1 + x2, x1 + x2]);
    expect(exact.test?.null).toBe(want.null);
  });

  const none = { events: 0, time: 2 };
  const some = { events: 3, time: 2 };
  it("say where there is no ratio", () => {
    expect(exactRateRatio(none, none)).toMatchObject({ reason: "no-events", had: 0 });
    expect(waldRateRatio(none, none)).toMatchObject({ reason: "no-events", had: 0 });
    expect(exactRateRatio(some, none)).toMatchObject({ reason: "not-identifiable", had: 3 });
    expect(waldRateRatio(some, none)).toMatchObject({ reason: "not-identifiable", had: 3 });
    expect(waldRateRatio(none, some)).toMatchObject({ reason: "not-identifiable", had: 3 });
    // R: poisson.test(c(0, 3), c(2, 2)).
    const zero = exactRateRatio(none, some);
    if (zero.kind !== "estimate") throw new Error(zero.reason);
    near(
      [zero.value, zero.interval.low, zero.interval.high, zero.test?.pValue ?? 0],
      [0, 0, 2.4199518933534, 0.25],
      1e-9,
    );
    near([zero.standardError], [Math.sqrt(2 + 1 / 3)]);
  });
});

describe("countModel", () => {
  const { y, treated, lbase, weeks } = fixtures.epil;
  const names = ["(Intercept)", "treated", "lbase"];
  const design = {
    names,
    assign: [0, 1, 2],
    terms: [["treated"], ["lbase"]],
    matrix: fromRows(y.map((_, row) => [1, treated[row] ?? 0, lbase[row] ?? 0])),
  };
  const want = fixtures.model;

  it("gives R's three models of the same counts", () => {
    const model = countModel(design, y, weeks);
    if (model.kind !== "count-model" || model.negativeBinomial.kind !== "negative-binomial-model")
      throw new Error("none");
    const errors = (values: ArrayLike<number>) => [0, 4, 8].map((cell) => Math.sqrt(values[cell] ?? 0));
    near(model.poisson.coefficients, want.coefficients, 1e-8);
    near(errors(model.poisson.covariance.values), want.standardErrors, 1e-8);
    near(errors(model.robust.values), want.robust, 1e-8);
    near([model.dispersion], [want.dispersion], 1e-8);
    near(model.negativeBinomial.regression.coefficients, want.nb, 1e-6);
    near([model.negativeBinomial.theta], [want.theta], 1e-6);
    expect(model.overdispersed).toBe(true);
    const ratio = countRateRatio(model, 1);
    if (ratio.kind !== "estimate") throw new Error(ratio.reason);
    near([ratio.value, ratio.standardError], [Math.exp(want.nb[1] ?? 0), want.nbErrors[1] ?? 0], 1e-6);
    expect(ratio).toMatchObject({ method: "negative-binomial", n: y.length });
    near([ratio.test?.statistic ?? 0], [(want.nb[1] ?? 0) / (want.nbErrors[1] ?? 1)], 1e-5);
    const half = 1.959963984540054 * ratio.standardError;
    near(
      [Math.log(ratio.interval.high), Math.log(ratio.interval.low)],
      [Math.log(ratio.value) + half, Math.log(ratio.value) - half],
    );
    expect(() => countRateRatio(model, 3)).toThrow(RangeError);
  });

  const two = {
    names: ["(Intercept)", "x"],
    assign: [0, 1],
    terms: [["x"]],
    matrix: createMatrix(4, 2, [1, 0, 1, 0, 1, 1, 1, 1]),
  };
  it("keeps robust Poisson errors where counts vary little", () => {
    const model = countModel(two, [3, 4, 6, 7]);
    if (model.kind !== "count-model") throw new Error(model.reason);
    expect(model.overdispersed).toBe(false);
    expect(model.negativeBinomial).toMatchObject({ reason: "not-identifiable" });
    const ratio = countRateRatio(model, 1);
    if (ratio.kind !== "estimate") throw new Error(ratio.reason);
    near([ratio.value], [13 / 7], 1e-9);
    // Sandwich by hand: sum of squared residuals over squared sums, per group.
    near([ratio.standardError], [Math.sqrt(0.5 / 49 + 0.5 / 169)], 1e-9);
    expect(ratio.method).toBe("poisson-robust");
  });

  it("draws the line of overdispersion at one and a half", () => {
    const eight = { ...two, matrix: createMatrix(8, 2, [1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1]) };
    // Pearson's chi-squared by hand: 2 + 20/7 and 6.5 + 40/7, over 6.
    expect(countModel(eight, [1, 4, 3, 4, 4, 8, 6, 10])).toMatchObject({ overdispersed: false });
    expect(countModel(eight, [1, 7, 2, 6, 3, 11, 5, 9])).toMatchObject({ overdispersed: true });
    const some = countModel(eight, [1, 4, 3, 4, 4, 8, 6, 10]);
    if (some.kind !== "count-model") throw new Error(some.reason);
    near([some.dispersion], [(2 + 20 / 7) / 6], 1e-9);
  });

  it("says why there is no model", () => {
    expect(countModel(two, [0, 0, 0, 0])).toMatchObject({ reason: "no-events", had: 4 });
    expect(countModel(two, [0, 0, 3, 4])).toMatchObject({ reason: "not-identifiable" });
    const full = { ...two, matrix: createMatrix(2, 2, [1, 0, 1, 1]) };
    expect(countModel(full, [1, 2])).toMatchObject({ reason: "too-few", needed: 3, had: 2 });
    expect(() => countModel(two, [1, 2, 3, 4], [1, 1, 1, 0])).toThrow(RangeError);
  });
});
