import { fQuantile } from "../distribution/f";
import { areFinite, type Estimate, finiteEstimate, type InsufficientData, insufficient, tooFew } from "../estimate";
import { type Matrix, multiply } from "../linear-algebra/matrix";
import { covarianceMatrix } from "./covariance";

const PROVENANCE = { statistic: "reliability/coefficient-alpha", version: 1 } as const;

/**
 * Cronbach's alpha of complete answers, from the raw covariances, with Feldt's interval
 * 1 - (1 - alpha) F(n - 1, (n - 1)(k - 1)) and the standard error of Duhachek and Iacobucci. May be below 0.
 * Insufficient data with fewer than two items or three people, and when the sum of the items does not vary.
 * Feldt (1965), Psychometrika 30, 357-370; Duhachek & Iacobucci (2004), J Appl Psychol 89, 792-808.
 * R: psych::alpha(items)$total$raw_alpha; psych::alpha.ci(alpha, n, k).
 * @param items one list per item, the same people in the same order, items that mean the opposite already turned
 * @throws RangeError when the lengths differ or the level is outside 0 to 1
 */
export function coefficientAlpha(items: readonly (readonly number[])[], level = 0.95): Estimate {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is not a confidence level`);
  if (!areFinite(...items)) return insufficient("not-finite", items[0]?.length ?? 0);
  const covariance = covarianceMatrix(items);
  const n = items[0]?.length ?? 0;
  const k = items.length;
  if (k < 2) return tooFew(2, k);
  if (n < 3) return tooFew(3, n);
  const value = alphaOfCovariance(covariance);
  if (value === null) return insufficient("no-spread", n);
  const [numerator, denominator] = [n - 1, (n - 1) * (k - 1)];
  const upper = (1 + level) / 2;
  return finiteEstimate({
    value,
    interval: {
      low: 1 - (1 - value) * fQuantile(upper, numerator, denominator),
      high: 1 - (1 - value) / fQuantile(upper, denominator, numerator),
      level,
    },
    n,
    method: "alpha-feldt",
    standardError: alphaStandardError(covariance, n),
    provenance: PROVENANCE,
  });
}

/**
 * Alpha of a covariance matrix, k / (k - 1) (1 - trace / sum); of a correlation matrix this is the standardised alpha.
 * Null with fewer than two items and when the sum of the items does not vary.
 */
export function alphaOfCovariance(covariance: Matrix): number | null {
  const k = covariance.rows;
  const { trace, sum } = totals(covariance);
  if (k < 2 || !(sum > trace * 1e-14)) return null;
  return (k / (k - 1)) * (1 - trace / sum);
}

/** Guttman's second lower bound, (sum of covariances + sqrt(k / (k - 1) sum of their squares)) / variance of the sum. */
export function guttmanLambda2(covariance: Matrix): number | InsufficientData {
  const k = covariance.rows;
  const { trace, sum } = totals(covariance);
  if (k < 2) return tooFew(2, k);
  if (!(sum > trace * 1e-14)) return insufficient("no-spread", k);
  let squares = 0;
  covariance.values.forEach((value, index) => {
    if (index % (k + 1) !== 0) squares += value ** 2;
  });
  const bound = (sum - trace + Math.sqrt((k / (k - 1)) * squares)) / sum;
  return Number.isFinite(bound) ? bound : insufficient("out-of-range", k);
}

/** sqrt(2 k^2 / ((k - 1)^2 s^3) (s (tr V^2 + tr^2 V) - 2 tr V 1'V^2 1) / n), s the sum of V; n is the number of people. */
function alphaStandardError(covariance: Matrix, n: number): number {
  const k = covariance.rows;
  const { trace, sum } = totals(covariance);
  const ofSquare = totals(multiply(covariance, covariance));
  const variance =
    ((2 * k ** 2) / ((k - 1) ** 2 * sum ** 3)) * (sum * (ofSquare.trace + trace ** 2) - 2 * trace * ofSquare.sum);
  return Math.sqrt(Math.max(0, variance) / n);
}

function totals({ rows, values }: Matrix): { trace: number; sum: number } {
  const trace = values.reduce((part, value, index) => (index % (rows + 1) === 0 ? part + value : part), 0);
  return { trace, sum: values.reduce((part, value) => part + value, 0) };
}
