import { normalCdf, normalUpperQuantile } from "../distribution/normal";
import { insufficient } from "../estimate";
import type { Quantity } from "../paired/change-from-moments";
import { type Alarm, tailOf } from "./normal-power";
import { requirePositive, requireShare } from "./require-share";

/** Shares of all people whose answer changes one way and the other. */
export interface PairedShares extends Alarm {
  readonly toYes: number;
  readonly toNo: number;
}

/**
 * Which variance the changes are given when the shares differ: Miettinen's, of second order, or Connor's, of all
 * changes together, which asks for a few more people.
 */
export type PairedVariance = "miettinen" | "connor";

/**
 * Pairs that McNemar's test needs for a wanted power. "no-events" where as many change one way as the other.
 * Source: Miettinen, Biometrics 24 (1968) 339-352; Connor, Biometrics 43 (1987) 207-211.
 * SAS: proc power, pairedfreq, method = miettinen or connor.
 * @throws RangeError when shares, significance or power are impossible
 */
export function mcnemarPairs(design: PairedShares, power: number, variance: PairedVariance = "miettinen"): Quantity {
  requireShare(power, "power");
  const { discordant, difference, apart } = partsOf(design, variance);
  if (difference === 0) return insufficient("no-events", 0);
  const reach = normalUpperQuantile(tailOf(design)) * Math.sqrt(discordant) + normalUpperQuantile(1 - power) * apart;
  return { kind: "value", value: (reach / difference) ** 2 };
}

/** Probability that McNemar's test finds the difference in n pairs, by the same normal approximation. */
export function mcnemarPower(design: PairedShares, n: number, variance: PairedVariance = "miettinen"): number {
  requirePositive(n, "number of pairs");
  const { discordant, difference, apart } = partsOf(design, variance);
  const distance = Math.sqrt(n) * Math.abs(difference) - normalUpperQuantile(tailOf(design)) * Math.sqrt(discordant);
  if (apart === 0) return distance > 0 ? 1 : 0;
  return normalCdf(distance / apart);
}

function partsOf({ toYes, toNo }: PairedShares, variance: PairedVariance) {
  if (!(toYes >= 0 && toNo >= 0 && toYes + toNo > 0 && toYes + toNo <= 1)) {
    throw new RangeError(`Not shares of people who change: ${toYes}, ${toNo}`);
  }
  const discordant = toYes + toNo;
  const difference = toYes - toNo;
  const taken = variance === "connor" ? 1 : (3 + discordant) / (4 * discordant);
  return { discordant, difference, apart: Math.sqrt(Math.max(0, discordant - difference ** 2 * taken)) };
}
