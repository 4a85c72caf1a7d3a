import { BREAK_GLASS_JUDGEMENTS } from "@alongside/domain/access/break-glass";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { isLeadOf } from "./site-lead";

export const reviewOpeningInput = z.object({
  programmeId: z.uuid(),
  breakGlassId: z.uuid(),
  judgement: z.enum(BREAK_GLASS_JUDGEMENTS),
  note: z.string().trim().max(500).default(""),
});

export interface ReviewedOpening {
  readonly judgement: string;
}

/**
 * Says what somebody thinks of an access, once it is over. Never of one's own, and said once.
 * @returns `break-glass.own`, `break-glass.still-open`, `break-glass.reviewed`
 */
export function reviewOpening(
  context: Context,
  input: z.input<typeof reviewOpeningInput>,
): Promise<Result<ReviewedOpening>> {
  return perform(context, "break-glass.review", reviewOpeningInput, input, async (tx, scope, asked) => {
    const { programmeId, actorId } = scope;
    const { breakGlassId: id, judgement, note } = asked;
    const found = await tx.breakGlass.findUnique({ where: { id, programmeId } });
    if (found === null || !(await isLeadOf(tx, scope, found.openedSiteId)))
      return fail("not-found", "break-glass.none");
    const subjectId = found.subjectId ?? programmeId;
    const value = { judgement };
    if (found.userId === actorId) return fail("rule", "break-glass.own");
    const now = context.now();
    if (found.endedAt === null && now < found.endsAt) return fail("rule", "break-glass.still-open");
    const changed = await tx.breakGlass.updateMany({
      where: { id, programmeId, reviewedAt: null },
      data: { judgement, judgementNote: note, reviewedAt: now, reviewedById: actorId },
    });
    if (changed.count === 1) return ok({ subjectId, detail: { breakGlass: id, judgement }, value });
    const same = found.reviewedById === actorId && found.judgement === judgement && found.judgementNote === note;
    return same ? ok({ subjectId, detail: null, value }) : fail("rule", "break-glass.reviewed");
  });
}
