import type { Role } from "@alongside/domain/access/role";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { authorise } from "../access/authorise";
import { VERBS, type Verb } from "../access/matrix";
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
}

export interface SessionView {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly mustChangePassword: boolean;
  readonly programmes: readonly SessionProgramme[];
}

/** The signed-in person, their programmes and what they may do in each. Needs no programme, so it needs no scope. */
export async function readSession(context: Context): Promise<Result<SessionView>> {
  const { actor } = context;
  if (actor === null) return fail("signed-out", "session.none");
  const ids = [...new Set(actor.memberships.map((m) => m.programmeId))];
  const programmes = await context.db.programme.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, name: true, dataLabel: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return ok({
    userId: actor.userId,
    name: actor.name,
    email: actor.email,
    language: actor.language,
    mustChangePassword: actor.mustChangePassword,
    programmes: programmes.map((programme) => ({
      ...programme,
      roles: actor.memberships
        .filter((m) => m.programmeId === programme.id)
        .map(({ role, siteId }) => ({ role, siteId })),
      verbs: VERBS.filter((verb) => authorise(context, verb, programme.id).ok),
    })),
  });
}
