import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix } from "../linear-algebra/matrix";
import type { GroupingLevel } from "./grouping-level";
import { type Reducer, type Reduction, slopesFromTangents } from "./reduction";

/** One entry of Lambda for one group: row and column among all effects, and its theta. */
interface FactorEntry {
  readonly row: number;
  readonly column: number;
  readonly theta: number;
}

/**
 * The reduction for grouping factors that cross, with one dense matrix over all effects: right for every design, and
 * quick enough for a few hundred groups.
 */
export function crossedReducer(levels: readonly GroupingLevel[], w: readonly Float64Array[]): Reducer {
  const starts: number[] = [];
  const entries: FactorEntry[] = [];
  let total = 0;
  let size = 0;
  for (const { factor, levels: groups } of levels) {
    starts.push(total);
    for (let group = 0; group < groups; group += 1) {
      factor.positions.forEach(({ row, column }, index) => {
        const start = total + group * factor.size;
        entries.push({ row: start + row, column: start + column, theta: size + index });
      });
    }
    total += groups * factor.size;
    size += factor.positions.length;
  }
  const n = total;
  const { a, b, gram } = crossedCrossProducts(levels, starts, n, w);
  const width = w.length;

  const evaluate = (theta: Float64Array, slopes: boolean) => {
    // A Lambda, then M = Lambda' A Lambda + I, and Lambda' B.
    const right = new Float64Array(n * n);
    for (const { row, column, theta: index } of entries) addColumn(right, a, column, row, theta[index] ?? 0, n);
    const m = createMatrix(n, n);
    for (const { row, column, theta: index } of entries) addRow(m.values, right, column, row, theta[index] ?? 0, n);
    for (let i = 0; i < n; i += 1) m.values[i * n + i] = (m.values[i * n + i] ?? 0) + 1;
    const cholesky = choleskyDecompose(m);
    if (cholesky.kind !== "cholesky") return null;
    const solved = Array.from({ length: width }, (_, c) => {
      const vector = new Float64Array(n);
      for (const { row, column, theta: index } of entries) {
        vector[column] = (vector[column] ?? 0) + (theta[index] ?? 0) * (b[row * width + c] ?? 0);
      }
      return { vector, solution: cholesky.solve(vector) };
    });
    const crossProduct = Float64Array.from(gram);
    solved.forEach(({ vector }, c) => {
      for (let d = c; d < width; d += 1) {
        const solution = solved[d]?.solution ?? vector;
        crossProduct[c * width + d] = (crossProduct[c * width + d] ?? 0) - inner(vector, solution);
      }
    });
    const value: Reduction = { logDeterminant: cholesky.logDeterminant, crossProduct };
    if (!slopes) return { value, tangents: [], solved };

    const inverse = cholesky.inverse().values;
    const determinants = new Float64Array(size);
    const products = Array.from({ length: size }, () => new Float64Array(width * width));
    // Z'Z Lambda M^-1 Lambda'W, which every derivative shares.
    const spread = solved.map(({ solution }) => multiplyRows(right, solution, n));
    for (const { row, column, theta: index } of entries) {
      let trace = 0;
      for (let k = 0; k < n; k += 1) trace += (right[row * n + k] ?? 0) * (inverse[k * n + column] ?? 0);
      determinants[index] = (determinants[index] ?? 0) + 2 * trace;
      const out = products[index];
      for (let c = 0; c < width && out; c += 1) {
        const leftC = solved[c]?.solution[column] ?? 0;
        const restC = (b[row * width + c] ?? 0) - (spread[c]?.[row] ?? 0);
        for (let d = c; d < width; d += 1) {
          const leftD = solved[d]?.solution[column] ?? 0;
          const restD = (b[row * width + d] ?? 0) - (spread[d]?.[row] ?? 0);
          out[c * width + d] = (out[c * width + d] ?? 0) - leftC * restD - restC * leftD;
        }
      }
    }
    const tangents = products.map((product, index) => ({
      logDeterminant: determinants[index] ?? 0,
      crossProduct: product,
    }));
    return { value, tangents, solved };
  };
  const undefinedReduction: Reduction = {
    logDeterminant: Number.POSITIVE_INFINITY,
    crossProduct: new Float64Array(width * width),
  };

  return {
    width,
    size,
    reduce: (theta) => evaluate(theta, false)?.value ?? undefinedReduction,
    differentiate: (theta) => {
      const { value, tangents } = evaluate(theta, true) ?? { value: undefinedReduction, tangents: [] };
      return { value, tangents: () => tangents, slopes: (weights) => slopesFromTangents(tangents, weights) };
    },
    effects: (theta, residual) => {
      const solved = evaluate(theta, false)?.solved ?? [];
      const effects = new Float64Array(n);
      for (const { row, column, theta: index } of entries) {
        let spherical = 0;
        solved.forEach(({ solution }, c) => {
          spherical += (solution[column] ?? 0) * (residual[c] ?? 0);
        });
        effects[row] = (effects[row] ?? 0) + (theta[index] ?? 0) * spherical;
      }
      return levels.map(({ factor, levels: groups }, index) => {
        const start = starts[index] ?? 0;
        return effects.slice(start, start + groups * factor.size);
      });
    },
  };
}

/** Z'Z and Z'W over the effects of all factors, and the upper triangle of W'W. */
export function crossedCrossProducts(
  levels: readonly GroupingLevel[],
  starts: readonly number[],
  n: number,
  w: readonly Float64Array[],
) {
  const width = w.length;
  const a = new Float64Array(n * n);
  const b = new Float64Array(n * width);
  const gram = new Float64Array(width * width);
  const rows = w[0]?.length ?? 0;
  for (let row = 0; row < rows; row += 1) {
    const touched = levels.flatMap(({ codes, columns, factor }, level) =>
      columns.map((column, i) => ({
        index: (starts[level] ?? 0) + (codes[row] ?? 0) * factor.size + i,
        value: column[row] ?? 0,
      })),
    );
    for (const left of touched) {
      for (const right of touched) {
        const index = left.index * n + right.index;
        a[index] = (a[index] ?? 0) + left.value * right.value;
      }
      w.forEach((column, c) => {
        const index = left.index * width + c;
        b[index] = (b[index] ?? 0) + left.value * (column[row] ?? 0);
      });
    }
    for (let c = 0; c < width; c += 1) {
      for (let d = c; d < width; d += 1) {
        gram[c * width + d] = (gram[c * width + d] ?? 0) + (w[c]?.[row] ?? 0) * (w[d]?.[row] ?? 0);
      }
    }
  }
  return { a, b, gram };
}

/** Adds to column `target` of `out` the column `source` of `from` times a weight. */
function addColumn(out: Float64Array, from: Float64Array, target: number, source: number, weight: number, n: number) {
  for (let i = 0; i < n; i += 1) {
    out[i * n + target] = (out[i * n + target] ?? 0) + weight * (from[i * n + source] ?? 0);
  }
}

function addRow(out: Float64Array, from: Float64Array, target: number, source: number, weight: number, n: number) {
  for (let j = 0; j < n; j += 1) {
    out[target * n + j] = (out[target * n + j] ?? 0) + weight * (from[source * n + j] ?? 0);
  }
}

function multiplyRows(a: Float64Array, x: Float64Array, n: number): Float64Array {
  const result = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    let total = 0;
    for (let k = 0; k < n; k += 1) total += (a[i * n + k] ?? 0) * (x[k] ?? 0);
    result[i] = total;
  }
  return result;
}

function inner(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}
