import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { REPORT_DECISIONS, REPORT_WORDS_MAX, type ReportDecision } from "@alongside/domain/report/report-request";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { findReport } from "./stored-report";

export const decidePublicationInput = z.object({
  programmeId: z.uuid(),
  reportId: z.uuid(),
  decision: z.enum(REPORT_DECISIONS),
  words: z.string().trim().min(1).max(REPORT_WORDS_MAX),
});

/**
 * Approves or refuses that a report goes outside, once, with words. Never by whoever asked: the database refuses that too.
 * @returns `published-report.none`; `published-report.own` for whoever asked; `published-report.decided` where somebody was
 *   quicker
 */
export async function decidePublication(
  context: Context,
  input: z.input<typeof decidePublicationInput>,
): Promise<Result<{ readonly decision: ReportDecision }>> {
  const decided = await perform(context, "report.decide", decidePublicationInput, input, async (tx, scope, asked) => {
    const { programmeId, actorId } = scope;
    const { reportId, decision, words } = asked;
    const found = await findReport(context, scope, reportId);
    if (!found.ok) return found;
    const { askedById, decisions, audience, contentHash } = found.value;
    if (askedById === actorId) return fail("rule", "published-report.own");
    if (decisions.length > 0) return fail("rule", "published-report.decided");
    await tx.publishedReportDecision.create({
      data: { programmeId, reportId, askedById, decidedById: actorId, decision, words, decidedAt: context.now() },
    });
    return ok({ subjectId: askedById, detail: { reportId, decision, audience, contentHash }, value: { decision } });
  });
  return !decided.ok && decided.failure.code === "duplicate" ? fail("rule", "published-report.decided") : decided;
}
