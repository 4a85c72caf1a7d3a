import { appendEvents } from "@alongside/db/audit/append-events";
import { scopedDb } from "@alongside/db/scope/scoped-db";
import type { Actor } from "@alongside/domain/access/actor";
import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import type { Context } from "../context";
import { REFUSED_ACTION } from "./kinds";
import type { AuditDetail } from "./write-audit-event";

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
export async function traceRefusal(context: Traced, { actor, asked, programmeId }: Refusal): Promise<void> {
  const served = [...new Set(actor.memberships.map((membership) => membership.programmeId))];
  const own = programmeId !== null && served.includes(programmeId);
  const detail = { asked, ...(!own && programmeId !== null && { elsewhere: true }) };
  for (const place of own ? [programmeId] : served) await trace(context, actor, place, actor.userId, detail);
}

/** What an input names that may lie outside somebody's sites. */
export interface Named {
  readonly participantId?: string | undefined;
  readonly siteId?: string | undefined;
  /** As typed. */
  readonly code?: string | undefined;
}

/**
 * Leaves a trace where somebody asked for a person or a site of the programme that lies outside their own sites. They are
 * told that there is no such thing; the trail knows better, under the person asked for.
 */
export async function traceHidden(
  context: Traced,
  { actor, asked, programmeId, named }: Refusal & { readonly programmeId: string; readonly named: Named },
): Promise<void> {
  const held = actor.memberships.filter((membership) => membership.programmeId === programmeId);
  const siteIds = held.flatMap(({ siteId }) => siteId ?? []);
  // Whoever has a role in the whole programme, or none in it, asked for nothing that was hidden by a site.
  if (held.length === 0 || siteIds.length < held.length) return;
  const { participantId, siteId, code } = named;
  const db = scopedDb(context.database, { programmeId, siteIds: "all" });
  const outside = { programmeId, siteId: { notIn: siteIds } };
  const read = code === undefined ? null : readParticipantCode(code);
  const claim = read?.ok ? { claim: `${programmeId}:${read.code}` } : null;
  const claimed = claim === null ? null : await db.participantCode.findUnique({ where: claim });
  const id = participantId ?? claimed?.participantId;
  const person = id === undefined ? null : await db.participant.findFirst({ where: { ...outside, participantId: id } });
  if (person !== null) return trace(context, actor, programmeId, person.participantId, { asked, otherSite: true });
  if (siteId === undefined || siteIds.includes(siteId)) return;
  if ((await db.site.count({ where: { programmeId, id: siteId } })) > 0) {
    await trace(context, actor, programmeId, actor.userId, { asked, otherSite: true });
  }
}

type Traced = Pick<Context, "database" | "newId" | "now">;

async function trace(
  context: Traced,
  { userId: actorId }: Actor,
  programmeId: string,
  subjectId: string,
  detail: AuditDetail,
): Promise<void> {
  const at = context.now();
  const db = scopedDb(context.database, { programmeId, siteIds: "all" });
  await db.$transaction(async (tx) => {
    const where = { programmeId, actorId, action: REFUSED_ACTION, at: { gt: new Date(at.getTime() - HOUR_MS) } };
    const traced = await tx.auditEvent.findMany({ where, select: { id: true }, take: TRACED_REFUSALS });
    if (traced.length >= TRACED_REFUSALS) return;
    const event = { subjectId, id: context.newId(), programmeId, actorId, at, action: REFUSED_ACTION, detail };
    for (const statement of appendEvents([event])) await tx.$executeRaw(statement);
  });
}
