import { describe, expect, it } from "vitest";
import { choleskyDecompose } from "./cholesky";
import { determinant, inverse, solveLinear } from "./lu";
import {
  at,
  column,
  createMatrix,
  fromRows,
  identity,
  type Matrix,
  multiply,
  multiplyVector,
  transpose,
} from "./matrix";
import { qrDecompose } from "./qr";
import { symmetricEigen, symmetricPower } from "./symmetric-eigen";
import { dot, entry, norm } from "./vector";

const close = (actual: Matrix, expected: Matrix, digits = 12) => {
  expect([actual.rows, actual.columns]).toEqual([expected.rows, expected.columns]);
  actual.values.forEach((value, index) => {
    expect(value).toBeCloseTo(entry(expected.values, index), digits);
  });
};

const symmetric = fromRows([
  [4, 2, 0.6],
  [2, 5, 1],
  [0.6, 1, 3],
]);

describe("vectors and matrices", () => {
  it("multiply, turn round and read out", () => {
    const a = fromRows([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect([...multiply(a, transpose(a)).values]).toEqual([14, 32, 32, 77]);
    expect([...multiplyVector(a, [1, 0, -1])]).toEqual([-2, -2]);
    expect([...column(a, 1)]).toEqual([2, 5]);
    expect(at(a, 1, 2)).toBe(6);
    expect([...multiply(a, identity(3)).values]).toEqual([...a.values]);
    expect(norm([3e300, 4e300])).toBe(5e300);
    expect(norm([0, 0])).toBe(0);
    expect(dot([1, 2], [3, -4])).toBe(-5);
  });

  it("refuse what does not fit", () => {
    expect(() => createMatrix(2, 2, [1])).toThrow(RangeError);
    expect(() => fromRows([[1], [1, 2]])).toThrow(RangeError);
    expect(() => multiply(identity(2), identity(3))).toThrow(RangeError);
    expect(() => multiplyVector(identity(2), [1])).toThrow(RangeError);
    expect(() => at(identity(2), 0, 2)).toThrow(RangeError);
    expect(() => at(identity(2), 0, -1)).toThrow(RangeError);
    expect(() => at(identity(2), 2, 0)).toThrow(RangeError);
    expect(() => dot([1], [])).toThrow(RangeError);
    expect(() => choleskyDecompose(createMatrix(1, 2))).toThrow(RangeError);
    expect(() => symmetricEigen(createMatrix(1, 2))).toThrow(RangeError);
    expect(() => determinant(createMatrix(1, 2))).toThrow(RangeError);
    expect(() => solveLinear(identity(2), [1])).toThrow(RangeError);
    expect(() => qrDecompose(identity(2)).solve([1])).toThrow(RangeError);
    expect(() => {
      const cholesky = choleskyDecompose(identity(2));
      if (cholesky.kind === "cholesky") cholesky.solve([1]);
    }).toThrow(RangeError);
  });
});

describe("QR", () => {
  const a = fromRows([
    [1, 1, 2, 1],
    [1, 2, 4, 3],
    [1, 3, 6, 2],
    [1, 4, 8, 5],
    [1, 5, 10, 4],
  ]);
  const y = [1, 3, 2, 5, 6];

  it("sets aside the column that repeats an earlier one and fits the rest", () => {
    const qr = qrDecompose(a);
    expect(qr.rank).toBe(3);
    expect(qr.determined).toEqual([0, 1, 3]);
    // R: lm(y ~ x + z), coef, vcov / sigma^2, hatvalues
    const kept = fromRows(a.values.length === 20 ? [0, 1, 2, 3, 4].map((i) => [1, i + 1, at(a, i, 3)]) : []);
    const normal = multiply(transpose(kept), kept);
    const expected = solveLinear(normal, multiplyVector(transpose(kept), y)) ?? [];
    qr.solve(y).forEach((value, index) => {
      expect(value).toBeCloseTo(entry(expected, index), 12);
    });
    close(qr.unscaledCovariance(), inverse(normal) ?? identity(3));
    expect(qr.logDeterminant).toBeCloseTo(Math.log(determinant(normal)), 12);
    expect(qr.leverages().reduce((sum, h) => sum + h, 0)).toBeCloseTo(3, 12);
    const hat = multiply(multiply(kept, inverse(normal) ?? identity(3)), transpose(kept));
    qr.leverages().forEach((h, i) => {
      expect(h).toBeCloseTo(at(hat, i, i), 12);
    });
    const [fitted, residuals] = [qr.fitted(y), qr.residuals(y)];
    y.forEach((value, i) => {
      expect(entry(fitted, i) + entry(residuals, i)).toBeCloseTo(value, 12);
      expect(entry(fitted, i)).toBeCloseTo(entry(multiplyVector(kept, expected), i), 12);
    });
    expect(norm(qr.qTransposed(y))).toBeCloseTo(norm(y), 12);
    expect(norm(qr.qTransposed(y).slice(3))).toBeCloseTo(norm(residuals), 12);
  });

  it("knows no columns, columns of nothing and more columns than rows", () => {
    const none = qrDecompose(createMatrix(2, 0));
    expect([none.rank, none.logDeterminant, ...none.residuals([1, 2]), ...none.solve([1, 2])]).toEqual([0, 0, 1, 2]);
    expect(qrDecompose(createMatrix(2, 1)).determined).toEqual([]);
    expect(qrDecompose(fromRows([[2, 1, 3]])).determined).toEqual([0]);
    expect([...qrDecompose(fromRows([[2, 1, 3]])).solve([4])]).toEqual([2]);
    expect(
      qrDecompose(
        fromRows([
          [1, 1],
          [1, 1 + 1e-9],
        ]),
      ).rank,
    ).toBe(2);
    expect(
      qrDecompose(
        fromRows([
          [1, 1],
          [1, 1 + 1e-9],
        ]),
        1e-7,
      ).rank,
    ).toBe(1);
  });
});

describe("square systems", () => {
  it("are solved by elimination, also with a zero in the way", () => {
    const a = fromRows([
      [0, 2, 1],
      [1, -2, -3],
      [-1, 1, 2],
    ]);
    expect(solveLinear(a, [-8, 0, 3])).toEqual(Float64Array.from([-4, -5, 2]));
    expect(determinant(a)).toBeCloseTo(1, 14);
    close(multiply(a, inverse(a) ?? a), identity(3));
    expect(solveLinear(createMatrix(2, 2, [1, 2, 2, 4]), [1, 1])).toBeNull();
    expect(inverse(createMatrix(2, 2))).toBeNull();
    expect(determinant(createMatrix(2, 2, [1, 2, 2, 4]))).toBe(0);
  });

  it("are solved by Cholesky when positive definite", () => {
    const cholesky = choleskyDecompose(symmetric);
    if (cholesky.kind !== "cholesky") throw new Error(cholesky.kind);
    close(multiply(cholesky.lower, transpose(cholesky.lower)), symmetric);
    close(multiply(symmetric, cholesky.inverse()), identity(3));
    expect(cholesky.logDeterminant).toBeCloseTo(Math.log(determinant(symmetric)), 13);
    const x = cholesky.solve([1, -2, 3]);
    expect([...multiplyVector(symmetric, x)].map((value) => Math.round(value * 1e12) / 1e12)).toEqual([1, -2, 3]);
    expect(norm(cholesky.whiten([1, -2, 3])) ** 2).toBeCloseTo(dot([1, -2, 3], x), 13);
    expect(choleskyDecompose(createMatrix(2, 2, [1, 2, 2, 1])).kind).toBe("not-positive-definite");
    expect(choleskyDecompose(createMatrix(2, 2, [1, 1, 1, 1])).kind).toBe("not-positive-definite");
    expect(choleskyDecompose(createMatrix(1, 1, [Number.NaN])).kind).toBe("not-positive-definite");
  });
});

describe("eigenvalues", () => {
  it("come from large to small with orthonormal vectors", () => {
    const { values, vectors } = symmetricEigen(symmetric);
    expect([...values]).toEqual([...values].sort((x, y) => y - x));
    close(multiply(transpose(vectors), vectors), identity(3));
    const scaled = createMatrix(
      3,
      3,
      vectors.values.map((value, index) => value * entry(values, index % 3)),
    );
    close(multiply(scaled, transpose(vectors)), symmetric);
    // R: eigen(matrix(c(2, 1, 1, 2), 2))
    expect(symmetricEigen(createMatrix(2, 2, [2, 1, 1, 2])).values).toEqual(Float64Array.from([3, 1]));
    expect([...symmetricEigen(createMatrix(2, 2, [1, 0, 0, 5])).values]).toEqual([5, 1]);
  });

  it("give powers, leaving out directions without spread", () => {
    const root = symmetricPower(symmetric, 0.5);
    close(multiply(root, root), symmetric);
    close(symmetricPower(symmetric, -1), inverse(symmetric) ?? identity(3));
    close(symmetricPower(createMatrix(2, 2, [1, 1, 1, 1]), -1), createMatrix(2, 2, [0.25, 0.25, 0.25, 0.25]));
    close(symmetricPower(createMatrix(2, 2, [-1, 0, 0, -1]), 1), createMatrix(2, 2));
  });
});
