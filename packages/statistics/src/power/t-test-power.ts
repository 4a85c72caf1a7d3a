import { noncentralTCdf, noncentralTUpper } from "../distribution/noncentral-t";
import { tQuantile } from "../distribution/student-t";
import type { Quantity } from "../paired/change-from-moments";
import { type Alarm, tailOf } from "./normal-power";
import { reachPower } from "./reach-power";
import { requirePositive } from "./require-share";

/** Sizes that are searched. */
const [FEWEST, MOST] = [2, 1e7];
/** Differences that are searched, in standard deviations. */
const [SMALLEST, LARGEST] = [1e-7, 1e3];

/** What a t test compares: two groups of people, or the changes of one group (pairs). */
export interface TTestDesign extends Alarm {
  readonly groups: 1 | 2;
  /** True mean difference, or mean change, in the units of the measure. Its sign counts in a one-sided test only. */
  readonly difference: number;
  /** Within each group; of the changes, for one group. */
  readonly standardDeviation: number;
}

/** People in each group, or pairs; of the second group where it differs. */
export interface Sizes {
  readonly n: number;
  readonly secondN?: number;
}

/**
 * Probability that a t test finds the difference, exactly, by the noncentral t distribution.
 * Source: Cohen, Statistical Power Analysis (1988), chapter 2. R: power.t.test(n, delta, sd), with strict = TRUE for
 * bothTails; pwr::pwr.t2n.test for groups of different size.
 * @throws RangeError when a size, the standard deviation or the significance is impossible
 */
export function tTestPower(design: TTestDesign, { n, secondN = n }: Sizes): number {
  for (const size of [n, secondN]) requirePositive(size - 1, "number of people");
  requirePositive(design.standardDeviation, "standard deviation");
  const degreesOfFreedom = design.groups === 2 ? n + secondN - 2 : n - 1;
  const perPerson = design.groups === 2 ? (n / (n + secondN)) * secondN : n;
  const critical = -tQuantile(tailOf(design), degreesOfFreedom);
  const standardised = design.difference / design.standardDeviation;
  const twoSided = design.alternative === "two-sided";
  const noncentrality = (twoSided ? Math.abs(standardised) : standardised) * Math.sqrt(perPerson);
  const found = noncentralTUpper(critical, degreesOfFreedom, noncentrality);
  if (!(twoSided && design.bothTails)) return found;
  return found + noncentralTCdf(-critical, degreesOfFreedom, noncentrality);
}

/** People per group, or pairs, for a wanted power. R: power.t.test(power, delta, sd)$n. */
export function tTestSampleSize(design: TTestDesign, power: number): Quantity {
  return reachPower((n) => tTestPower(design, { n }), power, FEWEST, MOST);
}

/** The smallest difference that would be found with the wanted power, in the units of the measure. */
export function tTestDetectableDifference(
  design: Omit<TTestDesign, "difference">,
  sizes: Sizes,
  power: number,
): Quantity {
  const unit = design.standardDeviation;
  requirePositive(unit, "standard deviation");
  return reachPower(
    (difference) => tTestPower({ ...design, difference }, sizes),
    power,
    SMALLEST * unit,
    LARGEST * unit,
  );
}
