import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { isLeadOf } from "./site-lead";

export const endOpeningInput = z.object({ programmeId: z.uuid(), breakGlassId: z.uuid() });

/** Ends an access before its time: by whoever has it, or by whoever leads the site. Ending it twice is ending it once. */
export function endOpening(context: Context, input: z.input<typeof endOpeningInput>): Promise<Result<null>> {
  return perform(context, "break-glass.end", endOpeningInput, input, async (tx, scope, asked) => {
    const { programmeId, actorId } = scope;
    const found = await tx.breakGlass.findUnique({ where: { id: asked.breakGlassId, programmeId } });
    if (found === null) return fail("not-found", "break-glass.none");
    if (found.userId !== actorId && !(await isLeadOf(tx, scope, found.openedSiteId))) {
      return fail("not-found", "break-glass.none");
    }
    const subjectId = found.subjectId ?? programmeId;
    const now = context.now();
    if (found.endedAt !== null || now >= found.endsAt) return ok({ subjectId, detail: null, value: null });
    await tx.breakGlass.update({ where: { id: found.id }, data: { endedAt: now } });
    return ok({ subjectId, detail: { breakGlass: found.id }, value: null });
  });
}
