import { type Estimate, finiteEstimate } from "@alongside/statistics/estimate";

/**
 * Change of one cohort less change of the other, with the limits of both squared and added: Newcombe's idea for any two
 * independent estimates. Zou & Donner (2008), Statistics in Medicine 27, 1693-1702. No test; where the interval leaves out 0
 * the difference is one that chance alone would seldom make.
 */
export function netDifference(own: Estimate, other: Estimate): Estimate {
  if (own.kind !== "estimate") return own;
  if (other.kind !== "estimate") return other;
  const value = own.value - other.value;
  const below = Math.hypot(own.value - own.interval.low, other.interval.high - other.value);
  const above = Math.hypot(own.interval.high - own.value, other.value - other.interval.low);
  return finiteEstimate({
    value,
    interval: { low: value - below, high: value + above, level: own.interval.level },
    n: own.n + other.n,
    method: "net-difference-square-and-add",
    standardError: Math.hypot(own.standardError, other.standardError),
    provenance: { statistic: "suppression/net-difference", version: 1 },
  });
}
