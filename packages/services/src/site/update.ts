import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { beforeAndAfter } from "../audit/before-and-after";
import type { Context } from "../context";
import { perform } from "../perform";

export const updateSiteInput = z.object({
  programmeId: z.uuid(),
  siteId: z.uuid(),
  name: z.string().trim().min(1).max(80),
  /** False: nobody can be enrolled there any more. Everything recorded stays. */
  active: z.boolean(),
  /** Who is told when somebody without a role here opens a record; null: the administrators. Absent: as before. */
  leadUserId: z.uuid().nullable().optional(),
});

/** Renames, closes or reopens a site. */
export function updateSite(context: Context, input: z.input<typeof updateSiteInput>) {
  return perform(context, "site.update", updateSiteInput, input, async (tx, _scope, value) => {
    const { programmeId, siteId, leadUserId, ...rest } = value;
    if (typeof leadUserId === "string") {
      const where = { userId: leadUserId, programmeId, OR: [{ siteId: null }, { siteId }], user: { disabledAt: null } };
      const member = await tx.membership.findFirst({ where, select: { id: true } });
      if (member === null) return fail("not-found", "person.none");
    }
    const data = { ...rest, ...(leadUserId === undefined ? {} : { leadUserId }) };
    const select = { name: true, active: true, leadUserId: true };
    const before = await tx.site.findFirst({ where: { id: siteId, programmeId }, select });
    if (before === null) return fail("not-found", "site.none");
    await tx.site.updateMany({ where: { id: siteId, programmeId }, data });
    const changed = beforeAndAfter(before, data);
    return ok({ subjectId: programmeId, detail: changed && { siteId, ...changed }, value: null });
  });
}
