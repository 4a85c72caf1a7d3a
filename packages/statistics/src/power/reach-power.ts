import { insufficient } from "../estimate";
import { findRoot } from "../optimisation/find-root";
import type { Quantity } from "../paired/change-from-moments";
import { requireShare } from "./require-share";

/**
 * The number at which a power that rises with it reaches the one wanted; not whole, so that it can be multiplied by
 * factors for clusters and drop-out before it is rounded up. "not-identifiable" where no number between the ends does.
 */
export function reachPower(powerAt: (x: number) => number, power: number, low: number, high: number): Quantity {
  requireShare(power, "power");
  const value = findRoot((x) => powerAt(x) - power, low, high);
  return value === null ? insufficient("not-identifiable", 0) : { kind: "value", value };
}
