import { areFinite } from "../estimate";
/** What is known of each person's time. All arrays have one entry per row, in the same order. */
export interface FollowUp {
  /** When the row's time at risk ends, by the event or by being lost from sight; any unit, the same for all. */
  readonly exit: readonly number[];
  /** Whether the time at risk ended by the event. */
  readonly event: readonly boolean[];
  /** When the row comes under observation, just after this time. Without it everyone is followed from the start. */
  readonly entry?: readonly number[];
  /** How many people a row stands for; 1 each without it. */
  readonly weights?: readonly number[];
}

/** Whether all times and weights are numbers that doubles hold. */
export function isFiniteFollowUp({ exit, entry, weights }: FollowUp): boolean {
  return areFinite(exit, entry ?? [], weights ?? []);
}

/**
 * Refuses follow-up that no correct program passes in.
 * @throws RangeError when lengths differ, a number is not finite, a weight is negative, or an entry is not before its exit
 */
export function checkFollowUp({ exit, event, entry, weights }: FollowUp): void {
  const n = exit.length;
  for (const [name, values] of Object.entries({ event, entry, weights })) {
    if (values !== undefined && values.length !== n) throw new RangeError(`${n} exits but ${values.length} of ${name}`);
  }
  if (!exit.every(Number.isFinite)) throw new RangeError("A time is not finite");
  if (weights?.some((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY))) {
    throw new RangeError("A weight is negative or not finite");
  }
  // Also refuses an entry that is not a number, since no comparison with it holds.
  if (entry?.some((from, row) => !(from < (exit[row] ?? 0) && from > Number.NEGATIVE_INFINITY))) {
    throw new RangeError("An entry is not before its exit");
  }
}
