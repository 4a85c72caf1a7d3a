/**
 * For one group with cross-product A = Z'Z and factor Lambda: M = Lambda' A Lambda + I, log |M| and
 * K = Lambda M^-1 Lambda', so that (I + Z Lambda Lambda' Z')^-1 = I - Z K Z'. Nothing is divided by a variance, so
 * a variance of zero needs no special case. Source: Bates, Maechler, Bolker and Walker (2015), J. Stat. Software 67(1).
 */
export class GroupKernel {
  /** K, row-major and symmetric. */
  readonly kernel: Float64Array;
  logDeterminant = 0;
  /** A K. */
  readonly product: Float64Array;
  /** Lambda M^-1. */
  private readonly half: Float64Array;
  private readonly crossProduct: Float64Array;
  private readonly root: Float64Array;
  private readonly scratch: Float64Array;

  private readonly size: number;

  constructor(size: number) {
    this.size = size;
    const create = () => new Float64Array(size * size);
    [this.kernel, this.product, this.half, this.crossProduct] = [create(), create(), create(), create()];
    [this.root, this.scratch] = [create(), create()];
  }

  /** Computes all of them; `a` is read from an offset, row-major, with `stride` numbers from row to row. */
  set(a: Float64Array, offset: number, stride: number, lambda: Float64Array): void {
    const { size, kernel, product, half, crossProduct, root, scratch } = this;
    if (size === 2) {
      this.setPair(a[offset] ?? 0, a[offset + 1] ?? 0, a[offset + stride + 1] ?? 0, lambda);
      return;
    }
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        crossProduct[i * size + j] = a[offset + Math.min(i, j) * stride + Math.max(i, j)] ?? 0;
      }
    }
    multiplyInto(scratch, crossProduct, lambda, size);
    this.decompose(lambda, scratch);
    // Rows of Lambda L^-T, then of Lambda M^-1.
    for (let row = 0; row < size; row += 1) {
      for (let j = 0; j < size; j += 1) {
        let total = lambda[row * size + j] ?? 0;
        for (let k = 0; k < j; k += 1) total -= (root[j * size + k] ?? 0) * (half[row * size + k] ?? 0);
        half[row * size + j] = total / (root[j * size + j] ?? 1);
      }
    }
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        let total = 0;
        for (let k = 0; k < size; k += 1) total += (half[i * size + k] ?? 0) * (half[j * size + k] ?? 0);
        kernel[i * size + j] = total;
        kernel[j * size + i] = total;
      }
    }
    for (let row = 0; row < size; row += 1) {
      for (let j = size - 1; j >= 0; j -= 1) {
        let total = half[row * size + j] ?? 0;
        for (let k = j + 1; k < size; k += 1) total -= (root[k * size + j] ?? 0) * (half[row * size + k] ?? 0);
        half[row * size + j] = total / (root[j * size + j] ?? 1);
      }
    }
    multiplyInto(product, crossProduct, kernel, size);
  }

  /** Derivative of log |M| by the entry of Lambda in a row and column. */
  logDeterminantSlope(row: number, column: number): number {
    let total = 0;
    for (let k = 0; k < this.size; k += 1) {
      total += (this.crossProduct[row * this.size + k] ?? 0) * (this.half[k * this.size + column] ?? 0);
    }
    return 2 * total;
  }

  /** Writes into `out` the derivative of K by the entry of Lambda in a row and column. */
  kernelSlope(row: number, column: number, out: Float64Array): void {
    const { size, product, half } = this;
    for (let i = 0; i < size; i += 1) {
      const leftRest = (i === row ? 1 : 0) - (product[row * size + i] ?? 0);
      const left = half[i * size + column] ?? 0;
      for (let j = 0; j < size; j += 1) {
        const rightRest = (j === row ? 1 : 0) - (product[row * size + j] ?? 0);
        out[i * size + j] = leftRest * (half[j * size + column] ?? 0) + left * rightRest;
      }
    }
  }

  /** The same written out for an intercept and a slope, where most of the time goes. */
  private setPair(a11: number, a12: number, a22: number, lambda: Float64Array): void {
    const { kernel, product, half, crossProduct } = this;
    const [l11, l21, l22] = [lambda[0] ?? 0, lambda[2] ?? 0, lambda[3] ?? 0];
    const cross = l11 * a12 + l21 * a22;
    const m11 = 1 + l11 * (l11 * a11 + l21 * a12) + l21 * cross;
    const m12 = l22 * cross;
    const m22 = 1 + l22 * l22 * a22;
    const determinant = m11 * m22 - m12 * m12;
    const [n11, n12, n22] = [m22 / determinant, -m12 / determinant, m11 / determinant];
    const [j11, j12, j21, j22] = [l11 * n11, l11 * n12, l21 * n11 + l22 * n12, l21 * n12 + l22 * n22];
    const [k11, k12, k22] = [j11 * l11, j11 * l21 + j12 * l22, j21 * l21 + j22 * l22];
    this.logDeterminant = Math.log(determinant);
    half[0] = j11;
    half[1] = j12;
    half[2] = j21;
    half[3] = j22;
    kernel[0] = k11;
    kernel[1] = k12;
    kernel[2] = k12;
    kernel[3] = k22;
    product[0] = a11 * k11 + a12 * k12;
    product[1] = a11 * k12 + a12 * k22;
    product[2] = a12 * k11 + a22 * k12;
    product[3] = a12 * k12 + a22 * k22;
    crossProduct[0] = a11;
    crossProduct[1] = a12;
    crossProduct[2] = a12;
    crossProduct[3] = a22;
  }

  /** L of M = L L', where M = Lambda' (A Lambda) + I, and log |M|. */
  private decompose(lambda: Float64Array, product: Float64Array): void {
    const { size, root } = this;
    let logDeterminant = 0;
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        let total = i === j ? 1 : 0;
        for (let k = 0; k < size; k += 1) total += (lambda[k * size + i] ?? 0) * (product[k * size + j] ?? 0);
        for (let k = 0; k < j; k += 1) total -= (root[i * size + k] ?? 0) * (root[j * size + k] ?? 0);
        if (i === j) logDeterminant += Math.log(total);
        root[i * size + j] = i === j ? Math.sqrt(total) : total / (root[j * size + j] ?? 1);
      }
    }
    this.logDeterminant = logDeterminant;
  }
}

function multiplyInto(out: Float64Array, a: Float64Array, b: Float64Array, size: number): void {
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      let total = 0;
      for (let k = 0; k < size; k += 1) total += (a[i * size + k] ?? 0) * (b[k * size + j] ?? 0);
      out[i * size + j] = total;
    }
  }
}
