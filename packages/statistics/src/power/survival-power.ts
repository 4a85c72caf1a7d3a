import { normalUpperQuantile } from "../distribution/normal";
import { insufficient } from "../estimate";
import type { Quantity } from "../paired/change-from-moments";
import { type Alarm, normalPower, tailOf } from "./normal-power";
import { requirePositive, requireShare } from "./require-share";

/** Two groups whose hazards are in a constant ratio. */
export interface HazardDesign extends Alarm {
  readonly hazardRatio: number;
  /** Share of people who are in the first group, e.g. 0.5. */
  readonly share: number;
}

/**
 * Events that a log-rank test or a Cox model needs for a wanted power; people are events over the share of people who
 * have one. "no-events" where the hazards are alike. Source: Schoenfeld, Biometrics 39 (1983) 499-503.
 * @throws RangeError when the ratio, share, significance or power is impossible
 */
export function eventsNeeded(design: HazardDesign, power: number): Quantity {
  requireShare(power, "power");
  const perEvent = informationPerEvent(design);
  if (perEvent === 0) return insufficient("no-events", 0);
  const reach = normalUpperQuantile(tailOf(design)) + normalUpperQuantile(1 - power);
  return { kind: "value", value: reach ** 2 / perEvent };
}

/** Probability that so many events show the difference. */
export function eventsPower(design: HazardDesign, events: number): number {
  requirePositive(events, "number of events");
  return normalPower(Math.sqrt(events * informationPerEvent(design)), design);
}

function informationPerEvent({ hazardRatio, share }: HazardDesign): number {
  requirePositive(hazardRatio, "hazard ratio");
  requireShare(share, "share of people");
  return share * (1 - share) * Math.log(hazardRatio) ** 2;
}
