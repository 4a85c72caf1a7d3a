import type { CountTable } from "../contingency/count-table";
import { normalCritical, normalUpper } from "../distribution/normal";
import { type EstimateValue, type InsufficientData, insufficient } from "../estimate";
import { raterShares, sumOverCells } from "./rater-table";

const PROVENANCE = { statistic: "agreement/cohen-kappa", version: 1 } as const;

/**
 * How much two different categories count as agreement: not at all, 1 - |i - j| / (k - 1), or
 * 1 - ((i - j) / (k - 1))^2 for k ordered categories.
 */
export type KappaWeights = "unweighted" | "linear" | "quadratic";

/** Cohen's kappa with what it is made of. */
export interface CohenKappa extends EstimateValue {
  readonly weights: KappaWeights;
  /** Weighted share of agreement, seen and expected by chance from the two raters' own margins. */
  readonly observedAgreement: number;
  readonly expectedAgreement: number;
  /** Standard error if the raters were independent; the test uses it. */
  readonly standardErrorIndependent: number;
}

/**
 * Cohen's kappa, plain or weighted, with its large-sample standard error, normal interval (not cut off at -1 and 1) and
 * test of independence. Categories nobody used are part of the scale and move the weights. Insufficient data without
 * units, with fewer than two categories, and when both raters put all units into one and the same category.
 * Cohen (1960, 1968); Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, 323-327.
 * R: vcd::Kappa(table, weights = "Equal-Spacing" or "Fleiss-Cohen"); psych::cohen.kappa.
 * @param table square, first rater in rows, the same categories in the same order in columns
 * @throws RangeError when the table is not square, a cell is not a count or the level is outside 0 to 1
 */
export function cohenKappa(table: CountTable, weights: KappaWeights, level = 0.95): CohenKappa | InsufficientData {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is not a confidence level`);
  const shares = raterShares(table);
  if (shares.kind === "insufficient-data") return shares;
  const { n, categories, first, second } = shares;
  const weight = weightOf(weights, categories);
  const chance = (row: number, column: number) => (first[row] ?? 0) * (second[column] ?? 0);
  const observed = sumOverCells(shares, (share, i, j) => weight(i, j) * share);
  const expected = sumOverCells(shares, (_, i, j) => weight(i, j) * chance(i, j));
  // Without chance disagreement all units lie in one cell of the diagonal.
  const disagreement = sumOverCells(shares, (_, i, j) => (1 - weight(i, j)) * chance(i, j));
  if (disagreement === 0) return insufficient("no-spread", n);
  const value = (observed - expected) / disagreement;
  const ofRow = first.map((_, i) => second.reduce((sum, share, j) => sum + weight(i, j) * share, 0));
  const ofColumn = second.map((_, j) => first.reduce((sum, share, i) => sum + weight(i, j) * share, 0));
  const margin = (i: number, j: number) => (ofRow[i] ?? 0) + (ofColumn[j] ?? 0);
  const square = (i: number, j: number, share: number) => (weight(i, j) - margin(i, j) * share) ** 2;
  const error = (squares: number, mean: number) => Math.sqrt(Math.max(0, squares - mean ** 2) / n) / disagreement;
  const standardError = error(
    sumOverCells(shares, (share, i, j) => share * square(i, j, 1 - value)),
    value - expected * (1 - value),
  );
  const standardErrorIndependent = error(
    sumOverCells(shares, (_, i, j) => chance(i, j) * square(i, j, 1)),
    expected,
  );
  const half = normalCritical(level) * standardError;
  const kappa = {
    kind: "estimate",
    value,
    interval: { low: value - half, high: value + half, level },
    n,
    method: `cohen-kappa-${weights}`,
    standardError,
    provenance: PROVENANCE,
    weights,
    observedAgreement: observed,
    expectedAgreement: expected,
    standardErrorIndependent,
  } as const;
  if (standardErrorIndependent === 0) return kappa;
  const statistic = value / standardErrorIndependent;
  const pValue = 2 * normalUpper(Math.abs(statistic));
  return { ...kappa, test: { distribution: "normal", statistic, pValue, null: 0 } };
}

function weightOf(weights: KappaWeights, categories: number): (row: number, column: number) => number {
  switch (weights) {
    case "unweighted":
      return (row, column) => (row === column ? 1 : 0);
    case "linear":
      return (row, column) => 1 - Math.abs(row - column) / (categories - 1);
    case "quadratic":
      return (row, column) => 1 - ((row - column) / (categories - 1)) ** 2;
  }
}
