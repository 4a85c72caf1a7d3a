/** From this age on the last good backup is too old: a day was missed, and the night after it too. */
const OLD_HOURS = 48;
const HOUR_MS = 3_600_000;

/** How the backups of an installation stand. */
export type BackupStanding =
  /** There has never been a good one. */
  | "never"
  /** The last good one is younger than two days, and nothing has failed since. */
  | "good"
  /** The last attempt failed; the one before is younger than two days. */
  | "failing"
  /** The last good one is older than two days. */
  | "old";

/** What the standing rests on. */
export interface BackupDates {
  /** When the last good backup began: it holds what was there then. */
  readonly goodAt: Date | null;
  /** When the last attempt that ended badly began. */
  readonly failedAt: Date | null;
}

/** Says how backups stand at that moment. */
export function backupStanding({ goodAt, failedAt }: BackupDates, now: Date): BackupStanding {
  if (goodAt === null) return "never";
  if (now.getTime() - goodAt.getTime() > OLD_HOURS * HOUR_MS) return "old";
  return failedAt !== null && failedAt > goodAt ? "failing" : "good";
}
