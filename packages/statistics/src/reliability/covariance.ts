import { createMatrix, type Matrix } from "../linear-algebra/matrix";

/** Answers of one item; null where a person did not answer. */
export type ItemAnswers = readonly (number | null)[];

/**
 * Covariances (denominator n - 1) of complete answers. R: cov(data).
 * @param items one list per item, the same people in the same order
 * @throws RangeError when the lengths differ or a value is not finite
 */
export function covarianceMatrix(items: readonly (readonly number[])[]): Matrix {
  const n = items[0]?.length ?? 0;
  if (items.some((values) => values.length !== n)) throw new RangeError("Items differ in length");
  if (!items.every((values) => values.every(Number.isFinite))) throw new RangeError("A value is not finite");
  const centred = items.map((values) => {
    const first = values.reduce((sum, value) => sum + value, 0) / n;
    const mean = first + values.reduce((sum, value) => sum + (value - first), 0) / n;
    return Float64Array.from(values, (value) => value - mean);
  });
  const result = createMatrix(items.length, items.length);
  centred.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const b = centred[j] ?? a;
      const sum = a.reduce((part, value, person) => part + value * (b[person] ?? 0), 0);
      result.values[i * items.length + j] = sum / (n - 1);
      result.values[j * items.length + i] = sum / (n - 1);
    }
  });
  return result;
}

/**
 * Covariances where each pair of items uses everybody who answered both; null when some pair has fewer than two such
 * people. Such a matrix need not be a covariance matrix of anything. R: cov(data, use = "pairwise").
 * @throws RangeError when the lengths differ or a value is not finite
 */
export function pairwiseCovarianceMatrix(items: readonly ItemAnswers[]): Matrix | null {
  const size = items.length;
  const result = createMatrix(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const [a, b] = answeredBoth(items[i] ?? [], items[j] ?? []);
      if (a.length < 2) return null;
      const covariance = covarianceMatrix([a, b]).values[1] ?? 0;
      result.values[i * size + j] = covariance;
      result.values[j * size + i] = covariance;
    }
  }
  return result;
}

function answeredBoth(first: ItemAnswers, second: ItemAnswers): [number[], number[]] {
  if (first.length !== second.length) throw new RangeError("Items differ in length");
  const [a, b]: [number[], number[]] = [[], []];
  first.forEach((one, person) => {
    const other = second[person] ?? null;
    if (one === null || other === null) return;
    a.push(one);
    b.push(other);
  });
  return [a, b];
}
