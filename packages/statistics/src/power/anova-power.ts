import { fQuantile } from "../distribution/f";
import { noncentralFUpper } from "../distribution/noncentral-f";
import type { Quantity } from "../paired/change-from-moments";
import { reachPower } from "./reach-power";
import { requirePositive, requireShare } from "./require-share";

const [FEWEST, MOST] = [2, 1e6];

/** Several groups of one size whose true means differ. */
export interface AnovaDesign {
  readonly groups: number;
  /** Variance of the true means (divisor groups - 1), in squared units of the measure. */
  readonly betweenVariance: number;
  /** Variance of people within a group. */
  readonly withinVariance: number;
  readonly significance: number;
}

/**
 * Probability that a one-way analysis of variance with n people in each group finds that the means differ.
 * R: power.anova.test(groups, n, between.var, within.var); pwr::pwr.anova.test with
 * f^2 = between.var (groups - 1) / groups / within.var.
 * @throws RangeError when a number, a variance or the significance is impossible
 */
export function anovaPower(design: AnovaDesign, n: number): number {
  const { groups, betweenVariance, withinVariance, significance } = design;
  requirePositive(groups - 1, "number of groups");
  requirePositive(n - 1, "number of people");
  requirePositive(withinVariance, "variance");
  requireShare(significance, "significance");
  if (!(betweenVariance >= 0)) throw new RangeError(`Not a variance: ${betweenVariance}`);
  const [between, within] = [groups - 1, (n - 1) * groups];
  // The upper point of F is the reciprocal of the lower one of 1/F, which keeps its digits for small significances.
  const critical = 1 / fQuantile(significance, within, between);
  return noncentralFUpper(critical, between, within, (between * n * betweenVariance) / withinVariance);
}

/** People per group for a wanted power. R: power.anova.test(groups, between.var, within.var, power)$n. */
export function anovaSampleSize(design: AnovaDesign, power: number): Quantity {
  return reachPower((n) => anovaPower(design, n), power, FEWEST, MOST);
}
