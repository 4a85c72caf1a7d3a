import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { programmesServed } from "./programmes-served";

export const endSessionsInput = z.object({ programmeId: z.uuid(), userId: z.uuid() });

/** Signs somebody out everywhere, as when a device is lost. They can sign in again. */
export function endPersonSessions(context: Context, input: z.input<typeof endSessionsInput>) {
  return perform(context, "person.end-sessions", endSessionsInput, input, async (tx, _scope, value) => {
    const { programmeId, userId } = value;
    const memberships = await programmesServed(tx, userId);
    if (!memberships.some((m) => m.programmeId === programmeId)) return fail("not-found", "person.none");
    const { count } = await tx.session.deleteMany({ where: { userId } });
    return ok({ subjectId: userId, detail: { ended: count }, value: null });
  });
}
