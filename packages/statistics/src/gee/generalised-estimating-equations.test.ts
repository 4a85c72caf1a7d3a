import { describe, expect, it } from "vitest";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { binomial, type Family, gaussian, poisson } from "../regression/families";
import fixtures from "./gee.fixtures.json";
import { generalisedEstimatingEquations } from "./generalised-estimating-equations";
import type { CorrelationStructure } from "./working-correlation";

/** Iterations: relative. */
const CLOSE = 1e-6;

function expectClose(
  found: number | null | undefined,
  wanted: number | undefined,
  what: string,
  tolerance = CLOSE,
): void {
  expect(Math.abs((found ?? Number.NaN) - (wanted ?? Number.NaN)), what).toBeLessThanOrEqual(
    tolerance * Math.max(1e-2, Math.abs(wanted ?? 0)),
  );
}
const numeric = (values: readonly number[]): Variable => ({ kind: "numeric", values });

interface Wanted {
  readonly structure: string;
  readonly coefficients: readonly number[];
  readonly errors: readonly number[];
  readonly phi: number;
  readonly alpha: number | readonly number[];
}
interface Study {
  readonly predictors: Readonly<Record<string, readonly number[]>>;
  readonly outcome: readonly number[];
  readonly id: readonly number[];
  readonly family: Family;
}

function expectFit({ predictors, outcome, id, family }: Study, wanted: Wanted): void {
  const variables = new Map(Object.entries(predictors).map(([name, values]) => [name, numeric(values)]));
  const design = modelMatrix(
    variables,
    Object.keys(predictors).map((name) => [name]),
  );
  const structure = wanted.structure as CorrelationStructure;
  const found = generalisedEstimatingEquations(design, outcome, id, family, { structure });
  if (found.kind !== "estimating-equations") throw new Error(found.reason);
  const width = found.names.length;
  for (const [i, value] of wanted.coefficients.entries()) {
    expectClose(found.coefficients[i], value, `coefficient ${i}`);
    expectClose(Math.sqrt(found.covariance.values[i * width + i] ?? 0), wanted.errors[i], `error ${i}`);
  }
  expectClose(found.dispersion, wanted.phi, "dispersion");
  const alpha = typeof wanted.alpha === "number" ? [wanted.alpha] : wanted.alpha;
  // geepack lists pairs of occasions by the first, here by the second: 12 13 14 23 24 34 against 12 13 23 14 24 34.
  const order = alpha.length === 6 ? [0, 1, 3, 2, 4, 5] : alpha.map((_, i) => i);
  expect(found.correlation).toHaveLength(alpha.length);
  for (const [i, place] of order.entries()) expectClose(found.correlation[i], alpha[place], `correlation ${i}`);
  expect(found.n).toBe(outcome.length);
  expect(found.clusters).toBe(new Set(id).size);
  expect(found.largestCluster).toBe(Math.max(...id.map((one) => id.filter((other) => other === one).length)));
}

const { respiratory, gaps, epil } = fixtures;
const breathing = (keep: readonly number[]): Study => {
  const take = (values: readonly number[]) => keep.map((row) => values[row] ?? 0);
  return {
    predictors: { active: take(respiratory.active), baseline: take(respiratory.baseline), age: take(respiratory.age) },
    outcome: take(respiratory.outcome),
    id: take(respiratory.id),
    family: binomial(),
  };
};
const seizures = (family: Family): Study => ({
  predictors: { trt: epil.trt, lbase: epil.lbase },
  outcome: epil.y,
  id: epil.id,
  family,
});

