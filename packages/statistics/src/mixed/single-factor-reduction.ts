import { GroupKernel } from "./group-kernel";
import type { GroupingLevel } from "./grouping-level";
import type { Reducer, Reduction } from "./reduction";
import { fillFactor } from "./relative-factor";

/** Groups with the same A = Z'Z, class after class. */
interface DesignClasses {
  /** A group of each class, and how many groups it has. */
  readonly first: readonly number[];
  readonly groups: readonly number[];
  /** For each pair of effects i <= j and of W's columns a <= b: the sum over the groups of what K_ij multiplies. */
  readonly products: Float64Array;
}

/**
 * The reduction for one grouping factor. Since the reduced cross-product is linear in K, and K depends on a group only
 * through A, groups that were measured at the same times are added up once: each theta then costs as much as there
 * are different designs, however many groups share them.
 * @param w columns of equal length, the last one the residual
 */
export function singleFactorReducer(level: GroupingLevel, w: readonly Float64Array[]): Reducer {
  const { factor, levels } = level;
  const q = factor.size;
  const width = w.length;
  const total = crossProductOf(w);
  const { a, b } = groupCrossProducts(level, w);
  const classes = designClasses(a, b, q, width, levels);
  const kernel = new GroupKernel(q);
  const slope = new Float64Array(q * q);
  const pairs = (q * (q + 1)) / 2;
  const cells = (width * (width + 1)) / 2;

  const count = 1 + factor.positions.length;

  /** Log determinants of the value and its slopes, and for each class K and its slopes, packed. */
  const kernelsAt = (theta: Float64Array, kinds: number) => {
    const lambda = fillFactor(factor, theta, 0);
    const logDeterminants = new Float64Array(kinds);
    const packed = new Float64Array(classes.first.length * kinds * pairs);
    for (let index = 0; index < classes.first.length; index += 1) {
      const groups = classes.groups[index] ?? 0;
      kernel.set(a, (classes.first[index] ?? 0) * q * q, q, lambda);
      logDeterminants[0] = (logDeterminants[0] ?? 0) + groups * kernel.logDeterminant;
      packUpper(kernel.kernel, packed, index * kinds * pairs, q);
      for (let k = 1; k < kinds; k += 1) {
        const { row, column } = factor.positions[k - 1] ?? { row: 0, column: 0 };
        logDeterminants[k] = (logDeterminants[k] ?? 0) + groups * kernel.logDeterminantSlope(row, column);
        kernel.kernelSlope(row, column, slope);
        packUpper(slope, packed, (index * kinds + k) * pairs, q);
      }
    }
    return { logDeterminants, packed, kinds };
  };
  const reduced = ({ logDeterminants, packed, kinds }: ReturnType<typeof kernelsAt>, kind: number): Reduction => {
    const sums = new Float64Array(cells);
    for (let index = 0; index < classes.first.length; index += 1) {
      addWeighted(sums, packed, (index * kinds + kind) * pairs, classes.products, index * pairs * cells, pairs);
    }
    const crossProduct = kind === 0 ? Float64Array.from(total) : new Float64Array(width * width);
    let cell = 0;
    for (let c = 0; c < width; c += 1) {
      for (let d = c; d < width; d += 1) {
        crossProduct[c * width + d] = (crossProduct[c * width + d] ?? 0) - (sums[cell] ?? 0);
        cell += 1;
      }
    }
    return { logDeterminant: logDeterminants[kind] ?? 0, crossProduct };
  };

  return {
    width,
    size: factor.positions.length,
    reduce: (theta) => reduced(kernelsAt(theta, 1), 0),
    differentiate: (theta) => {
      const kernels = kernelsAt(theta, count);
      return {
        value: reduced(kernels, 0),
        tangents: () => factor.positions.map((_, k) => reduced(kernels, k + 1)),
        slopes: (weights) => {
          const slopes = kernels.logDeterminants.slice(1);
          subtractSlopes(
            slopes,
            kernels.packed,
            classes.products,
            packUpper(weights, new Float64Array(cells), 0, width),
            pairs,
          );
          return slopes;
        },
      };
    },
    effects: (theta, residual) => {
      const lambda = fillFactor(factor, theta, 0);
      const effects = new Float64Array(levels * q);
      for (let group = 0; group < levels; group += 1) {
        kernel.set(a, group * q * q, q, lambda);
        for (let j = 0; j < q; j += 1) {
          let product = 0;
          for (let c = 0; c < width; c += 1) product += (b[(group * q + j) * width + c] ?? 0) * (residual[c] ?? 0);
          for (let i = 0; i < q; i += 1) {
            effects[group * q + i] = (effects[group * q + i] ?? 0) + (kernel.kernel[i * q + j] ?? 0) * product;
          }
        }
      }
      return [effects];
    },
  };
}

