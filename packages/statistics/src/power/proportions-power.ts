import { normalCdf, normalUpper, normalUpperQuantile } from "../distribution/normal";
import type { Quantity } from "../paired/change-from-moments";
import { type Alarm, normalPower, tailOf } from "./normal-power";
import { reachPower } from "./reach-power";
import { requirePositive } from "./require-share";

const [FEWEST, MOST] = [1, 1e9];

/** Two groups in which different shares of people have the outcome. */
export interface ProportionsDesign extends Alarm {
  readonly first: number;
  readonly second: number;
}

/**
 * Probability that a test of two proportions, with n people in each group, finds the difference. The variance is pooled
 * under no difference and not pooled under the true one; no continuity correction.
 * Source: Fleiss, Statistical Methods for Rates and Proportions (1981), section 3.2.
 * R: power.prop.test(n, p1, p2), with strict = TRUE for bothTails.
 * @throws RangeError when a share, the size or the significance is impossible
 */
export function proportionsPower(design: ProportionsDesign, n: number): number {
  const { first, second } = design;
  requireProportions(first, second);
  requirePositive(n, "number of people");
  const critical = normalUpperQuantile(tailOf(design));
  const pooled = Math.sqrt((first + second) * (1 - (first + second) / 2));
  const apart = Math.sqrt(first * (1 - first) + second * (1 - second));
  const distance = Math.sqrt(n) * Math.abs(first - second);
  // Where nobody or everybody has the outcome nothing varies, and nothing can be missed but for no difference at all.
  if (apart === 0) return distance > critical * pooled ? 1 : 0;
  const found = normalCdf((distance - critical * pooled) / apart);
  if (!(design.bothTails && design.alternative === "two-sided")) return found;
  return found + normalUpper((distance + critical * pooled) / apart);
}

/** People per group for a wanted power. R: power.prop.test(p1, p2, power)$n. */
export function proportionsSampleSize(design: ProportionsDesign, power: number): Quantity {
  return reachPower((n) => proportionsPower(design, n), power, FEWEST, MOST);
}

/** The higher share in the second group that would be found with the wanted power. R: power.prop.test(n, p1, power)$p2. */
export function detectableProportion(design: Omit<ProportionsDesign, "second">, n: number, power: number): Quantity {
  return reachPower((second) => proportionsPower({ ...design, second }, n), power, design.first, 1);
}

/**
 * Distance of two shares on the scale on which their variances are alike: 2 asin sqrt(first) - 2 asin sqrt(second).
 * Source: Cohen, Statistical Power Analysis (1988), chapter 6. R: pwr::ES.h(first, second).
 */
export function arcsineDistance(first: number, second: number): number {
  requireProportions(first, second);
  return 2 * Math.asin(Math.sqrt(first)) - 2 * Math.asin(Math.sqrt(second));
}

/**
 * Probability that two groups, of n and secondN people, are found to differ by an arcsine distance.
 * R: pwr::pwr.2p2n.test(h, n1, n2), which counts both tails; pwr.2p.test for equal groups.
 */
export function arcsinePower(distance: number, n: number, secondN: number, alarm: Alarm): number {
  for (const size of [n, secondN]) requirePositive(size, "number of people");
  const towards = alarm.alternative === "two-sided" ? Math.abs(distance) : distance;
  return normalPower(towards * Math.sqrt((n / (n + secondN)) * secondN), alarm);
}

function requireProportions(...shares: readonly number[]): void {
  for (const share of shares) if (!(share >= 0 && share <= 1)) throw new RangeError(`Not a share: ${share}`);
}
