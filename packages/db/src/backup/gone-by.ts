import type { Retention } from "./read-retention";

const DAY_MS = 86_400_000;
/** Weeks begin on Monday, as in `backupsToDelete`. */
const SUNDAY_AS = 7;

/**
 * By which day all daily backups that were made before a moment have been deleted, if one is made every day: what somebody
 * who was erased may be told. Backups made by hand are deleted by hand.
 * @returns the beginning of the day, in UTC
 */
export function backupsGoneBy(before: Date, keep: Retention): Date {
  const [year, month, day] = [before.getUTCFullYear(), before.getUTCMonth(), before.getUTCDate()];
  const today = Date.UTC(year, month, day);
  const monday = today - ((before.getUTCDay() || SUNDAY_AS) - 1) * DAY_MS;
  const ends = [
    // The newest of all always stays, so that one of the same day goes with the next day's at the earliest.
    today + Math.max(1, keep.daily) * DAY_MS,
    monday + keep.weekly * 7 * DAY_MS,
    Date.UTC(year, month + keep.monthly, 1),
  ];
  return new Date(Math.max(...ends));
}
