import { describe, expect, it } from "vitest";
import { modelMatrix } from "../model-matrix/model-matrix";
import { linearModel } from "../regression/linear-model";
import { type CompletedData, completeData, type ImputationColumn, type ImputationPlan } from "./chained-equations";
import fixtures from "./chained-equations.fixtures.json";
import { poolEstimates } from "./rubin-pooling";

const SEED = [12345, 12345, 12345, 12345, 12345, 12345] as const;

function completed(plan: ImputationPlan, index: number): CompletedData {
  const found = completeData(plan, index);
  if (found.kind !== "completed-data") throw new Error(found.reason);
  return found;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
};

describe("completeData against mice", () => {
  const { arm, pre, two, three, low } = fixtures.data;
  const plan = (method: "normal" | "matching"): ImputationPlan => ({
    columns: [
      { name: "arm", values: arm, method: "normal" },
      { name: "pre", values: pre, method: "normal" },
      { name: "two", values: two, method },
      { name: "three", values: three, method },
      { name: "low", values: low, method: "categories", levels: 2 },
    ],
    iterations: 8,
    seed: SEED,
  });

  function figures([, , twos = [], threes = [], lows = []]: readonly (readonly number[])[]): Record<string, number> {
    const variables = new Map([
      ["pre", { kind: "numeric", values: pre } as const],
      ["arm", { kind: "numeric", values: arm } as const],
    ]);
    const model = linearModel(modelMatrix(variables, [["pre"], ["arm"]]), threes);
    if (model.kind !== "linear-model") throw new Error(model.reason);
    const at = (name: string) => model.names.indexOf(name);
    const armAt = at("arm");
    return {
      mean_two: mean(twos),
      sd_three: Math.sqrt(variance(threes)),
      arm: model.coefficients[armAt] ?? Number.NaN,
      arm_variance: model.covariance.values[armAt * 3 + armAt] ?? Number.NaN,
      pre: model.coefficients[at("pre")] ?? Number.NaN,
      low: mean(lows),
      low_in_arm: mean(lows.filter((_, row) => arm[row] === 1)),
    };
  }

  it.each(["normal", "matching"] as const)("draws from the same distributions by %s", (method) => {
    const each = Array.from({ length: 80 }, (_, index) => figures(completed(plan(method), index).columns));
    for (const { name, mean: wanted, sd, error } of fixtures[method]) {
      const values = each.map((one) => one[name] ?? Number.NaN);
      const own = Math.sqrt(variance(values) / values.length);
      // Fourteen comparisons are made: 3.5 errors of the difference.
      expect(Math.abs(mean(values) - wanted) / Math.hypot(own, error), `${method} ${name}`).toBeLessThan(3.5);
      expect(Math.sqrt(variance(values)) / sd, `spread of ${method} ${name}`).toBeGreaterThan(0.75);
      expect(Math.sqrt(variance(values)) / sd, `spread of ${method} ${name}`).toBeLessThan(1.3);
    }
  });

  it("leaves what was observed, gives only observed values by matching, and is the same again", () => {
    const first = completed(plan("matching"), 3);
    const columns = [arm, pre, two, three, low];
    columns.forEach((values, column) => {
      const filled = first.columns[column] ?? [];
      values.forEach((value, row) => {
        if (value !== null) expect(filled[row]).toBe(value);
        else expect(values).toContain(filled[row]);
      });
    });
    expect(completed(plan("matching"), 3)).toEqual(first);
    expect(completed(plan("matching"), 4).columns).not.toEqual(first.columns);
    expect(first.visits).toEqual(["two", "three", "low"]);
    expect(first.trace).toHaveLength(8);
    const last = first.trace[7]?.[0];
    const imputed = (first.columns[2] ?? []).filter((_, row) => two[row] === null);
    expect(last?.mean).toBeCloseTo(mean(imputed), 10);
    expect(last?.deviation).toBeCloseTo(Math.sqrt(variance(imputed)), 10);
  });
});

