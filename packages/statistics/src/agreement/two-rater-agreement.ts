import type { CountTable } from "../contingency/count-table";
import { normalCritical } from "../distribution/normal";
import { type Estimate, type InsufficientData, insufficient } from "../estimate";
import { type RaterShares, raterShares, sumOverCells } from "./rater-table";

const PROVENANCE = { statistic: "agreement/two-rater-agreement", version: 1 } as const;

/** Plain agreement of two raters, and the coefficients that need no more than it and the margins. */
export interface TwoRaterAgreement {
  readonly kind: "two-rater-agreement";
  readonly n: number;
  /** Share of units with the same category. */
  readonly agreement: number;
  /** 2 p_o - 1: kappa if all categories of a yes/no question were equally frequent. */
  readonly pabak: number;
  /** Chance from the mean margins, sum of pi^2; null when only one category was used. Scott (1955). */
  readonly scottPi: number | null;
}

/**
 * Percent agreement, PABAK and Scott's pi. Insufficient data without units or with fewer than two categories.
 * Byrt, Bishop & Carlin (1993), J Clin Epidemiol 46, 423-429; Scott (1955), Public Opinion Quarterly 19, 321-325.
 * @param table square, first rater in rows
 * @throws RangeError when the table is not square or a cell is not a count
 */
export function twoRaterAgreement(table: CountTable): TwoRaterAgreement | InsufficientData {
  const shares = raterShares(table);
  if (shares.kind === "insufficient-data") return shares;
  const { n, agreement } = shares;
  const chance = meanMargins(shares).reduce((sum, share) => sum + share ** 2, 0);
  const oneCategory = meanMargins(shares).filter((share) => share > 0).length === 1;
  const scottPi = oneCategory ? null : (agreement - chance) / (1 - chance);
  return { kind: "two-rater-agreement", n, agreement, pabak: 2 * agreement - 1, scottPi };
}

/**
 * Gwet's AC1 with its standard error and normal interval (not cut off). Chance is sum of pi (1 - pi) / (q - 1) over the
 * mean margins pi of q categories, so that skewed margins do not lower it as they lower kappa.
 * Insufficient data without units or with fewer than two categories.
 * Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29-48. R: irrCAC::gwet.ac1.table.
 * @param table square, first rater in rows; categories nobody used count for q
 * @throws RangeError when the table is not square, a cell is not a count or the level is outside 0 to 1
 */
export function gwetAc1(table: CountTable, level = 0.95): Estimate {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is not a confidence level`);
  const shares = raterShares(table);
  if (shares.kind === "insufficient-data") return shares;
  const { n, agreement, categories } = shares;
  const margins = meanMargins(shares);
  const others = categories - 1;
  const chance = margins.reduce((sum, share) => sum + share * (1 - share), 0) / others;
  const margin = (category: number) => margins[category] ?? 0;
  const diagonal = sumOverCells(shares, (share, i, j) => (i === j ? share * (1 - margin(i)) : 0)) / others;
  const squares = sumOverCells(shares, (share, i, j) => share * (1 - (margin(i) + margin(j)) / 2) ** 2) / others ** 2;
  const missed = 1 - agreement;
  const variance =
    agreement * missed - 4 * missed * (diagonal - agreement * chance) + 4 * missed ** 2 * (squares - chance ** 2);
  if (chance === 1) return insufficient("no-spread", n);
  const value = (agreement - chance) / (1 - chance);
  const standardError = Math.sqrt(Math.max(0, variance) / n) / (1 - chance);
  const half = normalCritical(level) * standardError;
  return {
    kind: "estimate",
    value,
    interval: { low: value - half, high: value + half, level },
    n,
    method: "gwet-ac1",
    standardError,
    provenance: PROVENANCE,
  };
}

function meanMargins({ first, second }: RaterShares): number[] {
  return first.map((share, category) => (share + (second[category] ?? 0)) / 2);
}
