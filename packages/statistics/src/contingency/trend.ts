import { areFinite, type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { type ChiSquaredTest, chiSquaredTest } from "./chi-squared-result";

const PROVENANCE = { statistic: "contingency/trend", version: 1 } as const;

/**
 * Cochran and Armitage's test of a linear trend in the share of successes over ordered groups, one degree of freedom,
 * without continuity correction. Insufficient data without people, when all are alike, and when only one score has people.
 * Armitage (1955), Biometrics 11, 375-386. R: prop.trend.test(successes, totals, scores).
 * @param successes by group
 * @param totals people by group
 * @param scores of the groups; 1, 2, 3... by default
 * @throws RangeError when the lengths differ or a count does not fit
 */
export function trendTest(
  successes: readonly number[],
  totals: readonly number[],
  scores: readonly number[] = totals.map((_, index) => index + 1),
): ChiSquaredTest | InsufficientData {
  if (successes.length !== totals.length || scores.length !== totals.length) throw new RangeError("Lengths differ");
  const groups = totals.map((total, index) => {
    const [count, score] = [successes[index] ?? 0, scores[index] ?? 0];
    const counted = Number.isInteger(count) && Number.isInteger(total) && count >= 0 && count <= total;
    if (!counted) throw new RangeError(`${count} is not a count out of ${total}`);
    return { count, total, score };
  });
  const sum = (f: (group: (typeof groups)[number]) => number) => groups.reduce((total, group) => total + f(group), 0);
  const n = sum(({ total }) => total);
  if (n === 0) return tooFew(1, 0);
  if (!areFinite(scores)) return insufficient("not-finite", n);
  const share = sum(({ count }) => count) / n;
  const centre = sum(({ total, score }) => total * score) / n;
  const spread = sum(({ total, score }) => total * (score - centre) ** 2);
  if (share === 0 || share === 1 || spread === 0) return insufficient("no-spread", n);
  const slope = sum(({ count, total, score }) => (count - total * share) * (score - centre));
  const statistic = slope ** 2 / (share * (1 - share) * spread);
  return whereFinite(chiSquaredTest(statistic, 1, { n, method: "cochran-armitage", provenance: PROVENANCE }), n);
}
