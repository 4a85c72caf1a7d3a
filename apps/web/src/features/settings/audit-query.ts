import { AUDIT_KINDS, type AuditKind } from "@alongside/domain/access/audit-kind";

/** The address parameters of the audit trail. */
export type AuditParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface AuditFilter {
  readonly action?: string;
  readonly kind?: AuditKind;
  /** A participant's code, as typed. */
  readonly code?: string;
  readonly actorId?: string;
  readonly from?: string;
  readonly to?: string;
}
export interface AuditPlace {
  readonly at: string;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const CODE_MAX = 40;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const asItIs = (text: string): string => text;

/**
 * What the address or a form asks for; anything that is not in the right form is left out.
 * @param open reads a code that `auditHref` has sealed
 */
export function auditFilter(parameters: AuditParameters, open = asItIs): AuditFilter {
  const text = (name: string, form: RegExp) => {
    const value = parameters[name];
    return typeof value === "string" && form.test(value) ? value : undefined;
  };
  const [action, actorId] = [text("action", /^[a-z-]{1,30}\.[a-z-]{1,30}$/), text("person", UUID)];
  const [from, to] = [text("from", DAY), text("to", DAY)];
  const typed = typeof parameters.code === "string" ? open(parameters.code).trim() : "";
  const code = typed.length <= CODE_MAX ? typed : "";
  const kind = AUDIT_KINDS.find((one) => one === parameters.kind);
  return {
    ...{ ...(action && { action }), ...(kind && { kind }), ...(code && { code }) },
    ...{ ...(actorId && { actorId }), ...(from && { from }), ...(to && { to }) },
  };
}

/** The last event of the page before, as the address names it. */
export function auditPlace(parameters: AuditParameters): AuditPlace | undefined {
  const { at, id } = parameters;
  if (typeof at !== "string" || typeof id !== "string" || !UUID.test(id)) return undefined;
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(at) ? { at, id } : undefined;
}

/**
 * The address of a page of the trail.
 * @param seal what a participant's code looks like in an address, which stays in histories
 */
export function auditHref(
  path: string,
  filter: AuditFilter,
  seal: (text: string) => string,
  after?: AuditPlace,
): string {
  const query = new URLSearchParams();
  const { actorId, ...rest } = filter;
  for (const [name, value] of Object.entries({ ...rest, ...(actorId && { person: actorId }), ...after }))
    query.set(name, name === "code" ? seal(value) : value);
  return query.size === 0 ? path : `${path}?${query}`;
}
