import { createMatrix, type Matrix } from "../linear-algebra/matrix";

/** People who were seen at the same visits, added up. */
export interface VisitPattern {
  /** Visits seen, ascending. */
  readonly visits: readonly number[];
  readonly people: number;
  /**
   * For each pair of visits a <= b of the pattern and each pair of columns c <= d of W: the sum over the people of
   * what entry (a, b) of the inverse covariance multiplies in W'V^-1 W.
   */
  readonly products: Float64Array;
}

/** Which person and visit a row belongs to, from 0. */
export interface VisitRows {
  readonly people: Int32Array;
  readonly visits: Int32Array;
  readonly visitCount: number;
}

/**
 * Adds up people by the visits they were seen at: afterwards a covariance is evaluated once per pattern of missing
 * visits, however many people there are.
 * @returns null when somebody has two rows for one visit
 */
export function visitPatterns(rows: VisitRows, w: readonly Float64Array[]): VisitPattern[] | null {
  const { people, visits, visitCount } = rows;
  const count = people.reduce((most, person) => Math.max(most, person + 1), 0);
  const rowOf = new Int32Array(count * visitCount).fill(-1);
  for (let row = 0; row < people.length; row += 1) {
    const place = (people[row] ?? 0) * visitCount + (visits[row] ?? 0);
    if (rowOf[place] !== -1) return null;
    rowOf[place] = row;
  }
  const patterns = new Map<string, { visits: number[]; people: number; products: Float64Array }>();
  const cells = (w.length * (w.length + 1)) / 2;
  for (let person = 0; person < count; person += 1) {
    const own = rowOf.subarray(person * visitCount, (person + 1) * visitCount);
    const seen: number[] = [];
    own.forEach((row, visit) => {
      if (row !== -1) seen.push(visit);
    });
    if (seen.length === 0) continue;
    const key = seen.join();
    let pattern = patterns.get(key);
    if (pattern === undefined) {
      pattern = {
        visits: seen,
        people: 0,
        products: new Float64Array(((seen.length * (seen.length + 1)) / 2) * cells),
      };
      patterns.set(key, pattern);
    }
    pattern.people += 1;
    addPerson(
      pattern.products,
      seen.map((visit) => own[visit] ?? 0),
      w,
    );
  }
  return [...patterns.values()];
}

function addPerson(products: Float64Array, rows: readonly number[], w: readonly Float64Array[]): void {
  const width = w.length;
  const values = new Float64Array(rows.length * width);
  rows.forEach((row, a) => {
    for (let c = 0; c < width; c += 1) values[a * width + c] = w[c]?.[row] ?? 0;
  });
  let index = 0;
  for (let a = 0; a < rows.length; a += 1) {
    for (let b = a; b < rows.length; b += 1) {
      for (let c = 0; c < width; c += 1) {
        const left = values[a * width + c] ?? 0;
        const right = values[b * width + c] ?? 0;
        for (let d = c; d < width; d += 1) {
          const other = a === b ? 0 : right * (values[a * width + d] ?? 0);
          products[index] = (products[index] ?? 0) + left * (values[b * width + d] ?? 0) + other;
          index += 1;
        }
      }
    }
  }
}

/** The upper triangle of the sum over a pattern's people of W_i' M W_i, added to `out`, for a symmetric M. */
export function addPatternProduct(
  out: Float64Array,
  pattern: VisitPattern,
  m: Float64Array,
  width: number,
  factor: number,
): void {
  const size = pattern.visits.length;
  let index = 0;
  for (let a = 0; a < size; a += 1) {
    for (let b = a; b < size; b += 1) {
      const weight = factor * (m[a * size + b] ?? 0);
      for (let c = 0; c < width; c += 1) {
        for (let d = c; d < width; d += 1) {
          out[c * width + d] = (out[c * width + d] ?? 0) + weight * (pattern.products[index] ?? 0);
          index += 1;
        }
      }
    }
  }
}

/**
 * For each pair of visits the weighted sum of its products, as a symmetric matrix H: the sum of weights * W'M W over the
 * pattern's people is then tr(M H) for every symmetric M.
 */
export function patternSums(pattern: VisitPattern, weights: Float64Array): Matrix {
  const size = pattern.visits.length;
  const width = Math.sqrt(weights.length);
  const sums = createMatrix(size, size);
  let index = 0;
  for (let a = 0; a < size; a += 1) {
    for (let b = a; b < size; b += 1) {
      let total = 0;
      for (let c = 0; c < width; c += 1) {
        for (let d = c; d < width; d += 1) {
          total += (weights[c * width + d] ?? 0) * (pattern.products[index] ?? 0);
          index += 1;
        }
      }
      sums.values[a * size + b] = a === b ? total : total / 2;
      sums.values[b * size + a] = a === b ? total : total / 2;
    }
  }
  return sums;
}
