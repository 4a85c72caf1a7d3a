import { appendEvents } from "@alongside/db/audit/append-events";
import type { Db } from "@alongside/db/client";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { oneTimePassword } from "./fields";

export const letBackInInput = z.object({
  email: z.email().max(254),
  /** Whether the password is lost too. */
  password: z.boolean(),
  /** Nothing is lost: strangers' guesses make them wait on a device they never used. */
  newDevice: z.boolean().default(false),
});

export interface LetBackIn {
  readonly email: string;
  /** Shown once; must be changed at the next sign-in. Null when the password was left. */
  readonly password: string | null;
  /** Stands in the link for a new device; null when that was not asked for. */
  readonly wayIn: string | null;
}

/**
 * Takes the second step away from an administrator who lost it and whom no colleague can help, and on wish gives a one-time
 * password; their sessions end. For a new device it gives a way in instead, and takes nothing. Nobody can be asked for permission, so it is for whoever has the database's own password; the
 * trail of every programme they serve says that it was done on the server, by nobody it knows.
 *
 * @param owner the database as the owner of its tables has it
 * @returns `person.none` where no administrator has the address, or the account is closed
 */
export async function letBackIn(
  owner: Db,
  context: Pick<Context, "accounts" | "now" | "newId" | "randomBytes">,
  input: z.input<typeof letBackInInput>,
): Promise<Result<LetBackIn>> {
  const parsed = parseInput(letBackInInput, input);
  if (!parsed.ok) return parsed;
  const email = parsed.value.email.toLowerCase();
  return owner.$transaction(async (tx) => {
    const where = { email, disabledAt: null, memberships: { some: { role: "administrator" } } };
    const user = await tx.user.findFirst({
      where,
      select: { id: true, memberships: { select: { programmeId: true } } },
    });
    if (user === null) return fail("not-found", "person.none");
    const { newDevice } = parsed.value;
    const password = parsed.value.password && !newDevice ? oneTimePassword(context.randomBytes) : null;
    const wayIn = newDevice ? await context.accounts.drawWayIn(tx, email, context.randomBytes, context.now()) : null;
    if (!newDevice) await context.accounts.resetSecondFactor(tx, user.id);
    if (password !== null) await context.accounts.setPassword(tx, user.id, password, { chosenByOther: true });
    const reset = ["person.reset-second-factor", ...(password === null ? [] : ["person.reset-password"])] as const;
    const done = newDevice ? (["person.give-way-in"] as const) : reset;
    for (const programmeId of new Set(user.memberships.map((one) => one.programmeId))) {
      const about = {
        subjectId: user.id,
        programmeId,
        actorId: null,
        at: context.now(),
        detail: { onTheServer: true },
      };
      const events = appendEvents(done.map((action) => ({ ...about, id: context.newId(), action })));
      for (const statement of events) await tx.$executeRaw(statement);
    }
    return ok({ email, password, wayIn });
  });
}
