import { appendEvents } from "@alongside/db/audit/append-events";
import type { Db } from "@alongside/db/client";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { oneTimePassword } from "../person/fields";
import { FIRST_TIMEPOINTS, randomSlug } from "./create";

export const foundProgrammeInput = z.object({
  programme: z.string().trim().min(2).max(120),
  name: z.string().trim().min(2).max(120),
  email: z.email().max(254),
});

export interface FoundedProgramme {
  readonly slug: string;
  readonly email: string;
  /** Shown once; must be changed at the first sign-in. */
  readonly password: string;
}

/** Two people founding at once take turns. */
const LOCK = 72707373;

/**
 * Makes the first programme of an empty installation and its first administrator. Nobody can be asked for permission
 * yet, so it is for whoever has the database's own password, and only while nobody has an account.
 *
 * @param owner the database as the owner of its tables has it
 */
export async function foundProgramme(
  owner: Db,
  context: Pick<Context, "accounts" | "now" | "newId" | "randomBytes">,
  input: z.input<typeof foundProgrammeInput>,
): Promise<Result<FoundedProgramme>> {
  const parsed = parseInput(foundProgrammeInput, input);
  if (!parsed.ok) return parsed;
  const { programme, name } = parsed.value;
  const email = parsed.value.email.toLowerCase();
  const password = oneTimePassword(context.randomBytes);
  const slug = randomSlug(context.randomBytes);
  const [programmeId, userId] = [context.newId(), context.newId()];
  return owner.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
    if ((await tx.user.findFirst({ select: { id: true } })) !== null) return fail("rule", "programme.founded-already");
    const account = { userId, accountId: context.newId(), name, email, password, mustChangePassword: true };
    await context.accounts.create(tx, account);
    await tx.programme.create({
      data: {
        id: programmeId,
        slug,
        name: programme,
        createdAt: context.now(),
        timepoints: { create: FIRST_TIMEPOINTS.map((timepoint) => ({ id: context.newId(), ...timepoint })) },
        memberships: { create: { id: context.newId(), userId, role: "administrator" } },
      },
    });
    const founded = { subjectId: programmeId, id: context.newId(), programmeId, actorId: null, at: context.now() };
    const events = appendEvents([{ ...founded, action: "programme.create", detail: { founded: true } }]);
    for (const statement of events) await tx.$executeRaw(statement);
    return ok({ slug, email, password });
  });
}
