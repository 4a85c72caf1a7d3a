import "server-only";
import { anchorTrails } from "@alongside/api/serve";
import { logUnexpected } from "./log";
import { runtime } from "./runtime";

/** Seldom enough to cost nothing, often enough that a day has its anchor soon after its first event. */
const EVERY_MS = 30 * 60 * 1000;
/** The first moments of a server belong to those who wait for a page. */
const FIRST_MS = 60 * 1000;

const holder = globalThis as { alongsideAnchoring?: true };

/** Makes anchors of audit trails while the server runs. What goes wrong is told to the log and tried again at the next turn. */
export function keepAnchoring(): void {
  // Once per process, also across the module reloads of development.
  if (holder.alongsideAnchoring) return;
  holder.alongsideAnchoring = true;
  const turn = () =>
    anchorTrails(runtime().api, new Date()).catch((error) => logUnexpected("audit anchors", error, "none"));
  setTimeout(turn, FIRST_MS).unref();
  setInterval(turn, EVERY_MS).unref();
}
