import { effectiveThreshold } from "./shown-count";

/** What somebody adds to figures, by figure: two people or two moments with the same entries cannot be told apart in it. */
export type Contribution = ReadonlyMap<string, string>;

/** Somebody of whom anything was recorded, corrected or taken back since a release, or whose site is in one of two only. */
export interface TouchedPerson {
  readonly siteId: string;
  /** As the records stood at the release. Nothing for somebody who was not there yet. */
  readonly before: Contribution;
  readonly now: Contribution;
}

/** Two releases to compare: one that was made, and one that is asked for. */
export interface ReleasePair {
  readonly earlierSites: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;
  /** Everybody else is in both with the same. */
  readonly touched: readonly TouchedPerson[];
}

/**
 * In how many people two releases differ, figure by figure: those who are in one of them only, and those who are in both with
 * something else. A difference of sets, not of counts: one who left and one who came are two people.
 * @returns only figures with a difference
 */
export function peopleBetween({ earlierSites, sites, touched }: ReleasePair): ReadonlyMap<string, number> {
  const between = new Map<string, number>();
  for (const { siteId, before, now } of touched) {
    const then = earlierSites.has(siteId) ? before : NOTHING;
    const today = sites.has(siteId) ? now : NOTHING;
    for (const figure of new Set([...then.keys(), ...today.keys()])) {
      if (then.get(figure) !== today.get(figure)) between.set(figure, (between.get(figure) ?? 0) + 1);
    }
  }
  return between;
}

/** Whether two releases differ in some figure by at least one person and by fewer than the threshold. */
export function isTooClose(pair: ReleasePair, threshold: number): boolean {
  const k = effectiveThreshold(threshold);
  return [...peopleBetween(pair).values()].some((people) => people > 0 && people < k);
}

const NOTHING: Contribution = new Map();
