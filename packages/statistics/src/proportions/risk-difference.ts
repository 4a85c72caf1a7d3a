import { normalCritical, normalUpper } from "../distribution/normal";
import { type Estimate, type Interval, tooFew } from "../estimate";
import { checkTwoGroups, type TwoGroups } from "./two-by-two";
import { wilsonInterval } from "./wilson-interval";

const PROVENANCE = { statistic: "proportions/risk-difference", version: 1 } as const;

/**
 * Difference of two proportions with Newcombe's interval: Wilson's limits of both, squared and added. The standard error
 * is sqrt(p1 q1 / n1 + p2 q2 / n2); the test is the score test with the common proportion, none when all are alike.
 * Insufficient data when a group is empty.
 * Newcombe (1998), Statistics in Medicine 17, 873-890, method 10. R: Epi::ci.pd; prop.test(correct = FALSE)$p.value.
 * @throws RangeError for counts that do not fit and for a level outside 0 to 1
 */
export function riskDifference(groups: TwoGroups, level = 0.95): Estimate {
  checkTwoGroups(groups, level);
  const { successes1, n1, successes2, n2 } = groups;
  if (n1 === 0 || n2 === 0) return tooFew(1, 0);
  const [p1, p2] = [successes1 / n1, successes2 / n2];
  const first = wilsonInterval(successes1, n1, level);
  const second = wilsonInterval(successes2, n2, level);
  const estimate = {
    kind: "estimate",
    value: p1 - p2,
    interval: {
      low: p1 - p2 - Math.hypot(p1 - first.low, second.high - p2),
      high: p1 - p2 + Math.hypot(first.high - p1, p2 - second.low),
      level,
    },
    n: n1 + n2,
    method: "newcombe-square-and-add",
    standardError: Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2),
    provenance: PROVENANCE,
  } as const;
  const common = (successes1 + successes2) / (n1 + n2);
  if (common === 0 || common === 1) return estimate;
  const statistic = (p1 - p2) / Math.sqrt(common * (1 - common) * (1 / n1 + 1 / n2));
  const pValue = 2 * normalUpper(Math.abs(statistic));
  return { ...estimate, test: { distribution: "normal", statistic, pValue, null: 0 } };
}

/**
 * p1 - p2 +- z sqrt(p1 q1 / n1 + p2 q2 / n2), not cut off at -1 and 1; null when a group is empty.
 * @throws RangeError as `riskDifference`
 */
export function riskDifferenceWaldInterval(groups: TwoGroups, level = 0.95): Interval | null {
  checkTwoGroups(groups, level);
  return groups.n1 === 0 || groups.n2 === 0 ? null : waldAround(groups, level);
}

/**
 * The Wald interval after one success and one failure were added to each group; not cut off at -1 and 1.
 * Agresti & Caffo (2000), American Statistician 54, 280-288. R: PropCIs::wald2ci(adjust = "AC").
 * @throws RangeError as `riskDifference`
 */
export function agrestiCaffoInterval(groups: TwoGroups, level = 0.95): Interval {
  checkTwoGroups(groups, level);
  const { successes1, n1, successes2, n2 } = groups;
  return waldAround({ successes1: successes1 + 1, n1: n1 + 2, successes2: successes2 + 1, n2: n2 + 2 }, level);
}

function waldAround({ successes1, n1, successes2, n2 }: TwoGroups, level: number): Interval {
  const [p1, p2] = [successes1 / n1, successes2 / n2];
  const half = normalCritical(level) * Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2);
  return { low: p1 - p2 - half, high: p1 - p2 + half, level };
}
