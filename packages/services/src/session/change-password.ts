import { appendEvents } from "@alongside/db/audit/append-events";
import { inProgramme } from "@alongside/db/scope/in-programme";
import { rolesOf } from "@alongside/db/scope/roles-of";
import { withoutProgramme } from "@alongside/db/scope/without-programme";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { SECOND_FACTOR_NEEDED } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { checkOwnPassword } from "./own-password";

export const changePasswordInput = z.object({ current: z.string().max(256), next: z.string().max(1024) });

/**
 * Changes one's own password; every other session of the person ends. Allowed while a change is required. The change is in
 * the trail of every programme the person has a role in.
 */
export async function changeOwnPassword(
  context: Context,
  input: z.input<typeof changePasswordInput>,
): Promise<Result<null>> {
  const parsed = parseInput(changePasswordInput, input);
  if (!parsed.ok) return parsed;
  const { actor, accounts } = context;
  const db = withoutProgramme(context.database);
  if (actor === null) return fail("signed-out", "session.none");
  if (actor.secondFactor === "waiting") return fail("forbidden", SECOND_FACTOR_NEEDED);
  const { current, next } = parsed.value;
  const known = await checkOwnPassword(context, actor, current, "current");
  if (!known.ok) return known;
  const names = (await rolesOf(db, actor.userId)).map(({ name }) => name);
  const problem = current === next ? "unchanged" : accounts.passwordProblem(next, actor.email, names);
  if (problem !== null) {
    return fail("invalid", `password.${problem}`, { issues: [{ path: "next", rule: `password.${problem}` }] });
  }
  await db.$transaction(async (tx) => {
    await accounts.setPassword(tx, actor.userId, next, { chosenByOther: false, keepSessionId: actor.sessionId });
    const event = { subjectId: actor.userId, actorId: actor.userId, action: "session.change-password", detail: null };
    for (const programmeId of new Set(actor.memberships.map((membership) => membership.programmeId))) {
      const events = appendEvents([{ ...event, id: context.newId(), programmeId, at: context.now() }]);
      await inProgramme(tx, programmeId, async () => {
        for (const statement of events) await tx.$executeRaw(statement);
      });
    }
  });
  return ok(null);
}
