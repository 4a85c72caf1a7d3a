import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { oneTimePassword, roleFields } from "./fields";

export const addPersonInput = z.object({
  programmeId: z.uuid(),
  name: z.string().trim().min(2).max(120),
  email: z.email().max(254),
  ...roleFields,
});

/**
 * Gives somebody a role in the programme. A new address gets an account with a one-time password, returned once and
 * stored only as a hash; somebody who has an account keeps it, and `password` is null.
 */
export function addPerson(context: Context, input: z.input<typeof addPersonInput>) {
  return perform(context, "person.add", addPersonInput, input, async (tx, _scope, value) => {
    const { programmeId, name, role, siteId } = value;
    const email = value.email.toLowerCase();
    if (siteId !== null) {
      const site = await tx.site.findFirst({ where: { id: siteId, programmeId }, select: { id: true } });
      if (site === null) return fail("not-found", "site.none");
    }
    const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
    const userId = known?.id ?? context.newId();
    const password = known === null ? oneTimePassword(context.randomBytes) : null;
    if (password !== null) {
      const account = { userId, accountId: context.newId(), name, email, password, mustChangePassword: true };
      await context.accounts.create(tx, account);
    }
    await tx.membership.create({ data: { id: context.newId(), userId, programmeId, role, siteId } });
    return ok({ subjectId: userId, detail: { role, siteId }, value: { userId, password } });
  });
}
