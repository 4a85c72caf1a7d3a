/** What events of an audit trail are about, as a reader of it chooses among them. */
export const AUDIT_KINDS = ["change", "reading", "refusal", "account"] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];
