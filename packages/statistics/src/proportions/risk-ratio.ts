import { normalCritical, normalUpper } from "../distribution/normal";
import { type Estimate, finiteEstimate, insufficient, tooFew } from "../estimate";
import { checkTwoGroups, type TwoGroups } from "./two-by-two";

const PROVENANCE = { statistic: "proportions/risk-ratio", version: 1 } as const;

/**
 * Ratio of two proportions, with the normal interval and Wald test of its logarithm, whose standard error is
 * sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2). Insufficient data when a group is empty or has no success, or when all succeed.
 * Katz et al. (1978), Biometrics 34, 469-474. R: epitools::riskratio(method = "wald").
 * @throws RangeError for counts that do not fit and for a level outside 0 to 1
 */
export function riskRatio(groups: TwoGroups, level = 0.95): Estimate {
  checkTwoGroups(groups, level);
  const { successes1, n1, successes2, n2 } = groups;
  const standardError = Math.sqrt(1 / successes1 - 1 / n1 + 1 / successes2 - 1 / n2);
  return ratio((successes1 / n1 / successes2) * n2, standardError, groups, level, "risk-ratio-log");
}

/**
 * Ratio of the odds in two groups, with the normal interval and Wald test of its logarithm, whose standard error is
 * the root of the sum of the reciprocals of the four cells. Insufficient data when one of the cells is empty.
 * Woolf (1955), Annals of Human Genetics 19, 251-253. R: epitools::oddsratio(method = "wald").
 * @throws RangeError as `riskRatio`
 */
export function oddsRatio(groups: TwoGroups, level = 0.95): Estimate {
  checkTwoGroups(groups, level);
  const { successes1, n1, successes2, n2 } = groups;
  const [failures1, failures2] = [n1 - successes1, n2 - successes2];
  const standardError = Math.sqrt(1 / successes1 + 1 / failures1 + 1 / successes2 + 1 / failures2);
  const value = ((successes1 / failures1) * failures2) / successes2;
  return ratio(value, standardError, groups, level, "odds-ratio-wald");
}

function ratio(value: number, standardError: number, groups: TwoGroups, level: number, method: string): Estimate {
  const n = groups.n1 + groups.n2;
  if (groups.n1 === 0 || groups.n2 === 0) return tooFew(1, 0);
  if (!Number.isFinite(standardError)) return insufficient("no-events", n);
  if (standardError === 0) return insufficient("no-spread", n);
  const statistic = Math.log(value) / standardError;
  const half = Math.exp(normalCritical(level) * standardError);
  return finiteEstimate({
    value,
    interval: { low: value / half, high: value * half, level },
    n,
    method,
    standardError,
    test: { distribution: "normal", statistic, pValue: 2 * normalUpper(Math.abs(statistic)), null: 1 },
    provenance: PROVENANCE,
  });
}
