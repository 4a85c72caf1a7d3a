import { normalCdf } from "../distribution/normal";
import { tQuantile } from "../distribution/student-t";
import type { Quantity } from "../paired/change-from-moments";
import { type Alarm, tailOf } from "./normal-power";
import { reachPower } from "./reach-power";
import { requirePositive } from "./require-share";

const [FEWEST, MOST] = [4, 1e9];

/**
 * Probability that the correlation of two measures of n people is found to differ from 0, on Fisher's scale with his
 * correction for bias. Source: Cohen, Statistical Power Analysis (1988), chapter 3. R: pwr::pwr.r.test(n, r).
 * @throws RangeError when the correlation is not between -1 and 1, or n not above 3
 */
export function correlationPower(correlation: number, n: number, alarm: Alarm): number {
  if (!(Math.abs(correlation) < 1)) throw new RangeError(`Not a correlation: ${correlation}`);
  requirePositive(n - 3, "number of people");
  const twoSided = alarm.alternative === "two-sided";
  const towards = twoSided ? Math.abs(correlation) : correlation;
  const critical = tQuantile(tailOf(alarm), n - 2) ** 2;
  const limit = Math.atanh(Math.sqrt(critical / (critical + n - 2)));
  const expected = Math.atanh(towards) + towards / (2 * (n - 1));
  const found = normalCdf((expected - limit) * Math.sqrt(n - 3));
  return twoSided && alarm.bothTails ? found + normalCdf((-expected - limit) * Math.sqrt(n - 3)) : found;
}

/** People for a wanted power. R: pwr::pwr.r.test(r, power)$n. */
export function correlationSampleSize(correlation: number, power: number, alarm: Alarm): Quantity {
  return reachPower((n) => correlationPower(correlation, n, alarm), power, FEWEST, MOST);
}
