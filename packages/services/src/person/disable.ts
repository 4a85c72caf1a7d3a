import { inProgramme } from "@alongside/db/scope/in-programme";
import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { keepsAdministrator, lockProgrammes } from "./change-role";
import { programmesServed } from "./programmes-served";

export const disablePersonInput = z.object({
  programmeId: z.uuid(),
  userId: z.uuid(),
  /** True closes the account and ends its sessions; false opens it again. */
  disabled: z.boolean(),
});

/**
 * Closes or reopens an account. An account that also serves other programmes can be closed only by somebody who
 * administers them all; here the person can still be taken out of this programme by removing their roles.
 */
export function disablePerson(context: Context, input: z.input<typeof disablePersonInput>) {
  return perform(context, "person.disable", disablePersonInput, input, async (tx, _scope, value) => {
    const { programmeId, userId, disabled } = value;
    const memberships = await programmesServed(tx, userId);
    if (!memberships.some((m) => m.programmeId === programmeId)) return fail("not-found", "person.none");
    await lockProgrammes(
      tx,
      memberships.map((m) => m.programmeId),
    );
    const mine = new Set(
      (context.actor?.memberships ?? [])
        .filter((m) => m.role === "administrator" && m.siteId === null)
        .map((m) => m.programmeId),
    );
    if (memberships.some((m) => m.real && m.programmeId !== programmeId && !mine.has(m.programmeId)))
      return fail("forbidden", "person.serves-elsewhere");
    await tx.user.update({ where: { id: userId }, data: { disabledAt: disabled ? context.now() : null } });
    if (disabled) await tx.session.deleteMany({ where: { userId } });
    for (const served of memberships.filter((m) => m.real || m.programmeId === programmeId)) {
      const kept = await inProgramme(tx, served.programmeId, () => keepsAdministrator(tx, served.programmeId));
      if (!kept.ok) return kept;
    }
    return ok({ subjectId: userId, detail: { disabled }, value: null });
  });
}