describe("completeData on normal data", () => {
  const x = Array.from({ length: 60 }, (_, index) => Math.sin(index * 7.1) * 3 + (index % 7));
  const y = x.map((value, index) => (index % 3 === 0 && index < 45 ? null : 2 * value + 5 * Math.cos(index * 3.3)));
  const columns: readonly ImputationColumn[] = [
    { name: "x", values: x, method: "normal" },
    { name: "y", values: y, method: "normal" },
  ];

  it("centres on the regression estimate of the mean, which is known", () => {
    const rows = [...x.keys()].filter((row) => y[row] !== null);
    const [seenX, seenY] = [rows.map((row) => x[row] ?? 0), rows.map((row) => y[row] ?? 0)];
    const slope =
      seenX.reduce((sum, value, index) => sum + (value - mean(seenX)) * ((seenY[index] ?? 0) - mean(seenY)), 0) /
      seenX.reduce((sum, value) => sum + (value - mean(seenX)) ** 2, 0);
    const exact = mean(seenY) + slope * (mean(x) - mean(seenX));
    const m = 400;
    const figures = Array.from({ length: m }, (_, index) => {
      const values = completed({ columns, iterations: 1, seed: SEED }, index).columns[1] ?? [];
      return { value: mean(values), variance: variance(values) / values.length };
    });
    const pooled = poolEstimates(figures, 59, 60);
    if (pooled.kind !== "pooled") throw new Error(pooled.reason);
    expect(Math.abs(pooled.estimate.value - exact)).toBeLessThan(3 * pooled.monteCarloError);
    // Between imputations: s2 (share missing)^2 (1/n_mis + 1/n_obs + (gap in x)^2 / Sxx), inflated by df / (df - 2).
    const residuals = seenY.map((value, index) => value - mean(seenY) - slope * ((seenX[index] ?? 0) - mean(seenX)));
    const s2 = residuals.reduce((sum, value) => sum + value ** 2, 0) / (rows.length - 4);
    const missing = x.filter((_, row) => y[row] === null);
    const sxx = seenX.reduce((sum, value) => sum + (value - mean(seenX)) ** 2, 0);
    const between =
      (missing.length / 60) ** 2 *
      s2 *
      (1 / missing.length + 1 / rows.length + (mean(missing) - mean(seenX)) ** 2 / sxx);
    expect(pooled.between / between).toBeGreaterThan(0.8);
    expect(pooled.between / between).toBeLessThan(1.25);
  });

  it("uses only the predictors that are named", () => {
    const noise = x.map((_, index) => ((index * 37) % 11) - 5);
    const plan = (predictors?: readonly string[]): ImputationPlan => ({
      columns: [
        ...columns.slice(0, 1),
        { name: "y", values: y, method: "normal", ...(predictors === undefined ? {} : { predictors }) },
        { name: "noise", values: noise, method: "normal" },
      ],
      iterations: 1,
      seed: SEED,
    });
    const onlyX = completed({ columns, iterations: 1, seed: SEED }, 0).columns[1];
    expect(completed(plan(["x"]), 0).columns[1]).toEqual(onlyX);
    expect(completed(plan(), 0).columns[1]).not.toEqual(onlyX);
    expect(completed(plan([]), 0).columns[1]).not.toEqual(onlyX);
  });
});

describe("completeData in clusters", () => {
  const clusters = Array.from({ length: 200 }, (_, index) => Math.floor(index / 10));
  const effect = (cluster: number) => 6 * Math.sin(cluster * 5.7);
  const values = clusters.map((cluster, index) =>
    index % 10 < 3 || cluster === 19 ? null : effect(cluster) + Math.cos(index * 9.1),
  );
  const plan: ImputationPlan = {
    columns: [{ name: "y", values, method: "random-intercept" }],
    clusters,
    iterations: 1,
    seed: SEED,
  };

  it("gives people values like those of their cluster, and a new cluster one like other clusters", () => {
    const filled = Array.from({ length: 40 }, (_, index) => completed(plan, index).columns[0] ?? []);
    for (const cluster of [0, 3, 11]) {
      const seen = mean(values.flatMap((value, row) => (clusters[row] === cluster && value !== null ? [value] : [])));
      const given = filled.map((one) => mean(one.slice(cluster * 10, cluster * 10 + 3)));
      expect(Math.abs(mean(given) - seen)).toBeLessThan(0.6);
    }
    const unseen = filled.map((one) => mean(one.slice(190)));
    const between = variance(Array.from({ length: 19 }, (_, cluster) => effect(cluster)));
    expect(variance(unseen) / between).toBeGreaterThan(0.4);
    expect(variance(unseen) / between).toBeLessThan(2.5);
    const within = filled.map((one) => variance(one.slice(190)));
    expect(mean(within)).toBeGreaterThan(0.3);
    expect(mean(within)).toBeLessThan(0.8);
  });

  it("needs four clusters", () => {
    const label = (count: number) => clusters.map((cluster) => `c${cluster % count}`);
    expect(completeData({ ...plan, clusters: label(4) }, 0).kind).toBe("completed-data");
    expect(completeData({ ...plan, clusters: label(3) }, 0)).toMatchObject({ reason: "not-identifiable", had: 200 });
  });
});

