import type { AuditKind } from "@alongside/domain/access/audit-kind";
import { VERBS } from "../access/matrix";

/** Somebody asked for what their roles do not let them do. */
export const REFUSED_ACTION = "access.refused";

/** Verbs that only read, or take data out. */
const READING = /\.(read|list|list-[a-z-]+|open-form|find-[a-z-]+|contacts|export|export-[a-z-]+|take)$/;

/** The kind of one recorded action. */
export function auditKind(action: string): AuditKind {
  if (action === REFUSED_ACTION) return "refusal";
  if (action.startsWith("session.")) return "account";
  return READING.test(action) ? "reading" : "change";
}

/** The condition on actions that a kind stands for. */
export function actionsOf(kind: AuditKind): { readonly in: string[] } | { readonly startsWith: string } {
  switch (kind) {
    case "refusal":
      return { in: [REFUSED_ACTION] };
    case "account":
      return { startsWith: "session." };
    case "reading":
    case "change":
      return { in: VERBS.filter((verb) => auditKind(verb) === kind) };
  }
}