/** Upper triangle of W'W. */
export function crossProductOf(w: readonly Float64Array[]): Float64Array {
  const width = w.length;
  const result = new Float64Array(width * width);
  w.forEach((left, a) => {
    w.forEach((right, b) => {
      if (b < a) return;
      let total = 0;
      for (let i = 0; i < left.length; i += 1) total += (left[i] ?? 0) * (right[i] ?? 0);
      result[a * width + b] = total;
    });
  });
  return result;
}

/** A = Z'Z and B = Z'W of every group, one after the other, row-major. */
export function groupCrossProducts(level: GroupingLevel, w: readonly Float64Array[]) {
  const { codes, columns, levels } = level;
  const q = columns.length;
  const width = w.length;
  const a = new Float64Array(levels * q * q);
  const b = new Float64Array(levels * q * width);
  columns.forEach((left, i) => {
    columns.forEach((right, j) => {
      for (let row = 0; row < codes.length; row += 1) {
        const index = (codes[row] ?? 0) * q * q + i * q + j;
        a[index] = (a[index] ?? 0) + (left[row] ?? 0) * (right[row] ?? 0);
      }
    });
    w.forEach((right, c) => {
      for (let row = 0; row < codes.length; row += 1) {
        const index = ((codes[row] ?? 0) * q + i) * width + c;
        b[index] = (b[index] ?? 0) + (left[row] ?? 0) * (right[row] ?? 0);
      }
    });
  });
  return { a, b };
}

function designClasses(a: Float64Array, b: Float64Array, q: number, width: number, levels: number): DesignClasses {
  const known = new Map<string | number, number>();
  const first: number[] = [];
  const groups: number[] = [];
  const classOf = new Int32Array(levels);
  for (let group = 0; group < levels; group += 1) {
    const key = q === 1 ? (a[group] ?? 0) : a.subarray(group * q * q, (group + 1) * q * q).join();
    let found = known.get(key);
    if (found === undefined) {
      found = first.length;
      known.set(key, found);
      first.push(group);
      groups.push(0);
    }
    groups[found] = (groups[found] ?? 0) + 1;
    classOf[group] = found;
  }
  const size = ((q * (q + 1)) / 2) * ((width * (width + 1)) / 2);
  const products = new Float64Array(first.length * size);
  for (let group = 0; group < levels; group += 1) {
    addProducts(products, (classOf[group] ?? 0) * size, b, group * q * width, q, width);
  }
  return { first, groups, products };
}

/** Adds what one group's B contributes for each pair of effects and of columns. */
function addProducts(
  products: Float64Array,
  start: number,
  b: Float64Array,
  offset: number,
  q: number,
  width: number,
): void {
  let index = start;
  for (let i = 0; i < q; i += 1) {
    for (let j = i; j < q; j += 1) {
      const [rowI, rowJ] = [offset + i * width, offset + j * width];
      for (let c = 0; c < width; c += 1) {
        for (let d = c; d < width; d += 1) {
          const one = (b[rowI + c] ?? 0) * (b[rowJ + d] ?? 0);
          const other = i === j ? 0 : (b[rowJ + c] ?? 0) * (b[rowI + d] ?? 0);
          products[index] = (products[index] ?? 0) + one + other;
          index += 1;
        }
      }
    }
  }
}

/** Copies the upper triangle of a matrix, row by row. */
function packUpper(matrix: Float64Array, out: Float64Array, start: number, size: number): Float64Array {
  let index = start;
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j < size; j += 1) {
      out[index] = matrix[i * size + j] ?? 0;
      index += 1;
    }
  }
  return out;
}

/** Adds one class's products, each pair of effects with its weight. */
function addWeighted(
  sums: Float64Array,
  weights: Float64Array,
  weightStart: number,
  products: Float64Array,
  start: number,
  pairs: number,
): void {
  let index = start;
  for (let pair = 0; pair < pairs; pair += 1) {
    const weight = weights[weightStart + pair] ?? 0;
    for (let cell = 0; cell < sums.length; cell += 1) {
      sums[cell] = (sums[cell] ?? 0) + weight * (products[index] ?? 0);
      index += 1;
    }
  }
}

/** Subtracts from each slope what the weights make of the products, in one walk through them for all thetas. */
function subtractSlopes(
  slopes: Float64Array,
  packed: Float64Array,
  products: Float64Array,
  weights: Float64Array,
  pairs: number,
): void {
  const cells = weights.length;
  const stride = (1 + slopes.length) * pairs;
  let index = 0;
  for (let from = 0; from < packed.length; from += stride) {
    for (let pair = 0; pair < pairs; pair += 1) {
      let sum = 0;
      for (let cell = 0; cell < cells; cell += 1) {
        sum += (weights[cell] ?? 0) * (products[index] ?? 0);
        index += 1;
      }
      for (let k = 0; k < slopes.length; k += 1) {
        slopes[k] = (slopes[k] ?? 0) - sum * (packed[from + (k + 1) * pairs + pair] ?? 0);
      }
    }
  }
}
