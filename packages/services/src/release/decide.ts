import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { RELEASE_DECISIONS, RELEASE_WORDS_MAX, type ReleaseDecision } from "@alongside/domain/release/release";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";

export const decideReleaseInput = z.object({
  programmeId: z.uuid(),
  releaseId: z.uuid(),
  decision: z.enum(RELEASE_DECISIONS),
  words: z.string().trim().min(1).max(RELEASE_WORDS_MAX),
});

export interface DecidedRelease {
  readonly decision: ReleaseDecision;
}

/**
 * Approves or refuses that rows go outside, once, with words. Never by whoever asked: the database refuses that too.
 * @returns `row-release.none`; `row-release.own` for whoever asked; `row-release.no-decision` for what stays inside;
 *   `row-release.decided` where somebody was quicker
 */
export async function decideRelease(
  context: Context,
  input: z.input<typeof decideReleaseInput>,
): Promise<Result<DecidedRelease>> {
  const decided = await perform(context, "release.decide", decideReleaseInput, input, async (tx, scope, asked) => {
    const { programmeId, actorId } = scope;
    const { releaseId, decision, words } = asked;
    const release = await tx.rowRelease.findUnique({
      where: { programmeId_id: { programmeId, id: releaseId } },
      include: { decisions: true },
    });
    if (release === null) return fail("not-found", "row-release.none");
    if (release.askedById === actorId) return fail("rule", "row-release.own");
    if (release.destination === "inside") return fail("rule", "row-release.no-decision");
    if (release.decisions.length > 0) return fail("rule", "row-release.decided");
    const { askedById } = release;
    await tx.rowReleaseDecision.create({
      data: { programmeId, releaseId, askedById, decidedById: actorId, decision, words, decidedAt: context.now() },
    });
    const { what, purpose, destination, rows } = release;
    const detail = { releaseId, decision, what, purpose, destination, rows };
    return ok({ subjectId: askedById, detail, value: { decision } });
  });
  return !decided.ok && decided.failure.code === "duplicate" ? fail("rule", "row-release.decided") : decided;
}
