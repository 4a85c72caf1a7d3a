import { effectiveThreshold } from "../disclosure-control/shown-count";
import type { StatusPair } from "./status-table";

/**
 * Whether a second rule may be shown beside a first one. Whoever lies between the limits of two rules can be counted by
 * subtracting one table from the other, so every group that changes its cell must be empty or large.
 * @param first pairs under the rule that is shown in any case
 * @param second the same people under the other rule
 */
export function mayShowBeside(first: readonly StatusPair[], second: readonly StatusPair[], threshold: number): boolean {
  const k = effectiveThreshold(threshold);
  const byPerson = new Map(first.map((pair) => [pair.participantId, pair]));
  const moved = new Map<string, number>();
  for (const { participantId, before, after } of second) {
    const was = byPerson.get(participantId);
    if (was === undefined || (was.before === before && was.after === after)) continue;
    const move = [was.before, was.after, before, after].join(" ");
    moved.set(move, (moved.get(move) ?? 0) + 1);
  }
  return [...moved.values()].every((count) => count >= k);
}
