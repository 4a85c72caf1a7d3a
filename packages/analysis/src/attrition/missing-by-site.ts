import { hideInLine } from "../disclosure-control/hide-in-line";
import { boundsOf, type ShownCount, suppressCount } from "../disclosure-control/shown-count";
import type { PersonSeries } from "../rows/person-series";

/** How many of a site's people have a baseline but no later score. */
export interface MissingAtSite {
  readonly siteId: string;
  readonly baselineMeasured: ShownCount;
  readonly missing: ShownCount;
}

/**
 * Missing scores at a wave by site, over people with a baseline. Sites and the whole are known besides, so that one small
 * number, of missing or of measured people, would follow from the others: either all numbers of missing people are shown as
 * they are, or each as what the sizes of the sites and the number missing everywhere leave open. Which sites have nobody
 * missing is not told then either.
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
  const sizes = bySite.map((at) => at.length);
  const whole = hideInLine(sizes, threshold);
  const isSmall = (count: number) => suppressCount(count, threshold).kind === "hidden";
  const hides = whole.some(({ kind }) => kind !== "exact") || sizes.some((n, at) => isSmallPart(n, missing[at] ?? 0));
  const shown = hides ? leftOpen(whole, missing, measured.length, isSmall) : missing.map(exact);
  return siteIds.flatMap((siteId, at) => {
    const [all, part] = [whole[at], shown[at]];
    return all === undefined || part === undefined ? [] : [{ siteId, baselineMeasured: all, missing: part }];
  });

  function isSmallPart(size: number, without: number): boolean {
    return isSmall(without) || isSmall(size - without);
  }
}

/** Frechet's bounds of each site's number, from nothing but what is shown. */
function leftOpen(
  whole: readonly ShownCount[],
  missing: readonly number[],
  measured: number,
  isSmall: (count: number) => boolean,
): readonly ShownCount[] {
  const everywhere = missing.reduce((sum, count) => sum + count, 0);
  // A number of everybody missing, or of everybody measured, that is small itself is shown nowhere.
  const isKnown = !(isSmall(everywhere) || isSmall(measured - everywhere));
  const largest = whole.map((count) => boundsOf(count).high);
  const sum = largest.reduce((total, size) => total + size, 0);
  return largest.map((size) => {
    const low = isKnown ? Math.max(0, everywhere - (sum - size)) : 0;
    const high = isKnown ? Math.min(size, everywhere) : size;
    return low === high ? exact(low) : { kind: "range", low, high };
  });
}

function exact(n: number): ShownCount {
  return { kind: "exact", n };
}
