import { type InsufficientData, insufficient, tooFew } from "../estimate";
import { type ChiSquaredTest, chiSquaredTest } from "./chi-squared-result";
import { type CountTable, marginsOf } from "./count-table";

const PROVENANCE = { statistic: "contingency/independence", version: 1 } as const;

/** Pearson's test of independence with what it expected and where the table differs. */
export interface IndependenceTest extends ChiSquaredTest {
  /** Row total times column total over n. */
  readonly expected: readonly (readonly number[])[];
  /** (observed - expected) / sqrt(expected (1 - row share) (1 - column share)); about normal under independence. */
  readonly standardisedResiduals: readonly (readonly number[])[];
  /** Cramer's V, 0 to 1, from the uncorrected statistic: sqrt(chi-squared / (n (min(rows, columns) - 1))). */
  readonly cramerV: number;
  /** The smallest expected count; the test is doubtful below 5. */
  readonly smallestExpected: number;
}

/**
 * Pearson's chi-squared test of independence in a table of two or more rows and columns.
 * Insufficient data without people and where a row or a column is empty: leave such a category out first.
 * R: chisq.test(table), which corrects two-by-two tables unless told otherwise.
 * @param yates Yates's correction, by at most the difference itself, as R does for two-by-two tables
 * @throws RangeError when rows differ in length or a cell is not a count
 */
export function independenceTest(table: CountTable, yates = false): IndependenceTest | InsufficientData {
  const { rows, columns, total: n } = marginsOf(table);
  if (rows.length < 2 || columns.length < 2) return tooFew(2, Math.min(rows.length, columns.length));
  if (n === 0) return tooFew(1, 0);
  if (rows.includes(0) || columns.includes(0)) return insufficient("no-spread", n);
  const cells = <T>(f: (observed: number, row: number, column: number) => T) =>
    table.map((row, i) => row.map((observed, j) => f(observed, rows[i] ?? 0, columns[j] ?? 0)));
  const expected = cells((_, row, column) => (row * column) / n);
  const gaps = cells((observed, row, column) => Math.abs(observed - (row * column) / n));
  const correction = yates ? Math.min(0.5, ...gaps.flat()) : 0;
  const statistic = (away: number) =>
    cells((observed, row, column) => (Math.abs(observed - (row * column) / n) - away) ** 2 / ((row * column) / n))
      .flat()
      .reduce((sum, part) => sum + part, 0);
  const smallerSide = Math.min(rows.length, columns.length) - 1;
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  const method = yates ? "chi-squared-yates" : "chi-squared";
  return {
    ...chiSquaredTest(statistic(correction), degreesOfFreedom, { n, method, provenance: PROVENANCE }),
    expected,
    standardisedResiduals: cells((observed, row, column) => {
      const mean = (row * column) / n;
      return (observed - mean) / Math.sqrt(mean * (1 - row / n) * (1 - column / n));
    }),
    cramerV: Math.sqrt(statistic(0) / (n * smallerSide)),
    smallestExpected: expected.flat().reduce((a, b) => Math.min(a, b)),
  };
}
