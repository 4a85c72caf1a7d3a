import { rolesOf } from "@alongside/db/scope/roles-of";
import { withoutProgramme } from "@alongside/db/scope/without-programme";
import type { Actor } from "@alongside/domain/access/actor";
import { isOpen, type Opening } from "@alongside/domain/access/break-glass";
import type { Role } from "@alongside/domain/access/role";
import type { SecondFactorState } from "@alongside/domain/access/second-factor";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { authorise, SECOND_FACTOR_NEEDED } from "../access/authorise";
import { EXPORT_VERBS, SECOND_FACTOR_ROLES, VERBS, type Verb } from "../access/matrix";
import type { Context } from "../context";

export interface SessionProgramme {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** "simulated", "published data set"; null for real data. */
  readonly dataLabel: string | null;
  readonly roles: readonly { readonly role: Role; readonly siteId: string | null }[];
  /** What the person may do here; controls are shown by this, and every call is decided again. */
  readonly verbs: readonly Verb[];
  /** Records of single people at other sites that are open for now. */
  readonly openings: readonly Pick<Opening, "breakGlassId" | "participantId" | "endsAt">[];
}

export interface SessionView {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly mustChangePassword: boolean;
  readonly idleMinutes: number;
  readonly hasPin: boolean;
  readonly secondFactor: SecondFactorState;
  /** For what the person lacks a second step here and now: all they do, as an administrator, or exports; null: nothing. */
  readonly secondFactorMissingFor: "everything" | "exports" | null;
  readonly programmes: readonly SessionProgramme[];
}

/** The signed-in person, their programmes and what they may do in each. Needs no programme, so it needs no scope. */
export async function readSession(context: Context): Promise<Result<SessionView>> {
  const { actor } = context;
  if (actor === null) return fail("signed-out", "session.none");
  // Whoever has only the password is not told where the person works.
  const held = actor.secondFactor === "waiting" ? [] : await rolesOf(withoutProgramme(context.database), actor.userId);
  const programmes = [...new Map(held.map((one) => [one.programmeId, one])).values()];
  return ok({
    userId: actor.userId,
    name: actor.name,
    email: actor.email,
    language: actor.language,
    mustChangePassword: actor.mustChangePassword,
    idleMinutes: actor.idleMinutes,
    hasPin: actor.hasPin,
    secondFactor: actor.secondFactor,
    secondFactorMissingFor: secondFactorMissingFor(context, actor),
    programmes: programmes.map(({ programmeId: id, slug, name, dataLabel }) => ({
      ...{ id, slug, name, dataLabel },
      roles: actor.memberships.filter((m) => m.programmeId === id).map(({ role, siteId }) => ({ role, siteId })),
      verbs: VERBS.filter((verb) => authorise(context, verb, id).ok),
      openings: (actor.openings ?? [])
        .filter((one) => one.programmeId === id && isOpen(one, context.now()))
        .map(({ breakGlassId, participantId, endsAt }) => ({ breakGlassId, participantId, endsAt })),
    })),
  });
}

function secondFactorMissingFor(context: Context, actor: Actor): SessionView["secondFactorMissingFor"] {
  if (!context.secondFactorRequired || actor.secondFactor !== "none") return null;
  if (actor.memberships.some(({ role }) => SECOND_FACTOR_ROLES.has(role))) return "everything";
  const refused = actor.memberships.some(({ programmeId }) =>
    [...EXPORT_VERBS].some((verb) => {
      const scope = authorise(context, verb, programmeId);
      return !scope.ok && scope.failure.reason === SECOND_FACTOR_NEEDED;
    }),
  );
  return refused ? "exports" : null;
}
