import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { type ClusterType, clusterCovariance } from "./cluster-covariance";
import { binomial, poisson } from "./families";
import { generalisedLinearModel } from "./generalised-linear-model";
import { linearModel } from "./linear-model";
import { type HeteroscedasticityType, robustCovariance } from "./robust-covariance";

interface Row {
  readonly x: number;
  readonly g: number;
  readonly y: number;
  readonly count: number;
  readonly site: number;
}
const row = fc.record({
  x: fc.integer({ min: -20, max: 20 }),
  g: fc.nat(1),
  y: fc.integer({ min: -50, max: 50 }),
  count: fc.nat(6),
  site: fc.nat(4),
});
const rows = fc.array(row, { minLength: 4, maxLength: 30 });

function designOf(data: readonly Row[], unit = 1, shift = 0) {
  const x: Variable = { kind: "numeric", values: data.map((one) => one.x * unit + shift) };
  const g: Variable = { kind: "factor", levels: ["a", "b"], codes: data.map((one) => one.g) };
  return modelMatrix(
    new Map<string, Variable>([
      ["x", x],
      ["g", g],
    ]),
    [["x"], ["g"]],
  );
}
const regress = (data: readonly Row[], outcome = (one: Row) => one.y, unit = 1, shift = 0) =>
  linearModel(designOf(data, unit, shift), data.map(outcome));

/** Within a share of the size, or of the size of the whole problem where figures cancel. */
function near(found: number | undefined, wanted: number | undefined, size = 1): void {
  expect(Math.abs((found ?? Number.NaN) - (wanted ?? Number.NaN))).toBeLessThanOrEqual(
    1e-7 * Math.max(size, Math.abs(wanted ?? 0)),
  );
}
const at = (values: ArrayLike<number>, index: number) => values[index] ?? Number.NaN;

