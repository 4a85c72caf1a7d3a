import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { REPORT_AUDIENCES, REPORT_WORDS_MAX, REPORT_WORDS_MIN } from "@alongside/domain/report/report-request";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { releaseToAnybody } from "../disclosure/take-release";
import { parseInput } from "../parse-input";
import { perform } from "../perform";
import { loadFigures } from "../report/load-figures";
import type { ReportFigures } from "../report/report-figures";
import { reportInput } from "../report/report-input";
import { writeReport } from "../report/write-report";
import { documentHash } from "./stored-report";

export const askPublicationInput = reportInput.extend({
  /** Made by the caller, so that a repeated request asks once. */
  reportId: z.uuid(),
  audience: z.enum(REPORT_AUDIENCES),
  words: z.string().trim().min(REPORT_WORDS_MIN).max(REPORT_WORDS_MAX),
});
type Asked = z.output<typeof askPublicationInput>;

export interface AskedPublication {
  readonly reportId: string;
  readonly contentHash: string;
}

/**
 * Asks that a report goes outside. The report is made now and kept word for word: what a second person approves is what opens
 * later. Its figures must be such as anybody may see.
 * @returns `published-report.cohorts` for cohorts that somebody defined, unless nothing is hidden from anybody;
 *   `published-report.held` where too few people have come or changed since the last release; the answer of `loadFigures`
 */
export async function askPublication(
  context: Context,
  input: z.input<typeof askPublicationInput>,
): Promise<Result<AskedPublication>> {
  const parsed = parseInput(askPublicationInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "report.ask", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const figures = await loadFigures(context, scope.value, parsed.value);
  if (!figures.ok) return figures;
  const open = await mayBePublic(context, scope.value, parsed.value, figures.value);
  if (!open.ok) return open;
  const document = { ...writeReport(figures.value, parsed.value), mark: null };
  const contentHash = documentHash(document);
  return perform(context, "report.ask", askPublicationInput, input, async (tx, { programmeId, actorId }) => {
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

/** Whether the ledger would show these figures to anybody: a public figure and the next could else be subtracted. */
async function mayBePublic(
  context: Context,
  scope: Scope,
  { definitionIds, snapshotId, programmeId }: Asked,
  { change, suppression }: ReportFigures,
): Promise<Result<null>> {
  const scores = await releaseToAnybody(context, scope, "scores");
  if (scores.kind === "free") return ok(null);
  if (definitionIds !== undefined) return fail("rule", "published-report.cohorts");
  if (snapshotId !== undefined) {
    const snapshot = await scope.db.snapshot.findUnique({
      where: { programmeId_id: { programmeId, id: snapshotId } },
      select: { released: true },
    });
    return snapshot?.released === true ? ok(null) : fail("rule", "published-report.held");
  }
  // What was held back from whoever asked is what was released then.
  const isOpen = change.heldSince !== null || scores.kind === "live";
  if (!isOpen) return fail("rule", "published-report.held");
  if (suppression === null || suppression.heldSince !== null) return ok(null);
  const results = await releaseToAnybody(context, scope, "results");
  return results.kind === "live" ? ok(null) : fail("rule", "published-report.held");
}
