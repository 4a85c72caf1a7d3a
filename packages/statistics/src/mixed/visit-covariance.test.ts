import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { covarianceModel, type VisitStructure } from "./visit-covariance";

const STRUCTURES: readonly VisitStructure[] = [
  "unstructured",
  "heterogeneous-ar1",
  "heterogeneous-compound-symmetry",
  "ar1",
  "compound-symmetry",
];

describe.each(STRUCTURES)("covariance between visits: %s", (structure) => {
  it.each([2, 3, 5])("starts at variances of one and a correlation of a half: %i visits", (visits) => {
    const model = covarianceModel(structure, visits);
    const autoregressive = structure.endsWith("ar1");
    const expected = Array.from({ length: visits ** 2 }, (_, k) => {
      const distance = Math.abs(Math.floor(k / visits) - (k % visits));
      return distance === 0 ? 1 : autoregressive ? 0.5 ** distance : 0.5;
    });
    const { values } = model.at(model.start).covariance;
    expect(values).toHaveLength(visits ** 2);
    expected.forEach((value, index) => {
      expect(values[index]).toBeCloseTo(value, 12);
    });
    const sizes = {
      unstructured: (visits * (visits + 1)) / 2,
      "heterogeneous-ar1": visits + 1,
      "heterogeneous-compound-symmetry": visits + 1,
      ar1: 2,
      "compound-symmetry": 2,
    };
    expect(model.start).toHaveLength(sizes[structure]);
    expect(model.at(model.start).slopes).toHaveLength(sizes[structure]);
  });

  it("is symmetric and positive definite with the slopes that differences have, whatever its parameters", () => {
    const model = covarianceModel(structure, 4);
    const parameters = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(parameters, (list) => {
        const at = Float64Array.from(list.slice(0, model.start.length));
        const { covariance, slopes } = model.at(at);
        expect(choleskyDecompose(covariance).kind).toBe("cholesky");
        slopes.forEach((slope, k) => {
          const move = (step: number) => model.at(at.map((x, j) => (j === k ? x + step : x))).covariance.values;
          const [below, above] = [move(-1e-5), move(1e-5)];
          slope.values.forEach((value, index) => {
            expect(value).toBeCloseTo(((above[index] ?? 0) - (below[index] ?? 0)) / 2e-5, 4);
            const mirrored = (index % 4) * 4 + Math.floor(index / 4);
            expect(value).toBeCloseTo(slope.values[mirrored] ?? 0, 12);
          });
        });
      }),
      { numRuns: 40 },
    );
  });
});

it("lets the correlation of compound symmetry be as negative as the number of visits allows, and no more", () => {
  const model = covarianceModel("compound-symmetry", 5);
  const correlation = (parameter: number) => model.at(Float64Array.of(0, parameter)).covariance.values[1] ?? 0;
  expect(correlation(-30)).toBeCloseTo(-0.25, 10);
  expect(correlation(30)).toBeCloseTo(1, 10);
  expect(correlation(-1)).toBeLessThan(correlation(1));
});
