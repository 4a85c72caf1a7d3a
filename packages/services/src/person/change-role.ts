import type { Tx } from "@alongside/db/client";
import { inProgramme } from "@alongside/db/scope/in-programme";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { beforeAndAfter } from "../audit/before-and-after";
import type { Context } from "../context";
import { perform } from "../perform";
import { roleFields } from "./fields";

export const changeRoleInput = z.object({
  programmeId: z.uuid(),
  userId: z.uuid(),
  /** The roles the person holds from now on; empty takes them out of the programme. */
  roles: z.array(z.object(roleFields)).max(20),
});

/** Replaces a person's roles in the programme. The programme always keeps an administrator who can sign in. */
export function changePersonRole(context: Context, input: z.input<typeof changeRoleInput>) {
  return perform(context, "person.change-role", changeRoleInput, input, async (tx, _scope, value) => {
    const { programmeId, userId, roles } = value;
    await lockProgrammes(tx, [programmeId]);
    const held = await tx.membership.findMany({ where: { programmeId, userId }, select: { role: true, siteId: true } });
    if (held.length === 0) return fail("not-found", "person.none");
    await tx.membership.deleteMany({ where: { programmeId, userId } });
    const siteIds = [...new Set(roles.flatMap(({ siteId }) => (siteId === null ? [] : [siteId])))];
    const sites = await tx.site.findMany({ where: { programmeId, id: { in: siteIds } }, select: { id: true } });
    if (sites.length !== siteIds.length) return fail("not-found", "site.none");
    const nameOf = (role: (typeof held)[number]) => `${role.role} ${role.siteId}`;
    const unique = new Map(roles.map((role) => [nameOf(role), role]));
    await tx.membership.createMany({
      data: [...unique.values()].map((role) => ({ id: context.newId(), userId, programmeId, ...role })),
    });
    const kept = await keepsAdministrator(tx, programmeId);
    if (!kept.ok) return kept;
    const [before, after] = [held.map(nameOf).toSorted(), [...unique.keys()].toSorted()];
    return ok({ subjectId: userId, detail: beforeAndAfter({ roles: before }, { roles: after }), value: null });
  });
}

/** Lets one change of a programme's people happen after the other, so that two cannot each remove the last but one. */
export async function lockProgrammes(tx: Tx, programmeIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(programmeIds)].sort()) {
    await inProgramme(tx, id, () => tx.$queryRaw`SELECT 1 FROM programme WHERE id = ${id}::uuid FOR UPDATE`);
  }
}

/** A failure when nobody who can sign in administers the whole programme any more. */
export async function keepsAdministrator(tx: Tx, programmeId: string): Promise<Result<null>> {
  const left = await tx.membership.findFirst({
    where: { programmeId, role: "administrator", siteId: null, user: { disabledAt: null } },
    select: { id: true },
  });
  return left === null ? fail("rule", "person.last-administrator") : ok(null);
}
