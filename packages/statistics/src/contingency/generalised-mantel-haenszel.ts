import { type InsufficientData, insufficient } from "../estimate";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix } from "../linear-algebra/matrix";
import { type ChiSquaredTest, chiSquaredTest } from "./chi-squared-result";
import { type CountTable, marginsOf } from "./count-table";

const PROVENANCE = { statistic: "contingency/generalised-mantel-haenszel", version: 1 } as const;

/**
 * Cochran, Mantel and Haenszel's test of no association of two unordered classifications within strata, with
 * (rows - 1)(columns - 1) degrees of freedom and without continuity correction. Strata of fewer than two people say
 * nothing and are left out. Insufficient data when a category has nobody, or nobody to compare with, in all strata.
 * Birch (1965), JRSS B 27, 111-124; Landis, Heyman & Koch (1978), International Statistical Review 46, 237-254.
 * R: mantelhaen.test(array) for more than two rows or columns.
 * @param strata tables of the same size
 * @throws RangeError when the tables differ in size, have fewer than two rows or columns, or a cell is not a count
 */
export function generalisedMantelHaenszelTest(strata: readonly CountTable[]): ChiSquaredTest | InsufficientData {
  const [height, width] = [strata[0]?.length ?? 2, strata[0]?.[0]?.length ?? 2];
  if (height < 2 || width < 2) throw new RangeError("A table of one row or column");
  const size = (height - 1) * (width - 1);
  const distance = new Float64Array(size);
  const variance = createMatrix(size, size);
  let n = 0;
  for (const table of strata) {
    const { rows, columns, total } = marginsOf(table);
    if (rows.length !== height || columns.length !== width) throw new RangeError("Tables differ in size");
    if (total < 2) continue;
    n += total;
    const spread = (margin: readonly number[], a: number, b: number) =>
      (margin[a] ?? 0) * ((a === b ? total : 0) - (margin[b] ?? 0));
    for (let i = 0; i < size; i++) {
      const [row, column] = [i % (height - 1), Math.floor(i / (height - 1))];
      const expected = ((rows[row] ?? 0) * (columns[column] ?? 0)) / total;
      distance[i] = (distance[i] ?? 0) + (table[row]?.[column] ?? 0) - expected;
      for (let j = 0; j < size; j++) {
        const product = spread(rows, row, j % (height - 1)) * spread(columns, column, Math.floor(j / (height - 1)));
        const place = i * size + j;
        variance.values[place] = (variance.values[place] ?? 0) + product / total ** 2 / (total - 1);
      }
    }
  }
  const root = choleskyDecompose(variance);
  if (root.kind !== "cholesky") return insufficient("no-spread", n);
  const statistic = root.whiten(distance).reduce((sum, value) => sum + value ** 2, 0);
  return chiSquaredTest(statistic, size, { n, method: "generalised-mantel-haenszel", provenance: PROVENANCE });
}
