import { effectiveThreshold } from "../disclosure-control/shown-count";
import type { Reach } from "../share-change/usable-shift";
import { isTold, type StatusPair } from "./status-table";

/**
 * How much of a second rule may be told beside a first one. Whoever lies between the limits of two rules can be counted by
 * subtracting one table from the other: for the cells every group that changes its cell must be empty or large. Where that
 * fails, the shares before and after remain if the same people have a category and those who change it before, and after,
 * are each none or many. A second rule never tells more than the first.
 * @param first pairs under the rule that is shown in any case
 * @param second the same people under the other rule
 * @param firstReach how much is told of the first
 */
export function reachBeside(
  first: readonly StatusPair[],
  second: readonly StatusPair[],
  threshold: number,
  firstReach: Reach,
): Reach {
  const k = effectiveThreshold(threshold);
  const byPerson = new Map(first.map((pair) => [pair.participantId, pair]));
  const moved = new Map<string, number>();
  const once = new Map<string, number>();
  const count = (among: Map<string, number>, what: string) => among.set(what, (among.get(what) ?? 0) + 1);
  let sameTested = true;
  for (const pair of second) {
    const was = byPerson.get(pair.participantId);
    if (was === undefined) continue;
    const [before, after] = [was.before !== pair.before, was.after !== pair.after];
    if (isTold(was) !== isTold(pair)) sameTested = false;
    if (before || after) count(moved, [was.before, was.after, pair.before, pair.after].join(" "));
    if (!isTold(pair)) continue;
    if (before) count(once, `before ${pair.before}`);
    if (after) count(once, `after ${pair.after}`);
  }
  const safe = (groups: ReadonlyMap<string, number>) => [...groups.values()].every((people) => people >= k);
  if (firstReach === "nothing") return "nothing";
  if (firstReach === "cells" && safe(moved)) return "cells";
  return sameTested && safe(once) ? "margins" : "nothing";
}
