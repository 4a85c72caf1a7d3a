import { normalCritical, normalUpper } from "../distribution/normal";
import { type Estimate, tooFew } from "../estimate";
import { checkLevel, checkShare } from "./wilson-interval";

const PROVENANCE = { statistic: "proportions/net-improvement", version: 1 } as const;

/**
 * Share who improved minus share who worsened on an ordinal item, with sqrt((p+ + p- - (p+ - p-)^2) / n) as standard
 * error and the normal interval, not cut off at -1 and 1. The test is (up - down)^2 / (up + down), the sign test for
 * large numbers; there is none when nobody changed. Insufficient data without people.
 * @param up people who improved
 * @param down people who worsened
 * @param n everybody, those who stayed included
 * @throws RangeError for counts that do not fit, and for a level outside 0 to 1
 */
export function netImprovement(up: number, down: number, n: number, level = 0.95): Estimate {
  checkLevel(level);
  checkShare(up, n, level);
  checkShare(down, n, level);
  checkShare(up + down, n, level);
  if (n === 0) return tooFew(1, 0);
  const value = (up - down) / n;
  const standardError = Math.sqrt(((up + down) / n - value ** 2) / n);
  const half = normalCritical(level) * standardError;
  const estimate = {
    kind: "estimate",
    value,
    interval: { low: value - half, high: value + half, level },
    n,
    method: "net-improvement",
    standardError,
    provenance: PROVENANCE,
  } as const;
  if (up + down === 0) return estimate;
  const statistic = (up - down) / Math.sqrt(up + down);
  const pValue = 2 * normalUpper(Math.abs(statistic));
  return { ...estimate, test: { distribution: "normal", statistic, pValue, null: 0 } };
}
