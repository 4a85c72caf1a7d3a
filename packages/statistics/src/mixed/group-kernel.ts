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
