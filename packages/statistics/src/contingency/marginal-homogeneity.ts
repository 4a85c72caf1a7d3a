import { type InsufficientData, insufficient, tooFew } from "../estimate";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { fromRows } from "../linear-algebra/matrix";
import { type ChiSquaredTest, chiSquaredTest } from "./chi-squared-result";
import { type CountTable, marginsOf } from "./count-table";

const PROVENANCE = { statistic: "contingency/marginal-homogeneity", version: 1 } as const;

/** Whether two classifications of the same people have the same margins. */
export interface MarginalHomogeneity {
  readonly kind: "marginal-homogeneity";
  /** d' S^-1 d with the variance under equal margins. */
  readonly stuartMaxwell: ChiSquaredTest;
  /** With the variance as seen: Q / (1 - Q / n). Null when Q reaches n, where it has no value. */
  readonly bhapkar: ChiSquaredTest | null;
}

/**
 * Stuart and Maxwell's test with Bhapkar's variant. Categories between which nobody moved share no information: the
 * degrees of freedom are the categories less the groups of categories that moves connect (k - 1 when all are).
 * Insufficient data without people, and when nobody moved.
 * Stuart (1955), Biometrika 42, 412-416; Maxwell (1970); Bhapkar (1966), JASA 61, 228-235.
 * R: coin::mh_test(table); for Bhapkar, irr::bhapkar(ratings).
 * @param table square, the same categories in rows and columns
 * @throws RangeError when the table is not square or a cell is not a count
 */
export function marginalHomogeneity(table: CountTable): MarginalHomogeneity | InsufficientData {
  const { rows, columns, total: n } = squareMargins(table);
  if (n === 0) return tooFew(1, 0);
  const moved = (i: number, j: number) => (table[i]?.[j] ?? 0) + (table[j]?.[i] ?? 0);
  const groups = connectedGroups(table.length, moved);
  let [statistic, degreesOfFreedom] = [0, 0];
  for (const group of groups) {
    // The last category of each group follows from the others.
    const free = group.slice(0, -1);
    if (free.length === 0) continue;
    const differences = free.map((i) => (rows[i] ?? 0) - (columns[i] ?? 0));
    const variance = free.map((i) => {
      const leaving = group.reduce((sum, j) => (i === j ? sum : sum + moved(i, j)), 0);
      return free.map((j) => (i === j ? leaving : -moved(i, j)));
    });
    const root = choleskyDecompose(fromRows(variance));
    if (root.kind !== "cholesky") return insufficient("not-identifiable", n);
    const solved = root.solve(Float64Array.from(differences));
    statistic += differences.reduce((sum, difference, index) => sum + difference * (solved[index] ?? 0), 0);
    degreesOfFreedom += free.length;
  }
  if (degreesOfFreedom === 0) return insufficient("no-events", n);
  const test = (value: number, method: string) =>
    chiSquaredTest(Math.max(0, value), degreesOfFreedom, { n, method, provenance: PROVENANCE });
  const remaining = 1 - statistic / n;
  return {
    kind: "marginal-homogeneity",
    stuartMaxwell: test(statistic, "stuart-maxwell"),
    bhapkar: remaining > 4 * Number.EPSILON ? test(statistic / remaining, "bhapkar") : null,
  };
}

/**
 * Bowker's test of symmetry: as many moved from i to j as from j to i, for every pair of categories. The degrees of
 * freedom are the pairs between which somebody moved. Insufficient data without people, and when nobody moved.
 * Bowker (1948), JASA 43, 572-574. R: mcnemar.test(table), which counts empty pairs as well and then has no statistic.
 * @throws RangeError when the table is not square or a cell is not a count
 */
export function bowkerTest(table: CountTable): ChiSquaredTest | InsufficientData {
  const { total: n } = squareMargins(table);
  if (n === 0) return tooFew(1, 0);
  let [statistic, pairs] = [0, 0];
  table.forEach((row, i) => {
    for (let j = 0; j < i; j++) {
      const [one, other] = [row[j] ?? 0, table[j]?.[i] ?? 0];
      if (one + other === 0) continue;
      statistic += (one - other) ** 2 / (one + other);
      pairs += 1;
    }
  });
  if (pairs === 0) return insufficient("no-events", n);
  return chiSquaredTest(statistic, pairs, { n, method: "bowker", provenance: PROVENANCE });
}

function squareMargins(table: CountTable) {
  const margins = marginsOf(table);
  if (margins.columns.length !== table.length) throw new RangeError("The table is not square");
  return margins;
}

/** The categories in groups, within which people moved from each to each by some way. */
function connectedGroups(size: number, moved: (i: number, j: number) => number): number[][] {
  const groups: number[][] = [];
  const left = new Set(Array.from({ length: size }, (_, index) => index));
  for (const first of left) {
    left.delete(first);
    const group = [first];
    for (const member of group) {
      for (const other of left) {
        if (moved(member, other) === 0) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}
