import type { PastRuns } from "./backup-runs";

/** After an attempt that failed, the next one is made this much later. */
const RETRY_MS = 60 * 60_000;

/** The last moment at or before `now` at which the clock of the machine showed that time of day. */
export function lastPlanned(now: Date, atMinute: number): Date {
  const planned = new Date(now);
  planned.setHours(0, atMinute, 0, 0);
  if (planned.getTime() > now.getTime()) planned.setDate(planned.getDate() - 1);
  return planned;
}

/**
 * Is a backup due? When none is younger than the last planned moment: so also at once when the machine was off then, and
 * when there has never been one. A failed attempt is repeated an hour later.
 */
export function isBackupDue(now: Date, atMinute: number, { goodAt, triedAt }: PastRuns): boolean {
  if (goodAt !== null && goodAt.getTime() >= lastPlanned(now, atMinute).getTime()) return false;
  const failedAt = triedAt !== null && (goodAt === null || triedAt > goodAt) ? triedAt : null;
  return failedAt === null || now.getTime() - failedAt.getTime() >= RETRY_MS;
}
