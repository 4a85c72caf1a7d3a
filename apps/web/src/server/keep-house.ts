import "server-only";
import { anchorTrails, askForDueReports } from "@alongside/api/serve";
import { logUnexpected } from "./log";
import { runtime } from "./runtime";

/** Seldom enough to cost nothing, often enough that a day has its anchor and its reports soon after it began. */
const EVERY_MS = 30 * 60 * 1000;
/** The first moments of a server belong to those who wait for a page. */
const FIRST_MS = 60 * 1000;

const holder = globalThis as { alongsideHousekeeping?: true };

/**
 * What the server does by itself while it runs: anchors of audit trails, and reports that are due to be made again. What goes
 * wrong is told to the log and tried again at the next turn.
 */
export function keepHouse(): void {
  // Once per process, also across the module reloads of development.
  if (holder.alongsideHousekeeping) return;
  holder.alongsideHousekeeping = true;
  const turn = () => {
    const { api } = runtime();
    const now = new Date();
    anchorTrails(api, now).catch((error) => logUnexpected("audit anchors", error, "none"));
    askForDueReports(api, now).catch((error) => logUnexpected("due reports", error, "none"));
  };
  setTimeout(turn, FIRST_MS).unref();
  setInterval(turn, EVERY_MS).unref();
}
