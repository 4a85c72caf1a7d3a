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
  const table = rowMajor(w, people.length);
  const patterns = new Map<string, { visits: number[]; people: number; products: Float64Array }>();
  const cells = (w.length * (w.length + 1)) / 2;
  const seen: number[] = [];
  for (let person = 0; person < count; person += 1) {
    seen.length = 0;
    let key = "";
    for (let visit = 0; visit < visitCount; visit += 1) {
      if (rowOf[person * visitCount + visit] === -1) continue;
      seen.push(visit);
      key += `${visit},`;
    }
    if (seen.length === 0) continue;
    let pattern = patterns.get(key);
    if (pattern === undefined) {
      pattern = {
        visits: [...seen],
        people: 0,
        products: new Float64Array(((seen.length * (seen.length + 1)) / 2) * cells),
      };
      patterns.set(key, pattern);
    }
    pattern.people += 1;
    for (let at = 0; at < seen.length; at += 1) {
      seen[at] = (rowOf[person * visitCount + (seen[at] ?? 0)] ?? 0) * w.length;
    }
    addPerson(pattern.products, seen, table, w.length);
  }
  return [...patterns.values()];
}

/** The columns as one table, the entries of a row beside each other. */
function rowMajor(w: readonly Float64Array[], rows: number): Float64Array {
  const table = new Float64Array(rows * w.length);
  w.forEach((column, c) => {
    for (let row = 0; row < rows; row += 1) table[row * w.length + c] = column[row] ?? 0;
  });
  return table;
}

/** @param starts where the person's rows begin in the table, by visit */
function addPerson(products: Float64Array, starts: readonly number[], table: Float64Array, width: number): void {
  let index = 0;
  for (let a = 0; a < starts.length; a += 1) {
    const one = starts[a] ?? 0;
    for (let b = a; b < starts.length; b += 1) {
      const two = starts[b] ?? 0;
      for (let c = 0; c < width; c += 1) {
        const left = table[one + c] ?? 0;
        const right = a === b ? 0 : (table[two + c] ?? 0);
        if (left === 0 && right === 0) {
          index += width - c;
          continue;
        }
        for (let d = c; d < width; d += 1) {
          products[index] = (products[index] ?? 0) + left * (table[two + d] ?? 0) + right * (table[one + d] ?? 0);
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
