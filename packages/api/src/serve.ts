import type { Actor } from "@alongside/domain/access/actor";
import { makeDueAnchors } from "@alongside/services/audit/make-due-anchors";
import type { Context } from "@alongside/services/context";
import { makeDueReports } from "@alongside/services/report-schedule/make-due-reports";
import { openRuntime, type Runtime, requestContext } from "@alongside/services/runtime";

/** The process-wide runtime; the web app keeps one. */
export function openApi(...settings: Parameters<typeof openRuntime>): Runtime {
  return openRuntime(...settings);
}

/** What a request hands to the procedures. */
export function createRequestContext(runtime: Runtime, actor: Actor | null): Context {
  return requestContext(runtime, actor);
}

/**
 * Makes the day's anchors of audit trails that are due, if the server has a key for them: what a server does by itself, now
 * and then. Safe in several servers at once.
 * @throws when anchors that were made here are gone from the database: somebody is to look, and nothing was signed over it
 */
export async function anchorTrails({ db, anchorKey: key, anchorWitness: witness }: Runtime, now: Date): Promise<void> {
  if (key === null) return;
  const { cut } = await makeDueAnchors(db, { key, witness }, now);
  if (cut.length > 0) throw new Error(`Anchors of the audit trail are gone (pnpm audit:verify): ${cut.join(", ")}`);
}

/**
 * Asks for the reports that are due to be made again: what a server does by itself, now and then. Safe in several servers at once.
 * What could not be asked for stands beside its schedule, for whoever set it.
 */
export async function askForDueReports(runtime: Runtime, now: Date): Promise<void> {
  await makeDueReports(runtime.db, (actor) => requestContext(runtime, actor), now);
}
