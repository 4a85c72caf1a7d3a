import { hideInLine } from "../disclosure-control/hide-in-line";
import type { ShownCount } from "../disclosure-control/shown-count";
import type { PersonSeries } from "../rows/person-series";

/** How many of a site's people have a baseline but no later score. */
export interface MissingAtSite {
  readonly siteId: string;
  readonly baselineMeasured: ShownCount;
  readonly missing: ShownCount;
}

/**
 * Missing scores at a wave by site, over people with a baseline. The parts of each line are shown as they are or not at
 * all: a site's missing and its measured people are both parts of everybody.
 */
export function missingBySite(
  people: readonly PersonSeries[],
  wave: number,
  threshold: number,
): readonly MissingAtSite[] {
  const measured = people.filter(({ values }) => (values[0] ?? null) !== null);
  const siteIds = [...new Set(people.map(({ siteId }) => siteId))].toSorted();
  const bySite = siteIds.map((siteId) => measured.filter((person) => person.siteId === siteId));
  const missing = bySite.map((at) => at.filter(({ values }) => (values[wave] ?? null) === null).length);
  const parts = hideInLine(
    bySite.flatMap((at, index) => [missing[index] ?? 0, at.length - (missing[index] ?? 0)]),
    threshold,
  );
  const whole = hideInLine(
    bySite.map((at) => at.length),
    threshold,
  );
  return siteIds.flatMap((siteId, index) => {
    const [all, part] = [whole[index], parts[2 * index]];
    return all === undefined || part === undefined ? [] : [{ siteId, baselineMeasured: all, missing: part }];
  });
}
