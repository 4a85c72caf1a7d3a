import { inverse } from "../linear-algebra/lu";
import { createMatrix, identity, type Matrix, multiply, transpose } from "../linear-algebra/matrix";
import { traceOfProduct } from "./trace-of-product";

/** Cross-products of one group: A = Z'Z, B = Z'X and X'X. */
export interface GroupCrossProducts {
  readonly rows: number;
  readonly a: Matrix;
  readonly b: Matrix;
  readonly x: Matrix;
}

/** One group's share of the sums that Kenward and Roger's adjustment is made of, the residual variance last. */
export interface GroupShare {
  readonly first: readonly Matrix[];
  readonly second: readonly (readonly Matrix[])[];
  readonly traces: readonly (readonly number[])[];
}

/**
 * The share of one group with covariance V = Z D Z' + s I, by V^-1 = (I - Z K Z') / s with K = D (s I + A D)^-1, so
 * that nothing as large as the group is formed.
 * @param random D, the covariance of the random effects
 * @param variance s
 * @param derivatives of D by each of its parameters
 * @returns null when s is zero
 */
export function kenwardRogerGroup(
  { rows, a, b, x }: GroupCrossProducts,
  random: Matrix,
  variance: number,
  derivatives: readonly Matrix[],
): GroupShare | null {
  const middle = inverse(plus(multiply(a, random), identity(random.rows), variance));
  if (middle === null) return null;
  const k = multiply(random, middle);
  const ak = multiply(a, k);
  // A - A K A and B - A K B: what stands left and right of V^-1, times s; and once more for V^-2.
  const left = (target: Matrix) => plus(target, multiply(ak, target), -1);
  const scaled = (target: Matrix, power: number) =>
    plus(createMatrix(target.rows, target.columns), target, variance ** -power);
  const [zz, zx] = [left(a), left(b)];
  const [u, g] = [scaled(zz, 1), scaled(zx, 1)];
  const [u2, g2] = [scaled(left(zz), 2), scaled(left(zx), 2)];
  const bk = multiply(transpose(b), k);
  const x1 = plus(x, multiply(bk, b), -1);
  const x2 = plus(x1, multiply(bk, zx), -1);
  const x3 = plus(x2, multiply(bk, left(zx)), -1);

  const spread = derivatives.map((derivative) => multiply(transpose(g), derivative));
  const weighted = derivatives.map((derivative) => multiply(derivative, u));
  const first = [...spread.map((s) => scaled(multiply(s, g), 0)), scaled(x2, 2)].map((s) =>
    plus(createMatrix(s.rows, s.columns), s, -1),
  );
  const second = spread.map((s, i) => [
    ...derivatives.map((derivative) => symmetric(multiply(multiply(multiply(s, u), derivative), g))),
    symmetric(multiply(spread[i] ?? s, g2)),
  ]);
  const residual = [...spread.map((s) => symmetric(multiply(s, g2))), scaled(x3, 3)];
  const withResidual = derivatives.map((derivative) => traceOfProduct(derivative, u2));
  const own = (rows - traceOfProduct(k, a) - traceOfProduct(k, zz)) / variance ** 2;
  return {
    first,
    second: [...second, residual],
    traces: [
      ...weighted.map((one, i) => [...weighted.map((other) => traceOfProduct(one, other)), withResidual[i] ?? 0]),
      [...withResidual, own],
    ],
  };
}

/** a + factor b. */
function plus(a: Matrix, b: Matrix, factor: number): Matrix {
  return createMatrix(
    a.rows,
    a.columns,
    a.values.map((value, index) => value + factor * (b.values[index] ?? 0)),
  );
}

function symmetric(a: Matrix): Matrix {
  return plus(plus(createMatrix(a.rows, a.columns), a, 0.5), transpose(a), 0.5);
}
