import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { programmesServed } from "./programmes-served";

export const giveWayInInput = z.object({ programmeId: z.uuid(), userId: z.uuid() });

/**
 * Gives a link by which somebody can sign in on a device they never used while strangers guess at their address, which would
 * make them wait. Shown once, for a day, for one signing in; password and second step are asked as ever.
 */
export function givePersonWayIn(context: Context, input: z.input<typeof giveWayInInput>) {
  return perform(context, "person.give-way-in", giveWayInInput, input, async (tx, _scope, value) => {
    const { programmeId, userId } = value;
    const memberships = await programmesServed(tx, userId);
    if (!memberships.some((m) => m.programmeId === programmeId)) return fail("not-found", "person.none");
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    const token = await context.accounts.drawWayIn(tx, user.email, context.randomBytes, context.now());
    return ok({ subjectId: userId, detail: {}, value: { token } });
  });
}
