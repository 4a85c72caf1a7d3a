import { ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const listInvitationsInput = z.object({ programmeId: z.uuid() });

/** The invitations that can still be used, the newest first; never their links. */
export async function listInvitations(context: Context, input: z.input<typeof listInvitationsInput>) {
  const parsed = parseInput(listInvitationsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "invitation.list", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { programmeId } = scope.value;
  const open = await scope.value.db.invitation.findMany({
    where: { programmeId, usedAt: null, revokedAt: null, expiresAt: { gt: context.now() } },
    select: { id: true, email: true, name: true, role: true, siteId: true, expiresAt: true },
    orderBy: { id: "desc" },
  });
  return ok(open);
}
