import { appendEvents } from "@alongside/db/audit/append-events";
import { scopedDb } from "@alongside/db/scope/scoped-db";
import type { Actor } from "@alongside/domain/access/actor";
import type { Context } from "../context";
import { REFUSED_ACTION } from "./kinds";

/** So many refusals of one person in an hour leave a trace each: enough to see what is tried, too few to fill the trail. */
const TRACED_REFUSALS = 30;
const HOUR_MS = 60 * 60 * 1000;

/** What was asked for, and by whom, when somebody is told that they may not. */
interface Refusal {
  readonly actor: Actor;
  /** Name of what was called. */
  readonly asked: string;
  /** The programme it was asked of; one where the person has no role is written into the trails of their own. */
  readonly programmeId: string | null;
}

/**
 * Leaves a trace of what somebody asked for without the right to it, in the programme's trail if they have a role there,
 * else in those of the programmes they have one in. Nobody with no role at all leaves one, as no trail is theirs.
 */
export async function traceRefusal(
  context: Pick<Context, "database" | "newId" | "now">,
  { actor, asked, programmeId }: Refusal,
): Promise<void> {
  const served = [...new Set(actor.memberships.map((membership) => membership.programmeId))];
  const own = programmeId !== null && served.includes(programmeId);
  const at = context.now();
  for (const place of own ? [programmeId] : served) {
    const db = scopedDb(context.database, { programmeId: place, siteIds: "all" });
    await db.$transaction(async (tx) => {
      const since = new Date(at.getTime() - HOUR_MS);
      const where = { subjectId: actor.userId, programmeId: place, action: REFUSED_ACTION, at: { gt: since } };
      if (
        (await tx.auditEvent.findMany({ where, select: { id: true }, take: TRACED_REFUSALS })).length >= TRACED_REFUSALS
      )
        return;
      const who = { subjectId: actor.userId, id: context.newId(), programmeId: place, actorId: actor.userId, at };
      const detail = { asked, ...(!own && programmeId !== null && { elsewhere: true }) };
      for (const statement of appendEvents([{ ...who, action: REFUSED_ACTION, detail }]))
        await tx.$executeRaw(statement);
    });
  }
}
