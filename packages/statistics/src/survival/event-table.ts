import { entry as at } from "../linear-algebra/vector";
import { checkFollowUp, type FollowUp } from "./follow-up";
import { mergeNearTimes } from "./merge-near-times";

/** Who is at risk and has the event at one time at which somebody has it, by group. */
export interface EventRow {
  readonly time: number;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
}

/**
 * The two-way tables of group by event, one per event time in order, separately by stratum.
 * @param groups code of each row's group, from 0
 * @param count how many groups there are
 * @param strata code of each row's stratum; all in one without it
 * @throws RangeError for impossible follow-up or codes outside 0 to count - 1
 */
export function eventTable(
  followUp: FollowUp,
  groups: readonly number[],
  count: number,
  strata?: readonly number[],
): EventRow[][] {
  checkFollowUp(followUp);
  const n = followUp.exit.length;
  if (groups.length !== n || (strata !== undefined && strata.length !== n)) {
    throw new RangeError(`${n} exits but ${groups.length} groups and ${strata?.length ?? n} strata`);
  }
  if (groups.some((code) => !Number.isInteger(code) || code < 0 || code >= count)) {
    throw new RangeError(`A group outside 0 to ${count - 1}`);
  }
  const [exits = [], entries = []] = mergeNearTimes([followUp.exit, followUp.entry ?? []]);
  const byStratum = new Map<number, number[]>();
  exits.forEach((_, row) => {
    const code = strata?.[row] ?? 0;
    const members = byStratum.get(code);
    if (members === undefined) byStratum.set(code, [row]);
    else members.push(row);
  });
  return [...byStratum.values()].map((rows) => tableOf(rows, exits, entries, followUp, groups, count));
}

function tableOf(
  rows: readonly number[],
  exits: readonly number[],
  entries: readonly number[],
  { event, weights }: FollowUp,
  groups: readonly number[],
  count: number,
): EventRow[] {
  const leaving = [...rows].sort((a, b) => at(exits, b) - at(exits, a));
  const arriving = entries.length === 0 ? [] : [...rows].sort((a, b) => at(entries, b) - at(entries, a));
  const atRisk = new Float64Array(count);
  const shift = (row: number, sign: number) => {
    const group = at(groups, row);
    atRisk[group] = at(atRisk, group) + sign * (weights?.[row] ?? 1);
  };
  const table: EventRow[] = [];
  let [first, late] = [0, 0];
  while (first < leaving.length) {
    const time = at(exits, at(leaving, first));
    const events = new Float64Array(count);
    for (; first < leaving.length && at(exits, at(leaving, first)) === time; first += 1) {
      const row = at(leaving, first);
      shift(row, 1);
      if (event[row]) events[at(groups, row)] = at(events, at(groups, row)) + (weights?.[row] ?? 1);
    }
    for (; late < arriving.length && at(entries, at(arriving, late)) >= time; late += 1) shift(at(arriving, late), -1);
    if (events.some((number) => number > 0)) table.push({ time, atRisk: Float64Array.from(atRisk), events });
  }
  return table.reverse();
}