describe("generalisedEstimatingEquations", () => {
  it.each(respiratory.fits)("is geepack's for a binary outcome, $structure", (wanted) => {
    expectFit(breathing(respiratory.outcome.map((_, row) => row)), wanted);
  });
  it.each(gaps.fits)("is geepack's for people measured more and less often, $structure", (wanted) => {
    expectFit(breathing(gaps.keep), wanted);
  });
  it.each(epil.fits)("is geepack's for counts, $structure", (wanted) => {
    expectFit(seizures(poisson()), wanted);
  });
  it.each(epil.gaussian)("is geepack's for scores, $structure", (wanted) => {
    expectFit(seizures(gaussian()), wanted);
  });

  const design = (n: number) =>
    modelMatrix(new Map([["x", numeric(Array.from({ length: n }, (_, i) => i % 3))]]), [["x"]]);
  const eight = [1, 0, 1, 1, 0, 0, 1, 0];
  const pairs = [1, 1, 2, 2, 3, 3, 4, 4];

  it("does not mind the order of people", () => {
    const order = [6, 7, 2, 3, 0, 1, 4, 5];
    const of = (rows: readonly number[]) => {
      const x = new Map([["x", numeric(rows.map((row) => row % 3))]]);
      const outcome = rows.map((row) => eight[row] ?? 0);
      const ids = rows.map((row) => pairs[row] ?? 0);
      const found = generalisedEstimatingEquations(modelMatrix(x, [["x"]]), outcome, ids, binomial(), {
        structure: "exchangeable",
      });
      return found.kind === "estimating-equations" ? [...found.coefficients] : found;
    };
    const [forward, other] = [of([0, 1, 2, 3, 4, 5, 6, 7]), of(order)];
    if (!Array.isArray(forward) || !Array.isArray(other)) throw new Error("no fit");
    for (const [i, value] of forward.entries()) expect(other[i]).toBeCloseTo(value, 8);
  });

  it("uses the occasions given", () => {
    const options = { structure: "ar1" } as const;
    const plain = generalisedEstimatingEquations(design(8), eight, pairs, binomial(), options);
    const apart = generalisedEstimatingEquations(design(8), eight, pairs, binomial(), {
      ...options,
      occasions: [0, 1, 0, 1, 0, 1, 0, 1],
    });
    expect(apart).toEqual(plain);
    const far = generalisedEstimatingEquations(design(8), eight, pairs, binomial(), {
      ...options,
      occasions: [0, 3, 0, 1, 0, 1, 0, 1],
    });
    expect(far).not.toEqual(plain);
  });

  it.each(["independence", "exchangeable", "ar1", "unstructured"] as const)(
    "takes an offset out of the coefficients, %s",
    (structure) => {
      const { trt, lbase } = epil;
      const plan = modelMatrix(
        new Map([
          ["trt", numeric(trt)],
          ["lbase", numeric(lbase)],
        ]),
        [["trt"], ["lbase"]],
      );
      const offset = trt.map((value, row) => 0.4 - 0.25 * value + 0.1 * (lbase[row] ?? 0));
      const solve = (given: readonly number[] | undefined) => {
        const options = { structure, offset: given };
        const found = generalisedEstimatingEquations(plan, epil.y, epil.id, poisson(), options);
        if (found.kind !== "estimating-equations") throw new Error(found.reason);
        return found;
      };
      const [plain, moved] = [solve(undefined), solve(offset)];
      const shift = [0.4, -0.25, 0.1];
      for (const [i, by] of shift.entries())
        expectClose(moved.coefficients[i], (plain.coefficients[i] ?? 0) - by, `${i}`);
      for (const [i, value] of plain.covariance.values.entries()) {
        expectClose(moved.covariance.values[i], value, `covariance ${i}`);
      }
      expectClose(moved.dispersion, plain.dispersion, "dispersion");
      for (const [row, value] of plain.fitted.entries()) expectClose(moved.fitted[row], value, `mean ${row}`);
    },
  );

  it("needs every pair of occasions seen together when each has a correlation of its own", () => {
    const of = (last: number) =>
      generalisedEstimatingEquations(design(8), eight, pairs, gaussian(), {
        structure: "unstructured",
        occasions: [0, 1, 0, 1, 0, 1, 0, last],
      });
    expect(of(1).kind).toBe("estimating-equations");
    expect(of(2)).toMatchObject({ reason: "not-identifiable", had: 8 });
  });

  it("takes people who answer the opposite way as alike as their cluster's size allows", () => {
    const solve = (outcome: readonly number[]) => {
      const constant = modelMatrix(new Map([["one", numeric(outcome.map(() => 1))]]), [["one"]], false);
      const id = outcome.map((_, row) => Math.floor(row / 2));
      return generalisedEstimatingEquations(constant, outcome, id, gaussian(), { structure: "exchangeable" });
    };
    const found = solve([1, -1, -1, 1, 1, -1, -1, 1, 1, 1, -1, -1]);
    if (found.kind !== "estimating-equations") throw new Error(found.reason);
    // Four pairs of opposites and two of equals, all at a distance of 1 from the mean: (2 - 4) / 6.
    expect(found.correlation).toHaveLength(1);
    expect(found.correlation[0]).toBeCloseTo(-1 / 3, 12);
    expect(found.coefficients[0]).toBeCloseTo(0, 12);
    expect(found.dispersion).toBeCloseTo(1, 12);
    // Nothing but opposites: a correlation of -1 is none that can be inverted.
    expect(solve([1, -1, -1, 1, 1, -1, -1, 1])).toMatchObject({ reason: "not-identifiable" });
    expect(solve([1, 1, -1, -1, 1, 1, -1, -1])).toMatchObject({ reason: "not-identifiable" });
  });

  it("says why there is none", () => {
    const options = { structure: "exchangeable" } as const;
    expect(generalisedEstimatingEquations(design(4), [1, 0, 1, 0], [1, 1, 2, 2], gaussian(), options)).toEqual({
      kind: "insufficient-data",
      reason: "too-few",
      needed: 3,
      had: 2,
    });
    const alone = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(generalisedEstimatingEquations(design(8), eight, alone, binomial(), options)).toMatchObject({
      reason: "not-identifiable",
    });
    expect(
      generalisedEstimatingEquations(design(8), eight, alone, binomial(), { structure: "independence" }).kind,
    ).toBe("estimating-equations");
    expect(
      generalisedEstimatingEquations(
        design(8),
        eight.map(() => 0),
        pairs,
        binomial(),
        options,
      ),
    ).toMatchObject({ reason: "not-identifiable" });
  });

  it("refuses unequal lengths", () => {
    const options = { structure: "ar1" } as const;
    expect(() => generalisedEstimatingEquations(design(8), eight, [1], binomial(), options)).toThrow(RangeError);
    expect(() =>
      generalisedEstimatingEquations(design(8), eight, pairs, binomial(), { ...options, occasions: [1] }),
    ).toThrow(RangeError);
  });
});
