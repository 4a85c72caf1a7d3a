import { appendEvents, type NewAuditEvent } from "@alongside/db/audit/append-events";
import type { Tx } from "@alongside/db/client";
import type { SqlFragment } from "@alongside/db/sql";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";

/** A list of so many people is read in passing; a longer one leaves a trace, with its length. */
export const READ_WITHOUT_TRACE = 20;

/** Values that may stand in an audit detail: codes, counts and ids, never answers or free text about a person. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * Writes who did what to whom, inside the caller's transaction, so that the change and its trace stand or fall together.
 *
 * @param subjectId the participant, else the programme or person acted on
 */
export async function writeAuditEvent(
  tx: Tx,
  context: Context,
  scope: Scope,
  subjectId: string,
  detail: AuditDetail = {},
): Promise<void> {
  for (const statement of appendEvents([eventOf(context, scope, subjectId, detail)])) await tx.$executeRaw(statement);
}

/** The statements that write an audit event, for a caller who can send them as part of others. Plain SQL: it is part of every change. */
export function auditInsert(
  context: Context,
  scope: Scope,
  subjectId: string,
  detail: AuditDetail,
): readonly SqlFragment[] {
  return appendEvents([eventOf(context, scope, subjectId, detail)]);
}

/** The statements that write many audit events at once, to be sent in this order. */
export function auditInserts(
  context: Context,
  scope: Scope,
  events: readonly { readonly subjectId: string; readonly detail: AuditDetail }[],
): readonly SqlFragment[] {
  return appendEvents(events.map(({ subjectId, detail }) => eventOf(context, scope, subjectId, detail)));
}

/** An event, with the access of a few hours it rests on where it does. */
function eventOf(context: Context, scope: Scope, subjectId: string, told: AuditDetail): NewAuditEvent {
  const opening = scope.openings.find(({ participantId }) => participantId === subjectId);
  const detail = opening === undefined ? told : { ...told, breakGlass: opening.breakGlassId };
  return {
    ...{ subjectId, id: context.newId(), programmeId: scope.programmeId, actorId: scope.actorId },
    ...{ action: scope.verb, detail, at: context.now() },
  };
}
