import { BREAK_GLASS_MS, BREAK_GLASS_REASONS } from "@alongside/domain/access/break-glass";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import { z } from "zod";
import { coversSite } from "../access/authorise";
import type { Context } from "../context";
import { codeProblem } from "../participant/code-problem";
import { perform } from "../perform";
import { siteOfPerson } from "./site-of-person";

/** Nobody opens more records than this in a day; a real emergency of that size is one for the administrators. */
const MOST_A_DAY = 5;
const DAY_MS = 86_400_000;
const SHORTEST_WORDS = 10;

export const openRecordInput = z.object({
  programmeId: z.uuid(),
  /** Made by the caller, so that a repeated request opens once. */
  breakGlassId: z.uuid(),
  /** The whole code, from the person's card. */
  code: z.string().trim().min(1).max(40),
  reason: z.enum(BREAK_GLASS_REASONS),
  /** What happened, in words. */
  words: z.string().trim().min(SHORTEST_WORDS).max(500),
});

export interface OpenedRecord {
  readonly participantId: string;
  readonly endsAt: Date;
}

/**
 * Opens one person's record at a site where whoever asks has no role, for three hours, for reading only. The lead of the
 * site is told at once.
 * @returns `break-glass.not-needed` for somebody at the person's own sites; `not-found` for a code nobody has
 */
export function openRecord(context: Context, input: z.input<typeof openRecordInput>): Promise<Result<OpenedRecord>> {
  return perform(context, "break-glass.ask", openRecordInput, input, async (tx, scope, asked) => {
    const { programmeId, actorId } = scope;
    const { breakGlassId, reason, words } = asked;
    const reading = readParticipantCode(asked.code);
    if (!reading.ok) return { ok: false, failure: codeProblem(reading) };
    // Two requests of one person come one after the other, so that the limit of the day holds.
    await tx.$queryRaw`SELECT 1 FROM app_user WHERE id = ${actorId}::uuid FOR NO KEY UPDATE`;
    const claim = await tx.participantCode.findUnique({ where: { claim: `${programmeId}:${reading.code}` } });
    const participantId = claim?.participantId;
    const siteId = participantId === undefined ? null : await siteOfPerson(context, scope, participantId);
    if (participantId === undefined || siteId === null) return fail("not-found", "participant.none");
    const before = await tx.breakGlass.findUnique({ where: { id: breakGlassId } });
    if (before !== null) {
      const same =
        before.userId === actorId && before.programmeId === programmeId && before.subjectId === participantId;
      if (!same) return fail("conflict", "break-glass.other");
      return ok({ subjectId: participantId, detail: null, value: { participantId, endsAt: before.endsAt } });
    }
    if (coversSite(scope, siteId)) return fail("rule", "break-glass.not-needed");
    const now = context.now();
    const recent = await tx.breakGlass.count({
      where: { programmeId, userId: actorId, openedAt: { gt: new Date(now.getTime() - DAY_MS) } },
    });
    if (recent >= MOST_A_DAY) return fail("too-many", "break-glass.too-many", { params: { limit: MOST_A_DAY } });
    const endsAt = new Date(now.getTime() + BREAK_GLASS_MS);
    await tx.breakGlass.create({
      data: {
        ...{ id: breakGlassId, programmeId, userId: actorId, openedSiteId: siteId, subjectId: participantId },
        ...{ reason, words, openedAt: now, endsAt },
      },
    });
    const detail = { breakGlass: breakGlassId, reason, endsAt: endsAt.toISOString() };
    return ok({ subjectId: participantId, detail, value: { participantId, endsAt } });
  });
}
