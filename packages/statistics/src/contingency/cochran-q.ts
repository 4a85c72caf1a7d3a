import { type InsufficientData, insufficient, tooFew } from "../estimate";
import { type ChiSquaredTest, chiSquaredTest } from "./chi-squared-result";

const PROVENANCE = { statistic: "contingency/cochran-q", version: 1 } as const;

/**
 * Cochran's Q: whether the share of yes is the same on k occasions (or under k conditions) in the same people.
 * Q = (k - 1) (k sum C_j^2 - T^2) / (k T - sum R_i^2), with k - 1 degrees of freedom. Insufficient data without people,
 * with fewer than two occasions, and when everybody answers the same on all of them.
 * Cochran (1950), Biometrika 37, 256-266. R: coin::symmetry_test(y ~ time | person, teststat = "quadratic").
 * @param rows one row per person, as many answers in each
 * @throws RangeError when rows differ in length
 */
export function cochranQ(rows: readonly (readonly boolean[])[]): ChiSquaredTest | InsufficientData {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== k)) throw new RangeError("Rows differ in length");
  if (n === 0) return tooFew(1, 0);
  if (k < 2) return tooFew(2, k);
  const columns = Array.from({ length: k }, (_, column) => rows.filter((row) => row[column]).length);
  const people = rows.map((row) => row.filter(Boolean).length);
  const squares = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count ** 2, 0);
  const total = people.reduce((sum, count) => sum + count, 0);
  const within = k * total - squares(people);
  if (within === 0) return insufficient("no-spread", n);
  const statistic = ((k - 1) * (k * squares(columns) - total ** 2)) / within;
  return chiSquaredTest(statistic, k - 1, { n, method: "cochran-q", provenance: PROVENANCE });
}
