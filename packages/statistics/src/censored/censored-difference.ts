import { normalCritical, normalUpper } from "../distribution/normal";
import { type EstimateValue, finiteEstimate, type InsufficientData, insufficient, tooFew } from "../estimate";
import { at, fromRows } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import { type LogRankTest, logRank } from "../survival/log-rank";
import type { CensoredValue } from "./censored-value";
import { flip } from "./flipped-kaplan-meier";
import { tobitRegression } from "./tobit-regression";

const PROVENANCE = { statistic: "censored/censored-difference", version: 1 } as const;

/**
 * Difference in means between two groups or waves with censored values, second minus first: the coefficient of the group in a
 * Tobit regression with one spread for both. With people given, their values may repeat (before and after), and the error is
 * the sandwich by person, which needs no model of how values of one person hang together.
 * R: survreg(Surv(low, high, type = "interval2") ~ group, dist = "gaussian"), + cluster(person).
 * @param people code of each person, first those of the first group, then those of the second
 * @param level of the interval, 0 to 1
 * @throws RangeError for impossible values or when there is not one code per value
 */
export function censoredDifference(
  first: readonly CensoredValue[],
  second: readonly CensoredValue[],
  people?: readonly number[],
  level = 0.95,
): EstimateValue | InsufficientData {
  const critical = normalCritical(level);
  const values = [...first, ...second];
  const fewest = Math.min(first.length, second.length);
  if (fewest < 1) return tooFew(1, fewest);
  const clusters = new Set(people).size;
  if (people !== undefined && clusters < 2) return tooFew(2, clusters);
  const fit = tobitRegression(values, fromRows(values.map((_, row) => [1, row < first.length ? 0 : 1])), people);
  if (fit.kind === "insufficient-data") return fit;
  const value = entry(fit.coefficients, 1);
  const standardError = Math.sqrt(at(fit.robust ?? fit.covariance, 1, 1));
  const n = people === undefined ? values.length : clusters;
  if (!(standardError > 0)) return insufficient("no-spread", n);
  const statistic = value / standardError;
  return finiteEstimate({
    value,
    interval: { low: value - critical * standardError, high: value + critical * standardError, level },
    n,
    method: people === undefined ? "tobit-difference" : "tobit-difference-robust",
    standardError,
    test: { distribution: "normal", statistic, pValue: 2 * normalUpper(Math.abs(statistic)), null: 0 },
    provenance: PROVENANCE,
  });
}

/**
 * Rank comparison of groups with values below limits, free of the normal model: Peto & Peto's test on the flipped scale.
 * R: survdiff(Surv(max(y) - y, !below) ~ group, rho = 1).
 * @param groups code of each value's group, from 0 to count - 1
 * @throws RangeError for impossible values or codes
 */
export function censoredRankTest(
  values: readonly CensoredValue[],
  groups: readonly number[],
  count: number,
): LogRankTest | InsufficientData {
  const flipped = flip(values);
  return flipped.kind === "insufficient-data" ? flipped : logRank(flipped.followUp, groups, count, { rho: 1 });
}
