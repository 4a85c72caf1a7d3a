import type { ScopedDb } from "@alongside/db/client";
import { AUDIT_KINDS } from "@alongside/domain/access/audit-kind";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { calendarDate, toDay } from "../calendar-date";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { codeProblem } from "../participant/code-problem";
import { actionsOf } from "./kinds";

export const AUDIT_PAGE = 50;

export const listAuditInput = z.object({
  programmeId: z.uuid(),
  action: z.string().max(64).optional(),
  kind: z.enum(AUDIT_KINDS).optional(),
  /** Of one participant, as the code is typed. */
  code: z.string().trim().min(1).max(40).optional(),
  actorId: z.uuid().optional(),
  /** Days in UTC, both included. */
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  /** The last event of the page before. */
  after: z.object({ at: z.iso.datetime(), id: z.uuid() }).optional(),
});

/**
 * Who did what in a programme, newest first, one page at a time. People are named, participants stand by their code.
 * A programme's events are read, never other programmes' events about the same person.
 */
export async function listAudit(context: Context, input: z.input<typeof listAuditInput>) {
  const parsed = parseInput(listAuditInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "audit.list", parsed.value.programmeId);
  if (!scope.ok) return scope;
  return readEvents(scope.value, parsed.value, AUDIT_PAGE);
}

/** Events that fit a filter, newest first, from the place on it names; for whoever may read the trail. */
export async function readEvents(
  { db, programmeId }: Scope<"audit.list" | "audit.export">,
  { action, kind, code, actorId, from, to, after }: z.output<typeof listAuditInput>,
  take: number,
) {
  const about = code === undefined ? null : await findSubject(db, programmeId, code);
  if (about !== null && !about.ok) return about;
  const last = after && { at: new Date(after.at), id: after.id };
  const rows = await db.auditEvent.findMany({
    where: {
      programmeId,
      ...((action || kind) && { action: { ...(kind && actionsOf(kind)), ...(action && { equals: action }) } }),
      ...(about !== null && { subjectId: about.value }),
      ...(actorId && { actorId }),
      at: { ...(from && { gte: toDay(from) }), ...(to && { lt: dayAfter(to) }) },
      ...(last && { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] }),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: take + 1,
  });
  const page = rows.slice(0, take);
  const [named, places] = await Promise.all([nameSubjects(db, programmeId, page), namePlaces(db, programmeId, page)]);
  const end = page.at(-1);
  return ok({
    events: page.map((event) => ({
      id: event.id,
      at: event.at,
      action: event.action,
      actorId: event.actorId,
      actorName: event.actorId === null ? null : (named.people.get(event.actorId) ?? null),
      subjectId: event.subjectId,
      participantCode: named.codes.get(event.subjectId) ?? null,
      personName: named.people.get(event.subjectId) ?? null,
      detail: event.detail,
    })),
    /** Names of the cohorts, sites and timepoints that details mention by id, as they are called today. */
    names: places,
    next: rows.length > take && end ? { at: end.at.toISOString(), id: end.id } : null,
  });
}

function dayAfter(day: string): Date {
  const next = toDay(day);
  next.setUTCDate(next.getUTCDate() + 1);
  return next;
}

/** The participant whose history is asked for. A code that nobody has is said to be so, and one mistyped where. */
async function findSubject(db: ScopedDb, programmeId: string, typed: string): Promise<Result<string>> {
  const reading = readParticipantCode(typed);
  if (!reading.ok) return { ok: false, failure: codeProblem(reading) };
  const claim = await db.participantCode.findUnique({ where: { claim: `${programmeId}:${reading.code}` } });
  return claim === null ? fail("not-found", "participant.none") : ok(claim.participantId);
}

async function nameSubjects(
  db: ScopedDb,
  programmeId: string,
  events: readonly { readonly subjectId: string; readonly actorId: string | null }[],
) {
  const subjects = [...new Set(events.map(({ subjectId }) => subjectId))];
  const actors = events.flatMap(({ actorId }) => actorId ?? []);
  const [people, participants] = await Promise.all([
    db.user.findMany({
      where: { id: { in: [...new Set([...subjects, ...actors])] } },
      select: { id: true, name: true },
    }),
    db.participant.findMany({
      where: { participantId: { in: subjects }, programmeId },
      select: { participantId: true, code: true },
    }),
  ]);
  return {
    people: new Map(people.map(({ id, name }) => [id, name])),
    codes: new Map(participants.map(({ participantId, code }) => [participantId, code])),
  };
}

async function namePlaces(
  db: ScopedDb,
  programmeId: string,
  events: readonly { readonly detail: unknown }[],
): Promise<Readonly<Record<string, string>>> {
  const ids = events.flatMap(({ detail }) =>
    Object.values(detail ?? {}).flatMap((value) => [value].flat().filter((one) => z.uuid().safeParse(one).success)),
  );
  if (ids.length === 0) return {};
  const where = { programmeId, id: { in: [...new Set(ids)] } };
  const [cohorts, sites, timepoints] = await Promise.all([
    db.cohort.findMany({ where, select: { id: true, name: true } }),
    db.site.findMany({ where, select: { id: true, name: true } }),
    db.timepoint.findMany({ where, select: { id: true, label: true } }),
  ]);
  return Object.fromEntries([
    ...[...cohorts, ...sites].map(({ id, name }) => [id, name]),
    ...timepoints.map(({ id, label }) => [id, label]),
  ]);
}
