import type { ScopedDb } from "@alongside/db/client";
import { scopedDb } from "@alongside/db/scope/scoped-db";
import type { ActorMembership } from "@alongside/domain/access/actor";
import type { Role } from "@alongside/domain/access/role";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Context } from "../context";
import { ACCESS_MATRIX, type Reach, type Verb } from "./matrix";

/** Nobody else can name this key, so nobody else can write a Scope. */
const proven = Symbol("proven");

/**
 * Proof that a person may do one thing in one programme, and in which of its sites. Only `authorise` makes one, and it is
 * the only way to the database, so a query cannot be written without asking first.
 */
export interface Scope<V extends Verb = Verb> {
  readonly [proven]: V;
  readonly verb: V;
  readonly programmeId: string;
  /** "all", or the sites (never empty) to which every query must be narrowed. */
  readonly siteIds: "all" | readonly string[];
  readonly actorId: string;
  readonly roles: readonly Role[];
  /** The database as this scope may see it: rows of another programme or site are not there, whatever is asked. */
  readonly db: ScopedDb;
}

/**
 * The one place that decides. A programme the person has no role in answers exactly like one that does not exist.
 *
 * @returns the proven scope, or `signed-out` / `forbidden`
 */
export function authorise<V extends Verb>(context: Context, verb: V, programmeId: string): Result<Scope<V>> {
  const { actor } = context;
  if (actor === null) return fail("signed-out", "session.none");
  if (actor.mustChangePassword) return fail("forbidden", "session.password-change-needed");
  const row: Readonly<Partial<Record<Role, Reach>>> = ACCESS_MATRIX[verb];
  const held = actor.memberships.filter((m) => m.programmeId === programmeId);
  const counting = held.filter((m) => allows(row[m.role], m));
  if (counting.length === 0) return fail("forbidden", "access.denied");
  const siteIds = counting.some((m) => m.siteId === null)
    ? "all"
    : [...new Set(counting.flatMap((m) => (m.siteId === null ? [] : [m.siteId])))];
  const roles = counting.map((m) => m.role);
  const { database } = context;
  let opened: ScopedDb | undefined;
  return ok({
    ...{ [proven]: verb, verb, programmeId, siteIds, actorId: actor.userId, roles },
    // Opened when it is first asked: most decisions are only about what to show.
    get db() {
      opened ??= scopedDb(database, { programmeId, siteIds });
      return opened;
    },
  });
}

/** Whether a person may do something at one site: the role that allows it must be held there. Decides what is returned. */
export function mayAt(context: Context, verb: Verb, programmeId: string, siteId: string): boolean {
  const scope = authorise(context, verb, programmeId);
  return scope.ok && coversSite(scope.value, siteId);
}

/** Whether a site lies inside the scope. */
export function coversSite(scope: Scope, siteId: string): boolean {
  return scope.siteIds === "all" || scope.siteIds.includes(siteId);
}

/** The Prisma filter that narrows a query to the scope's programme and sites. */
export function scopeFilter(scope: Scope): { programmeId: string; siteId?: { in: string[] } } {
  return scope.siteIds === "all"
    ? { programmeId: scope.programmeId }
    : { programmeId: scope.programmeId, siteId: { in: [...scope.siteIds] } };
}

function allows(reach: Reach | undefined, membership: ActorMembership): boolean {
  switch (reach) {
    case undefined:
      return false;
    case "site":
      return true;
    case "programme":
      return membership.siteId === null;
  }
}
