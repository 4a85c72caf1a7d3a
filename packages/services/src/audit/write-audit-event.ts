import type { Tx } from "@alongside/db/client";
import { type SqlFragment, sql } from "@alongside/db/sql";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";

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
  await tx.$executeRaw(auditInsert(context, scope, subjectId, detail));
}

/**
 * The statement that writes an audit event, for a caller who can send it as part of another one. Plain SQL, because it
 * is part of every change: a third of what the same row costs through the query compiler.
 */
export function auditInsert(context: Context, scope: Scope, subjectId: string, detail: AuditDetail): SqlFragment {
  return sql`
    INSERT INTO audit_event (subject_id, id, programme_id, actor_id, action, detail, at)
    VALUES (${subjectId}::uuid, ${context.newId()}::uuid, ${scope.programmeId}::uuid, ${scope.actorId}::uuid,
            ${scope.verb}, ${JSON.stringify(detail)}::jsonb, ${context.now().toISOString()}::timestamptz)`;
}

/** The statement that writes many audit events at once, with all of them as one text. */
export function auditInserts(
  context: Context,
  scope: Scope,
  events: readonly { readonly subjectId: string; readonly detail: AuditDetail }[],
): SqlFragment {
  const rows = events.map(({ subjectId, detail }) => ({ subjectId, id: context.newId(), detail }));
  return sql`
    INSERT INTO audit_event (subject_id, id, programme_id, actor_id, action, detail, at)
    SELECT "subjectId", id, ${scope.programmeId}::uuid, ${scope.actorId}::uuid, ${scope.verb}, detail,
           ${context.now().toISOString()}::timestamptz
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r("subjectId" uuid, id uuid, detail jsonb)`;
}
