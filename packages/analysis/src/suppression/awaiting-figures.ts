import { hideInLine } from "../disclosure-control/hide-in-line";
import { boundsOf, type ShownCount } from "../disclosure-control/shown-count";
import { partReach, type Reach, usableAs } from "../share-change/usable-shift";
import { type DenominatorFigures, denominatorFigures } from "./denominator-figures";
import { isTold, type StatusPair, shiftOf, statusTable } from "./status-table";

/** Results that nobody but one person has looked at, or that somebody queried: how much depends on them. */
export interface AwaitingFigures {
  /** Of the people tested before and after: those with such a result. */
  readonly people: ShownCount;
  /** The figures of those tested, without these people; null where there are none of them. */
  readonly without: DenominatorFigures | null;
}

/** Counts them, and leaves them out, as far as the rest of the table allows. */
export function awaitingFigures(
  pairs: readonly StatusPair[],
  whole: Reach,
  tested: ShownCount,
  threshold: number,
): AwaitingFigures {
  const told = pairs.filter(isTold);
  const [waiting, rest] = [told.filter(({ awaiting }) => awaiting), told.filter(({ awaiting }) => !awaiting)];
  const people = awaitingCount(waiting.length, rest.length, whole === "nothing" ? tested : null, threshold);
  if (boundsOf(people).high === 0) return { people, without: null };
  const [part, others] = [rest, waiting].map((some) => shiftOf(statusTable(some), "tested-only"));
  if (part === undefined || others === undefined) return { people, without: null };
  const reach = partReach(whole, part, others, threshold);
  return { people, without: denominatorFigures("tested-only", usableAs(reach, part)) };
}

/**
 * How many wait, of so many in all.
 * @param hidden the number of all, where it is hidden and the number waiting with it
 */
export function awaitingCount(
  waiting: number,
  others: number,
  hidden: ShownCount | null,
  threshold: number,
): ShownCount {
  if (hidden !== null) return { kind: "range", low: 0, high: boundsOf(hidden).high };
  if (waiting === 0) return { kind: "exact", n: 0 };
  const [shown] = hideInLine([waiting, others], threshold);
  return shown ?? { kind: "range", low: 0, high: waiting + others };
}
