import { ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const listPeopleInput = z.object({ programmeId: z.uuid() });

/** Everybody with a role in the programme, with their roles and whether they can sign in. */
export async function listPeople(context: Context, input: z.input<typeof listPeopleInput>) {
  const parsed = parseInput(listPeopleInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "person.list", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { programmeId } = scope.value;
  const people = await scope.value.db.user.findMany({
    where: { memberships: { some: { programmeId } } },
    select: {
      id: true,
      name: true,
      email: true,
      disabledAt: true,
      mustChangePassword: true,
      authenticator: { select: { confirmedAt: true } },
      _count: { select: { passkeys: true } },
      memberships: { where: { programmeId }, select: { id: true, role: true, siteId: true }, orderBy: { id: "asc" } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return ok(
    people.map(({ authenticator, _count, ...person }) => ({
      ...person,
      hasSecondFactor: Boolean(authenticator?.confirmedAt) || _count.passkeys > 0,
    })),
  );
}