describe("completeData on categories", () => {
  const x = Array.from({ length: 300 }, (_, index) => index % 3);
  // Shares of the categories 0, 1 and 2 at x: 0.6, 0.2, 0.2; 0.2, 0.6, 0.2; 0.2, 0.2, 0.6.
  const kind = x.map((value, index) => {
    const fifth = Math.floor(index / 3) % 5;
    return index % 11 < 3 ? null : fifth < 3 ? value : (value + fifth - 2) % 3;
  });
  const columns: readonly ImputationColumn[] = [
    { name: "x", values: x, method: "categories", levels: 3 },
    { name: "kind", values: kind, method: "categories", levels: 3 },
  ];

  it("gives each category as often as the people alike have it", () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 60; index += 1) {
      const filled = completed({ columns, iterations: 1, seed: SEED }, index).columns[1] ?? [];
      filled.forEach((value, row) => {
        if (kind[row] === null) counts.set(`${x[row]} ${value}`, (counts.get(`${x[row]} ${value}`) ?? 0) + 1);
      });
    }
    for (const group of [0, 1, 2]) {
      const seen = kind.filter((value, row) => value !== null && x[row] === group);
      const gaps = kind.filter((value, row) => value === null && x[row] === group);
      for (const category of [0, 1, 2]) {
        const wanted = seen.filter((value) => value === category).length / seen.length;
        const given = (counts.get(`${group} ${category}`) ?? 0) / (60 * gaps.length);
        expect(Math.abs(given - wanted), `${group} ${category}`).toBeLessThan(0.05);
      }
    }
  });

  it("copes with predictors that separate the categories, and with one category", () => {
    const perfect = x.map((value, index) => (index % 5 === 0 ? null : value === 2 ? 1 : 0));
    const plan = (values: readonly (number | null)[]): ImputationPlan => ({
      columns: [
        { name: "x", values: x, method: "categories", levels: 3 },
        { name: "y", values, method: "categories", levels: 2 },
      ],
      iterations: 1,
      seed: SEED,
    });
    const filled = completed(plan(perfect), 0).columns[1] ?? [];
    const right = filled.filter((value, row) => value === (x[row] === 2 ? 1 : 0)).length;
    expect(right).toBeGreaterThan(290);
    expect(completed(plan(perfect.map((value) => (value === null ? null : 1))), 0).columns[1]).toEqual(x.map(() => 1));
  });
});

describe("completeData at the edges", () => {
  const plan = (columns: readonly ImputationColumn[], iterations = 1): ImputationPlan => ({
    columns,
    iterations,
    seed: SEED,
  });
  const column = (name: string, values: readonly (number | null)[]): ImputationColumn => ({
    name,
    values,
    method: "normal",
  });

  it("has nothing to do without gaps, and nothing to go by without values", () => {
    expect(completeData(plan([column("a", [1, 2])]), 0)).toEqual({
      kind: "completed-data",
      columns: [[1, 2]],
      visits: [],
      trace: [[]],
    });
    expect(completeData(plan([]), 0)).toMatchObject({ kind: "completed-data", columns: [] });
    expect(completeData(plan([column("a", [null, null])]), 0)).toMatchObject({ reason: "too-few" });
    expect(completeData(plan([column("a", [1, null])]), 0)).toMatchObject({ reason: "not-identifiable", had: 2 });
    expect(completed(plan([column("a", [4, 4, null])]), 0).columns[0]?.[2]).toBeCloseTo(4, 12);
  });

  it("refuses what no program passes", () => {
    const good = column("a", [1, null, 3]);
    const bad: readonly (readonly [string, ImputationPlan])[] = [
      ["a second a", plan([good, good])],
      ["no rounds", plan([good], 0)],
      ["half a round", plan([good], 1.5)],
      ["unequal lengths", plan([good, column("b", [1])])],
      ["a category too many", plan([{ ...good, method: "categories", levels: 3 }])],
      ["half a category", plan([{ ...good, values: [0.5, null], method: "categories", levels: 3 }])],
      ["a negative category", plan([{ ...good, values: [-1, null], method: "categories", levels: 3 }])],
      ["categories without number", plan([{ ...good, method: "categories" }])],
      ["no clusters", plan([{ ...good, method: "random-intercept" }])],
      ["too few clusters", { ...plan([good]), clusters: [1] }],
      ["unknown predictors", plan([{ ...good, predictors: ["z"] }])],
    ];
    for (const [what, one] of bad) expect(() => completeData(one, 0), what).toThrow(RangeError);
    expect(completeData(plan([column("a", [1, Number.POSITIVE_INFINITY])]), 0)).toMatchObject({ reason: "not-finite" });
  });
});
