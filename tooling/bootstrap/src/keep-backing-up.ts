import { backupAdvice } from "@alongside/db/backup/backup-failure";
import { type DueBackup, runDueBackup } from "@alongside/db/backup/run-due-backup";
import { say } from "./progress";

const LOOK_EVERY_MS = 60_000;

/**
 * Makes a backup a day while the application runs: looks every minute whether one is due. What goes wrong is printed, and
 * shown to administrators; the application goes on.
 * @returns ends it, after a backup under way
 */
export function keepBackingUp(how: Omit<DueBackup, "now">): () => Promise<void> {
  let ended = false;
  let looking: Promise<void> | undefined;
  const look = async () => {
    const outcome = await runDueBackup({ ...how, now: new Date() });
    if (outcome.kind === "made") {
      const gone = outcome.deleted.length === 0 ? "" : `; ${outcome.deleted.length} old ones deleted`;
      say(`Backup made and checked: ${outcome.file}${gone}`);
    } else if (outcome.kind === "failed" && !ended) {
      say(`No backup could be made. ${backupAdvice(outcome.failure).replaceAll("\n", " ")}`);
    }
    looking = undefined;
  };
  const begin = () => {
    if (!ended) looking ??= look();
  };
  begin();
  const timer = setInterval(begin, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    ended = true;
    clearInterval(timer);
    await looking;
  };
}
