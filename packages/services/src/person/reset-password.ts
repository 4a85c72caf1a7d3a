import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { oneTimePassword } from "./fields";
import { programmesServed } from "./programmes-served";

export const resetPasswordInput = z.object({ programmeId: z.uuid(), userId: z.uuid() });

/** Gives a person who lost their password a one-time one, returned once, and ends their sessions. */
export function resetPersonPassword(context: Context, input: z.input<typeof resetPasswordInput>) {
  return perform(context, "person.reset-password", resetPasswordInput, input, async (tx, _scope, value) => {
    const { programmeId, userId } = value;
    const memberships = await programmesServed(tx, userId);
    if (!memberships.some((m) => m.programmeId === programmeId)) return fail("not-found", "person.none");
    if (memberships.some((m) => m.real && m.programmeId !== programmeId))
      return fail("forbidden", "person.serves-elsewhere");
    const password = oneTimePassword(context.randomBytes);
    await context.accounts.setPassword(tx, userId, password, { chosenByOther: true });
    return ok({ subjectId: userId, detail: {}, value: { password } });
  });
}
