import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { programmesServed } from "./programmes-served";

export const resetSecondFactorInput = z.object({ programmeId: z.uuid(), userId: z.uuid() });

/**
 * Takes away the second step of somebody who lost it, and ends their sessions; they set up another at the next sign-in.
 * Nobody does this for themselves: it would turn the second step into one more use of the first.
 */
export function resetPersonSecondFactor(context: Context, input: z.input<typeof resetSecondFactorInput>) {
  return perform(context, "person.reset-second-factor", resetSecondFactorInput, input, async (tx, scope, value) => {
    const { programmeId, userId } = value;
    if (userId === scope.actorId) return fail("rule", "person.own-second-factor");
    const memberships = await programmesServed(tx, userId);
    if (!memberships.some((m) => m.programmeId === programmeId)) return fail("not-found", "person.none");
    if (memberships.some((m) => m.real && m.programmeId !== programmeId))
      return fail("forbidden", "person.serves-elsewhere");
    await context.accounts.resetSecondFactor(tx, userId);
    return ok({ subjectId: userId, detail: {}, value: null });
  });
}
