import {
  areFinite,
  type EstimateValue,
  finiteEstimate,
  type InsufficientData,
  insufficient,
  tooFew,
} from "../estimate";
import { wilsonInterval } from "../proportions/wilson-interval";

const PROVENANCE = { statistic: "reliable-change/responders", version: 1 } as const;

/** What a person's change must reach to count as a response. Sizes are above 0. */
export type ResponseRule =
  /** At least so many units. */
  | { readonly kind: "absolute"; readonly units: number }
  /** At least this share of the own baseline; people with a baseline of 0 cannot respond. */
  | { readonly kind: "relative"; readonly share: number };

/**
 * Whether a change from before to after reaches the rule in the better direction.
 */
export function isResponder(pre: number, post: number, rule: ResponseRule, lowerIsBetter: boolean): boolean {
  const gain = lowerIsBetter ? pre - post : post - pre;
  if (rule.kind === "absolute") return gain >= rule.units;
  return pre !== 0 && gain >= rule.share * Math.abs(pre);
}

/**
 * Share of people who respond, with its Wilson interval.
 * @param level of the interval, 0 to 1
 * @throws RangeError when the lengths differ or the rule's size is not above 0
 */
export function responderShare(
  pre: readonly number[],
  post: readonly number[],
  rule: ResponseRule,
  lowerIsBetter: boolean,
  level = 0.95,
): EstimateValue | InsufficientData {
  if (pre.length !== post.length) throw new RangeError(`${pre.length} values before but ${post.length} after`);
  const size = rule.kind === "absolute" ? rule.units : rule.share;
  if (!(size > 0)) throw new RangeError(`Not a size of change: ${size}`);
  const n = pre.length;
  if (!areFinite(pre, post)) return insufficient("not-finite", n);
  if (n === 0) return tooFew(1, 0);
  const responders = pre.filter((before, index) => isResponder(before, post[index] ?? before, rule, lowerIsBetter));
  const value = responders.length / n;
  return finiteEstimate({
    value,
    interval: wilsonInterval(responders.length, n, level),
    n,
    method: "wilson",
    standardError: Math.sqrt((value * (1 - value)) / n),
    provenance: PROVENANCE,
  });
}
