import { describe, expect, it } from "vitest";
import { createMatrix, fromRows } from "../linear-algebra/matrix";
import { backTransform, backTransformCovariance } from "./back-transform";
import { orthonormalColumns } from "./orthonormal-columns";

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describe("orthonormal columns", () => {
  // An ill-conditioned design: numbers far from zero, and their squares.
  const years = Array.from({ length: 12 }, (_, i) => 2010 + i);
  const x = fromRows(years.map((year) => [1, year, year ** 2 / 1e3]));
  const y = Float64Array.from(years, (year, i) => 3 + 0.5 * (year - 2010) + ((i * 5) % 7));
  const basis = orthonormalColumns(x, y);
  if (basis === null) throw new Error("No basis");

  it("are orthonormal to the last digits, and the residual is orthogonal to them", () => {
    basis.columns.slice(0, 3).forEach((left, i) => {
      basis.columns.slice(0, 3).forEach((right, j) => {
        expect(dot(left, right)).toBeCloseTo(i === j ? 1 : 0, 13);
      });
      expect(dot(left, basis.columns[3] ?? y)).toBeCloseTo(0, 11);
    });
    expect(basis.columns).toHaveLength(4);
  });

  it("give X back, its determinant, and the least-squares fit", () => {
    const { upper, columns, projection, logDeterminant } = basis;
    years.forEach((_, row) => {
      for (let j = 0; j < 3; j += 1) {
        let value = 0;
        for (let k = 0; k <= j; k += 1) value += (columns[k]?.[row] ?? 0) * (upper.values[k * 3 + j] ?? 0);
        expect(value / (x.values[row * 3 + j] ?? 1)).toBeCloseTo(1, 12);
      }
    });
    const diagonal = [0, 4, 8].map((index) => Math.log((upper.values[index] ?? 0) ** 2));
    expect(logDeterminant).toBeCloseTo((diagonal[0] ?? 0) + (diagonal[1] ?? 0) + (diagonal[2] ?? 0), 12);
    expect(upper.values[3]).toBe(0);
    const coefficients = backTransform(upper, projection);
    years.forEach((year, row) => {
      const [a = 0, b = 0, c = 0] = coefficients;
      const fitted = a + b * year + (c * year ** 2) / 1e3;
      expect((y[row] ?? 0) - fitted).toBeCloseTo(columns[3]?.[row] ?? 0, 4);
    });
  });

  it("are none where a predictor repeats others, to seven digits, or is zero", () => {
    const repeated = (error: number) =>
      fromRows(years.map((year, i) => [1, year, 2 * year - 5 + error * ((i * 5) % 7)]));
    expect(orthonormalColumns(repeated(0), y)).toBeNull();
    expect(orthonormalColumns(repeated(1e-6), y)).toBeNull();
    expect(orthonormalColumns(repeated(1e-2), y)).not.toBeNull();
    expect(orthonormalColumns(createMatrix(12, 1), y)).toBeNull();
  });
});

describe("back-transformation", () => {
  it("solves an upper triangular system", () => {
    // 2 a + 4 b = 10 and 5 b = 10.
    expect([...backTransform(createMatrix(2, 2, [2, 4, 0, 5]), [10, 10])]).toEqual([1, 2]);
  });

  it("turns a covariance on both sides", () => {
    // R^-1 = [[0.5, -0.4], [0, 0.2]]; R^-1 R^-T = [[0.41, -0.08], [-0.08, 0.04]].
    const covariance = backTransformCovariance(createMatrix(2, 2, [2, 4, 0, 5]), createMatrix(2, 2, [1, 0, 0, 1]), 3);
    [1.23, -0.24, -0.24, 0.12].forEach((value, index) => {
      expect(covariance.values[index]).toBeCloseTo(value, 14);
    });
    expect(covariance.values[1]).toBe(covariance.values[2]);
  });
});
