import type { ScopedDb } from "@alongside/db/client";
import { scopedDb } from "@alongside/db/scope/scoped-db";
import type { ActorMembership } from "@alongside/domain/access/actor";
import { isOpen, type Opening } from "@alongside/domain/access/break-glass";
import type { Role } from "@alongside/domain/access/role";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Context } from "../context";
import { ACCESS_MATRIX, EXPORT_VERBS, type Reach, SECOND_FACTOR_ROLES, type Verb } from "./matrix";

/** The second step of signing in is missing: not passed in this session, or not set up where it has to be. */
export const SECOND_FACTOR_NEEDED = "session.second-factor-needed";

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
  /** Single people outside these sites whose record may be read for now; empty for whatever is not reading one record. */
  readonly openings: readonly Opening[];
}

/**
 * What an access of a few hours is good for: reading one person's record. Lists, exports, figures, and every change are
 * narrowed to `siteIds` alone and so never reach the person.
 */
const READINGS_OF_ONE: ReadonlySet<Verb> = new Set<Verb>([
  "participant.read",
  "assessment.read",
  "score.read",
  "lab-result.read",
  "consent.read",
]);

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
  if (actor.secondFactor === "waiting") return fail("forbidden", SECOND_FACTOR_NEEDED);
  if (counting.length === 0) return fail("forbidden", "access.denied");
  const exposed = EXPORT_VERBS.has(verb) || held.some((m) => SECOND_FACTOR_ROLES.has(m.role));
  if (context.secondFactorRequired && exposed && actor.secondFactor !== "passed")
    return fail("forbidden", SECOND_FACTOR_NEEDED);
  const siteIds = counting.some((m) => m.siteId === null)
    ? "all"
    : [...new Set(counting.flatMap((m) => (m.siteId === null ? [] : [m.siteId])))];
  const roles = counting.map((m) => m.role);
  const openings = READINGS_OF_ONE.has(verb) ? openNow(context, programmeId) : [];
  const { database } = context;
  let opened: ScopedDb | undefined;
  return ok({
    ...{ [proven]: verb, verb, programmeId, siteIds, actorId: actor.userId, roles, openings },
    // Opened when it is first asked: most decisions are only about what to show.
    get db() {
      opened ??= scopedDb(database, { programmeId, siteIds: withOpened(siteIds, openings) });
      return opened;
    },
  });
}

/** The sites of which one record is open for now stand behind the wall too; which record it is, `coversPerson` says. */
function withOpened(siteIds: Scope["siteIds"], openings: readonly Opening[]): Scope["siteIds"] {
  return siteIds === "all" ? "all" : [...new Set([...siteIds, ...openings.map(({ siteId }) => siteId)])];
}

function openNow({ actor, now }: Context, programmeId: string): readonly Opening[] {
  const openings = actor?.openings ?? [];
  return openings.filter((one) => one.programmeId === programmeId && isOpen(one, now()));
}

/** Whether one person's record lies inside the scope: at one of its sites, or opened for now. */
export function coversPerson(
  scope: Scope,
  person: { readonly participantId: string; readonly siteId: string },
): boolean {
  return coversSite(scope, person.siteId) || scope.openings.some((one) => isAbout(one, person));
}

function isAbout(opening: Opening, person: { readonly participantId: string; readonly siteId: string }): boolean {
  return opening.participantId === person.participantId && opening.siteId === person.siteId;
}

/** Whether a person may do something at one site: the role that allows it must be held there. Decides what is returned. */
export function mayAt(context: Context, verb: Verb, programmeId: string, siteId: string): boolean {
  const scope = authorise(context, verb, programmeId);
  return scope.ok && coversSite(scope.value, siteId);
}

/** The same about one person's record, which may be open for now. */
export function mayReadPerson(
  context: Context,
  verb: Verb,
  programmeId: string,
  person: { readonly participantId: string; readonly siteId: string },
): boolean {
  const scope = authorise(context, verb, programmeId);
  return scope.ok && coversPerson(scope.value, person);
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
