import type { Matrix } from "../linear-algebra/matrix";

/** The trace of A B, whose inner sizes agree, without forming the product. */
export function traceOfProduct(a: Matrix, b: Matrix): number {
  let total = 0;
  for (let i = 0; i < a.rows; i += 1) {
    for (let k = 0; k < a.columns; k += 1) {
      total += (a.values[i * a.columns + k] ?? 0) * (b.values[k * b.columns + i] ?? 0);
    }
  }
  return total;
}
