import { normalUpper } from "@alongside/statistics/distribution/normal";
import { type Estimate, type EstimateTest, finiteEstimate } from "@alongside/statistics/estimate";
import { findRoot } from "@alongside/statistics/optimisation/find-root";
import { shiftDifference } from "../share-change/shift-figures";
import type { UsableShift } from "../share-change/usable-shift";

/** Critical values between which the one is looked for whose limit is 0. No p value is under that of the last, 5.7e-7. */
const [FIRST, USUAL, LAST] = [1e-6, 1.959963984540054, 5] as const;
/** A difference so near to 0 is 0 but for rounding. */
const NONE = 1e-12;

/**
 * Change of the share in one cohort less that in the other, with the limits of both squared and added: Newcombe's idea for any two
 * independent estimates. Zou & Donner (2008), Statistics in Medicine 27, 1693-1702. The p value is that of the test which the
 * interval makes: 1 less the level at which its limit is 0. So it is under .05 where the 95% interval leaves out 0 and only there.
 */
export function netDifference(own: UsableShift, other: UsableShift): Estimate {
  const [first, second] = [shiftDifference(own), shiftDifference(other)];
  if (first.kind !== "estimate") return first;
  if (second.kind !== "estimate") return second;
  const value = first.value - second.value;
  const level = first.interval.level;
  return finiteEstimate({
    value,
    interval: { ...limitsOf(own, other, level), level },
    n: first.n + second.n,
    method: "net-difference-square-and-add",
    standardError: Math.hypot(first.standardError, second.standardError),
    test: testOf(value, (critical) => limitsOf(own, other, 1 - 2 * normalUpper(critical))),
    provenance: { statistic: "binary-change/net-difference", version: 2 },
  });
}

interface Limits {
  readonly low: number;
  readonly high: number;
}

function limitsOf(own: UsableShift, other: UsableShift, level: number): Limits {
  const [first, second] = [shiftDifference(own, level), shiftDifference(other, level)];
  if (first.kind !== "estimate" || second.kind !== "estimate") return { low: Number.NaN, high: Number.NaN };
  const value = first.value - second.value;
  return {
    low: value - Math.hypot(first.value - first.interval.low, second.interval.high - second.value),
    high: value + Math.hypot(first.interval.high - first.value, second.value - second.interval.low),
  };
}

function testOf(value: number, limits: (critical: number) => Limits): EstimateTest {
  const critical = Math.abs(value) < NONE ? 0 : criticalOf((at) => (value > 0 ? limits(at).low : -limits(at).high));
  return {
    distribution: "normal",
    statistic: value < 0 ? -critical : critical,
    pValue: 2 * normalUpper(critical),
    null: 0,
  };
}

/** The critical value at which a limit that begins over 0 comes to 0, on the side of the usual one on which it does. */
function criticalOf(limit: (critical: number) => number): number {
  const [low, high] = limit(USUAL) > 0 ? [USUAL, LAST] : [FIRST, USUAL];
  if (limit(high) > 0) return high;
  return limit(low) <= 0 ? 0 : (findRoot(limit, low, high) ?? low);
}
