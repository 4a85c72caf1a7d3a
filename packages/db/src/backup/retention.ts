import type { Retention } from "./read-retention";

const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const MONDAY_OFFSET = 3;

/** Days, weeks and months by number, in UTC. */
const PERIODS = {
  daily: (taken: Date) => Math.floor(taken.getTime() / DAY_MS),
  weekly: (taken: Date) => Math.floor((Math.floor(taken.getTime() / DAY_MS) + MONDAY_OFFSET) / 7),
  monthly: (taken: Date) => 12 * taken.getUTCFullYear() + taken.getUTCMonth(),
} as const satisfies Record<keyof Retention, (taken: Date) => number>;

/**
 * Which backups may go: all but the newest of each of the last so many days, weeks and months that have one. The newest
 * of all always stays, whatever the numbers say.
 * @param taken when each was taken, in any order
 * @returns those that may be deleted, oldest first
 */
export function backupsToDelete(taken: readonly Date[], keep: Retention): readonly Date[] {
  const newestFirst = [...taken].sort((a, b) => b.getTime() - a.getTime());
  const kept = new Set(newestFirst.slice(0, 1));
  for (const kind of ["daily", "weekly", "monthly"] as const) {
    const newestOf = new Map<number, Date>();
    for (const one of newestFirst) {
      const period = PERIODS[kind](one);
      if (!newestOf.has(period)) newestOf.set(period, one);
    }
    for (const one of [...newestOf.values()].slice(0, keep[kind])) kept.add(one);
  }
  return newestFirst.filter((one) => !kept.has(one)).reverse();
}
