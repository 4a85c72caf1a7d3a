import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { showNestedCounts } from "../disclosure-control/show-nested-counts";
import { type ShownCount, suppressCount } from "../disclosure-control/shown-count";
import type { PersonAtWaves } from "../viral-load-rows/at-waves";
import { isTold, statusPairs } from "./status-table";

/**
 * Everybody in a cohort, as far as the number less those tested before and after, who are shown elsewhere, is no small one at
 * any wave.
 */
export function enrolledCount(people: readonly PersonAtWaves[], rule: ThresholdRule, k: number): ShownCount {
  const waves = people[0]?.waves.length ?? 0;
  const tested = Array.from({ length: Math.max(0, waves - 1) }, (_, at) => ({
    id: String(at + 1),
    n: statusPairs(people, at + 1, rule).pairs.filter(isTold).length,
    contains: [],
  }));
  const everybody = { id: "enrolled", n: people.length, contains: tested.map(({ id }) => id) };
  return showNestedCounts([everybody, ...tested], [], k).get(everybody.id) ?? suppressCount(people.length, k);
}

/** Numbers of people of a cohort that the page of results shows beside everybody enrolled: to be tested, and told, at each wave. */
export function countsInside(people: readonly PersonAtWaves[], rule: ThresholdRule): readonly number[] {
  const waves = people[0]?.waves.length ?? 0;
  return Array.from({ length: Math.max(0, waves - 1) }, (_, at) => statusPairs(people, at + 1, rule).pairs).flatMap(
    (pairs) => [pairs.length, pairs.filter(isTold).length],
  );
}
