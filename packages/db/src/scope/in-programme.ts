import type { Tx } from "../client";
import { type Bounds, settingsOf } from "./opening";

/**
 * Does a part of a transaction in another programme than the rest, with all its sites, and goes back. For the few changes
 * that concern several programmes: opening one, an account that serves more than one, the trail of a sign-in. Which files
 * may use it is a rule of `.dependency-cruiser.cjs`. Statements of both parts must not be under way at once.
 */
export async function inProgramme<T>(tx: Tx, programmeId: string, work: () => Promise<T>): Promise<T> {
  const before = await tx.$queryRaw<Settings[]>`
    SELECT current_setting('app.programme_id', true) AS programme, current_setting('app.all_sites', true) AS "allSites",
           current_setting('app.site_ids', true) AS sites`;
  await set(tx, settingsOf({ programmeId, siteIds: "all" }));
  const done = await work();
  await set(tx, boundsOf(before[0]));
  return done;
}

interface Settings {
  readonly programme: string | null;
  readonly allSites: string | null;
  readonly sites: string | null;
}

/** What the transaction was bound to; a transaction outside any programme goes back there. */
function boundsOf(settings: Settings | undefined): string {
  if (!settings?.programme) return NOWHERE;
  const siteIds = settings.allSites === "yes" ? "all" : (settings.sites ?? "").replace(/[{}]/g, "").split(",");
  const bounds: Bounds = { programmeId: settings.programme, siteIds };
  return settingsOf(bounds);
}

const NOWHERE = "SET LOCAL app.programme_id = ''; SET LOCAL app.all_sites = 'no'; SET LOCAL app.site_ids = ''";

/** One statement after the other: the query compiler sends no two in one text. */
async function set(tx: Tx, settings: string): Promise<void> {
  for (const statement of settings.split("; ")) await tx.$executeRawUnsafe(statement);
}
