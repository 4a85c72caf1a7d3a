import { type CountTable, marginsOf } from "../contingency/count-table";
import { normalUpper } from "../distribution/normal";
import { type InsufficientData, insufficient, tooFew } from "../estimate";

/** Fleiss's kappa of several raters. */
export interface FleissKappa {
  readonly kind: "fleiss-kappa";
  readonly subjects: number;
  /** Ratings of each subject; the mean where subjects have different numbers. */
  readonly raters: number;
  readonly value: number;
  /** Mean share of agreeing pairs of raters, and what chance gives from the pooled shares. */
  readonly observedAgreement: number;
  readonly expectedAgreement: number;
  /**
   * If raters chose at random. For the test only: it is no standard error of the value itself. Null, and with it the
   * test, where subjects have different numbers of ratings.
   */
  readonly standardErrorRandom: number | null;
  readonly zStatistic: number | null;
  readonly pValue: number | null;
  /** Kappa of each category against all others, in the order of the columns; null for a category nobody or all used. */
  readonly byCategory: readonly (number | null)[];
}

/**
 * Fleiss's kappa: m ratings of each of N subjects, not necessarily by the same raters. Insufficient data without
 * subjects, with fewer than two ratings each, and when all ratings are the same.
 * Fleiss (1971), Psychological Bulletin 76, 378-382; standard error: Fleiss, Nee & Landis (1979), same journal 86,
 * 974-977. R: irr::kappam.fleiss.
 * @param counts one row per subject: how many ratings it had in each category
 * Where subjects have different numbers of ratings: agreement is the mean over subjects with at least two ratings, and a
 * category's share the mean over all subjects of its share of their ratings. Gwet, Handbook of Inter-Rater Reliability
 * (2014), chapter 2; subjects nobody rated are left out.
 * @throws RangeError when a cell is not a count
 */
export function fleissKappa(counts: CountTable): FleissKappa | InsufficientData {
  const { rows, columns, total } = marginsOf(counts);
  const [subjects, raters] = [rows.length, rows[0] ?? 0];
  if (rows.some((ratings) => ratings !== raters)) return ofUnequalNumbers(counts.filter((_, row) => rows[row] !== 0));
  if (subjects === 0) return tooFew(1, 0);
  if (raters < 2) return tooFew(2, raters);
  if (columns.includes(total)) return insufficient("no-spread", subjects);
  const shares = columns.map((count) => count / total);
  const pairs = subjects * raters * (raters - 1);
  const agreeing = counts.flat().reduce((sum, count) => sum + count * (count - 1), 0);
  const [observedAgreement, expectedAgreement] = [agreeing / pairs, shares.reduce((sum, share) => sum + share ** 2, 0)];
  const value = (observedAgreement - expectedAgreement) / (1 - expectedAgreement);
  const spread = shares.reduce((sum, share) => sum + share * (1 - share), 0);
  const skew = shares.reduce((sum, share) => sum + share * (1 - share) * (1 - 2 * share), 0);
  const standardErrorRandom = (Math.sqrt(2) * Math.sqrt(spread ** 2 - skew)) / (spread * Math.sqrt(pairs));
  const zStatistic = value / standardErrorRandom;
  return {
    kind: "fleiss-kappa",
    subjects,
    raters,
    value,
    observedAgreement,
    expectedAgreement,
    standardErrorRandom,
    zStatistic,
    pValue: 2 * normalUpper(Math.abs(zStatistic)),
    byCategory: shares.map((share, category) => {
      if (share === 0) return null;
      const disagreeing = counts.reduce((sum, row) => sum + (row[category] ?? 0) * (raters - (row[category] ?? 0)), 0);
      return 1 - disagreeing / (pairs * share * (1 - share));
    }),
  };
}

function ofUnequalNumbers(counts: CountTable): FleissKappa | InsufficientData {
  const { rows, columns, total } = marginsOf(counts);
  const subjects = rows.length;
  const most = rows.reduce((a, b) => Math.max(a, b), 0);
  if (most < 2) return tooFew(2, most);
  if (columns.includes(total)) return insufficient("no-spread", subjects);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value / values.length, 0);
  const pairs = (count: number) => count * (count - 1);
  const twice = counts.map((row, at) => ({ row, ratings: rows[at] ?? 0 })).filter(({ ratings }) => ratings > 1);
  /** Of the pairs of ratings of the same subject, those that agree on what `same` counts. */
  const agreement = (same: (row: readonly number[], ratings: number) => number) =>
    mean(twice.map(({ row, ratings }) => same(row, ratings) / pairs(ratings)));
  const shares = columns.map((_, category) => mean(counts.map((row, at) => (row[category] ?? 0) / (rows[at] ?? 1))));
  const observedAgreement = agreement((row) => row.reduce((sum, count) => sum + pairs(count), 0));
  const expectedAgreement = shares.reduce((sum, share) => sum + share ** 2, 0);
  return {
    kind: "fleiss-kappa",
    subjects,
    raters: total / subjects,
    value: (observedAgreement - expectedAgreement) / (1 - expectedAgreement),
    observedAgreement,
    expectedAgreement,
    standardErrorRandom: null,
    zStatistic: null,
    pValue: null,
    byCategory: shares.map((share, category) => {
      if (share === 0) return null;
      const of = (row: readonly number[]) => row[category] ?? 0;
      const disagreeing = agreement((row, ratings) => 2 * of(row) * (ratings - of(row)));
      return 1 - disagreeing / (2 * share * (1 - share));
    }),
  };
}
