import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { REPORT_AUDIENCES, REPORT_WORDS_MAX, REPORT_WORDS_MIN } from "@alongside/domain/report/report-request";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { perform } from "../perform";
import { loadFigures } from "../report/load-figures";
import { reportInput } from "../report/report-input";
import { writeReport } from "../report/write-report";
import { documentHash } from "./stored-report";
import { withoutSeeingPeople } from "./without-seeing-people";

export const askPublicationInput = reportInput.extend({
  /** Made by the caller, so that a repeated request asks once. */
  reportId: z.uuid(),
  audience: z.enum(REPORT_AUDIENCES),
  words: z.string().trim().min(REPORT_WORDS_MIN).max(REPORT_WORDS_MAX),
});

export interface AskedPublication {
  readonly reportId: string;
  readonly contentHash: string;
}

/**
 * Asks that a report goes outside. The report is made now and kept word for word: what a second person approves is what opens
 * later. Its figures are those that the ledger shows to people who may not see the participants, whoever asks.
 * @returns the answer of `loadFigures` to such people
 */
export async function askPublication(
  context: Context,
  input: z.input<typeof askPublicationInput>,
): Promise<Result<AskedPublication>> {
  const parsed = parseInput(askPublicationInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId } = parsed.value;
  const scope = authorise(context, "report.ask", programmeId);
  if (!scope.ok) return scope;
  const figures = await loadFigures(withoutSeeingPeople(context, programmeId), scope.value, parsed.value);
  if (!figures.ok) return figures;
  const document = { ...writeReport(figures.value, parsed.value), mark: null };
  const contentHash = documentHash(document);
  return perform(context, "report.ask", askPublicationInput, input, async (tx, { actorId }) => {
    const { reportId: id, audience, words } = parsed.value;
    const found = await tx.publishedReport.findUnique({ where: { programmeId_id: { programmeId, id } } });
    if (found !== null) {
      if (found.askedById !== actorId) return fail("not-found", "published-report.none");
      return ok({ subjectId: actorId, detail: null, value: { reportId: id, contentHash: found.contentHash } });
    }
    await tx.publishedReport.create({
      data: { programmeId, id, document, contentHash, audience, words, askedById: actorId, askedAt: context.now() },
    });
    const { stamp, language } = document;
    const detail = { reportId: id, audience, language, stamp, contentHash };
    return ok({ subjectId: actorId, detail, value: { reportId: id, contentHash } });
  });
}
