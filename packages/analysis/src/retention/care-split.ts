import type { Interval } from "@alongside/statistics/estimate";
import { wilsonInterval } from "@alongside/statistics/proportions/wilson-interval";
import { effectiveThreshold } from "../disclosure-control/shown-count";
import type { RetentionPerson } from "./retention-person";

/** Whoever was seen within so many days is in care; the stretch after which a visit counts as interrupted elsewhere, too. */
export const SEEN_WITHIN = 28;

/** Up to this many people, "all of them" says something of everybody. */
const ALIKE_BELOW = 20;

/** How those still in the programme on one day divide. The three add up to everybody at risk that day. */
export interface CareSplit {
  /** Seen in the 28 days up to that day. */
  readonly seen: number;
  /** Not seen in them, though contacts were being logged all that time. */
  readonly interrupted: number;
  /** Not seen in them, from a time before contacts were logged. */
  readonly unknown: number;
  /** Of those of whom it is known, the share seen (Wilson); null where it is known of nobody. */
  readonly share: { readonly value: number; readonly interval: Interval } | null;
}

/**
 * Who of those still in the programme so many days after enrolment was seen in the 28 days before: people leave and come back,
 * and one time to a loss would count them as lost for good. Enrolment counts as having been seen.
 * R: table(state) of those at risk; prop.test(seen, seen + interrupted, correct = FALSE)$conf.int.
 */
export function careSplit(people: readonly RetentionPerson[], day: number): CareSplit {
  // On the day of enrolment everybody is there, also who is followed no longer.
  const following = people.filter(({ days }) => day === 0 || days > day);
  const seen = following.filter((one) => wasSeen(one, day)).length;
  const unknown = following.filter((one) => !wasSeen(one, day) && !isKnown(one, day)).length;
  const interrupted = following.length - seen - unknown;
  const known = seen + interrupted;
  const share = known === 0 ? null : { value: seen / known, interval: wilsonInterval(seen, known) };
  return { seen, interrupted, unknown, share };
}

function wasSeen({ seen }: RetentionPerson, day: number): boolean {
  return day <= SEEN_WITHIN || seen.some((on) => on > day - SEEN_WITHIN - 1 && on <= day);
}

function isKnown({ loggedFrom }: RetentionPerson, day: number): boolean {
  return loggedFrom !== null && day - SEEN_WITHIN >= loggedFrom;
}

/**
 * Whether a split may be told: every part is of nobody or of enough people, a part that is everybody is of at least twenty, and
 * as many became known, or ended unknown, since the split told before it, because those are people who can be worked out.
 */
export function maySplit(split: CareSplit, before: CareSplit | null, threshold: number): boolean {
  const smallest = effectiveThreshold(threshold);
  if (smallest === 1) return true;
  const parts = [split.seen, split.interrupted, split.unknown];
  const enough = (people: number) => people === 0 || people >= smallest;
  const all = split.seen + split.interrupted + split.unknown;
  if (parts.includes(all) && all < ALIKE_BELOW) return false;
  return parts.every(enough) && (before === null || enough(Math.abs(before.unknown - split.unknown)));
}