describe("linear regression", () => {
  it("ignores the order of people", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const [forward, backward] = [regress(data), regress([...data].reverse())];
        expect(backward.kind).toBe(forward.kind);
        if (forward.kind !== "linear-model" || backward.kind !== "linear-model") return;
        forward.coefficients.forEach((value, i) => {
          near(backward.coefficients[i], value, 10);
        });
        near(backward.sigma, forward.sigma);
      }),
    );
  });

  it("follows units and shifts of the outcome and of a predictor", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const plain = regress(data);
        const moved = regress(data, (one) => 3 * one.y + 7);
        const stretched = regress(data, (one) => one.y, 10, 4);
        if (plain.kind !== "linear-model" || moved.kind !== "linear-model" || stretched.kind !== "linear-model") return;
        const slope = plain.names.indexOf("x");
        if (slope < 0) return;
        near(at(moved.coefficients, slope), 3 * at(plain.coefficients, slope), 10);
        near(at(moved.coefficients, 0), 3 * at(plain.coefficients, 0) + 7, 100);
        near(moved.sigma, 3 * plain.sigma);
        near(at(stretched.coefficients, slope), at(plain.coefficients, slope) / 10, 10);
        near(stretched.rSquared, plain.rSquared);
        near(moved.rSquared, plain.rSquared);
      }),
    );
  });

  it("leaves residuals that the columns cannot explain, leverages that add up, and R squared between 0 and 1", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const model = regress(data);
        if (model.kind !== "linear-model") return;
        const width = model.names.length;
        for (let column = 0; column < width; column += 1) {
          const product = model.residuals.reduce(
            (sum, residual, i) => sum + residual * at(model.weightedDesign.values, i * width + column),
            0,
          );
          near(product, 0, 1e4);
        }
        near(
          model.leverages.reduce((sum, one) => sum + one, 0),
          width,
        );
        expect(model.rSquared).toBeGreaterThanOrEqual(-1e-9);
        expect(model.rSquared).toBeLessThanOrEqual(1 + 1e-9);
        if (model.f !== null) expect(model.f.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has the same robust errors as the clustered ones when everyone is alone, and rising corrections", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const model = regress(data);
        if (model.kind !== "linear-model" || model.leverages.some((one) => one > 0.999)) return;
        const diagonal = (type: HeteroscedasticityType) => at(robustCovariance(model, type).values, 0);
        expect(diagonal("HC1")).toBeGreaterThanOrEqual(diagonal("HC0"));
        expect(diagonal("HC2")).toBeGreaterThanOrEqual(diagonal("HC0") - 1e-12);
        expect(diagonal("HC3")).toBeGreaterThanOrEqual(diagonal("HC2") - 1e-12);
        const alone = data.map((_, i) => i);
        near(at(clusterCovariance(model, alone, "CR2")?.covariance.values ?? [], 0), diagonal("HC2"));
      }),
    );
  });

  it("has degrees of freedom of clusters that are positive and no more than the clusters", () => {
    const types = fc.constantFrom<ClusterType>("CR0", "CR1", "CR1S", "CR2", "CR3");
    fc.assert(
      fc.property(rows, types, (data, type) => {
        const model = regress(data);
        if (model.kind !== "linear-model") return;
        const robust = clusterCovariance(
          model,
          data.map(({ site }) => site),
          type,
        );
        if (robust === null) return;
        const names = model.names.map((_, i) => model.names.map((__, j) => (i === j ? 1 : 0)));
        for (const [i, contrast] of names.entries()) {
          const df = robust.degreesOfFreedom(contrast);
          if (df !== null) expect(df).toBeGreaterThan(0);
          if (df !== null) expect(df).toBeLessThanOrEqual(robust.clusters + 1e-6);
          expect(at(robust.covariance.values, i * names.length + i)).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });
});

describe("generalised linear regression", () => {
  it("ignores the order of people, and matches the mean counts of groups", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const counts = (list: readonly Row[]) => list.map(({ count }) => count);
        const forward = generalisedLinearModel(designOf(data), counts(data), poisson());
        const reversed = [...data].reverse();
        const backward = generalisedLinearModel(designOf(reversed), counts(reversed), poisson());
        expect(backward.kind).toBe(forward.kind);
        if (forward.kind !== "generalised-linear-model" || backward.kind !== "generalised-linear-model") return;
        near(backward.deviance, forward.deviance);
        // The score equations: fitted counts add up to those seen, in all and in each group.
        const total = (wanted: number | null, values: ArrayLike<number>) =>
          data.reduce((sum, one, i) => (wanted === null || one.g === wanted ? sum + at(values, i) : sum), 0);
        for (const group of [null, 0, 1]) near(total(group, forward.fitted), total(group, counts(data)), 10);
        expect(forward.deviance).toBeLessThanOrEqual(forward.nullDeviance + 1e-9);
      }),
    );
  });

  it("turns around when yes and no are exchanged", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const answers = data.map(({ count }) => (count > 2 ? 1 : 0));
        const yes = generalisedLinearModel(designOf(data), answers, binomial());
        const no = generalisedLinearModel(
          designOf(data),
          answers.map((one) => 1 - one),
          binomial(),
        );
        expect(no.kind).toBe(yes.kind);
        if (yes.kind !== "generalised-linear-model" || no.kind !== "generalised-linear-model") return;
        yes.coefficients.forEach((value, i) => {
          near(no.coefficients[i], -value, 10);
        });
        near(no.deviance, yes.deviance);
        for (const mean of yes.fitted) expect(mean > 0 && mean < 1).toBe(true);
      }),
    );
  });

  it("counts a weight of two as two people", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const counts = data.map(({ count }) => count);
        const twice = generalisedLinearModel(designOf(data), counts, poisson(), { weights: data.map(() => 2) });
        const doubled = [...data, ...data];
        const both = generalisedLinearModel(
          designOf(doubled),
          doubled.map(({ count }) => count),
          poisson(),
        );
        expect(twice.kind).toBe(both.kind);
        if (twice.kind !== "generalised-linear-model" || both.kind !== "generalised-linear-model") return;
        near(twice.deviance, both.deviance);
        twice.covariance.values.forEach((value, i) => {
          near(both.covariance.values[i], value);
        });
      }),
    );
  });
});
