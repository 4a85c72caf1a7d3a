import type { Tx } from "@alongside/db/client";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { type ReportDocument, reportDocument } from "@alongside/domain/report/report-document";
import { REPORT_AUDIENCES, REPORT_DECISIONS } from "@alongside/domain/report/report-request";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { canonicalHash } from "../canonical-hash";
import type { Context } from "../context";

const stored = z.object({
  id: z.uuid(),
  document: reportDocument,
  contentHash: z.string(),
  audience: z.enum(REPORT_AUDIENCES),
  words: z.string(),
  askedById: z.uuid(),
  askedAt: z.date(),
  decisions: z.array(
    z.object({
      decision: z.enum(REPORT_DECISIONS),
      decidedById: z.uuid(),
      decidedAt: z.date(),
      words: z.string(),
    }),
  ),
});
/** A report that somebody asked to publish, with what was said about it: none or one decision. */
export type StoredReport = z.output<typeof stored>;

/** Waits for a second person; was approved; was refused. */
export type ReportState = "waiting" | "approved" | "refused";

/** How it stands: decided once, or not yet. */
export function reportState({ decisions }: Pick<StoredReport, "decisions">): ReportState {
  return decisions[0]?.decision ?? "waiting";
}

/** Reports of a programme that somebody asked to publish, newest first, at most so many. */
export async function findReports(
  db: Pick<Tx, "publishedReport">,
  where: { readonly programmeId: string; readonly id?: string },
  most: number,
): Promise<readonly StoredReport[]> {
  const rows = await db.publishedReport.findMany({
    where,
    include: { decisions: true },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: most,
  });
  return rows.map((row) => stored.parse(row));
}

/** Whether somebody may see it: what was approved is for everybody with reports, the rest for whoever asked and decides. */
export function maySee(context: Context, scope: Scope, report: StoredReport): boolean {
  if (reportState(report) === "approved" || report.askedById === scope.actorId) return true;
  return authorise(context, "report.decide", scope.programmeId).ok;
}

/**
 * One report for somebody who may see it, if it still is what was asked for.
 * @returns `published-report.none`; `published-report.altered` where the document no longer gives its hash
 */
export async function findReport(context: Context, scope: Scope, id: string): Promise<Result<StoredReport>> {
  const [report] = await findReports(scope.db, { programmeId: scope.programmeId, id }, 1);
  if (report === undefined || !maySee(context, scope, report)) return fail("not-found", "published-report.none");
  if (documentHash(report.document) !== report.contentHash) return fail("conflict", "published-report.altered");
  return ok(report);
}

/** SHA-256 of the canonical text of a document, in hexadecimal. */
export function documentHash(document: ReportDocument): string {
  return canonicalHash(document);
}
