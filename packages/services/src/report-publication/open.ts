import { ok, type Result } from "@alongside/domain/failure/failure";
import type { ReportDocument } from "@alongside/domain/report/report-document";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { draftMark } from "../report/write-report";
import { findReport, type ReportState, reportState, type StoredReport } from "./stored-report";

export const openPublicationInput = z.object({ programmeId: z.uuid(), reportId: z.uuid() });

export interface OpenedPublication {
  /** Word for word as it was asked for; with the mark of a draft until it is approved. */
  readonly document: ReportDocument;
  readonly state: ReportState;
  readonly contentHash: string;
}

/**
 * A report as it was when somebody asked to publish it, although the data moved on.
 * @returns the answer of `findReport`
 */
export async function openPublication(
  context: Context,
  input: z.input<typeof openPublicationInput>,
): Promise<Result<OpenedPublication>> {
  const parsed = parseInput(openPublicationInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "report.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const found = await findReport(context, scope.value, parsed.value.reportId);
  if (!found.ok) return found;
  const { contentHash } = found.value;
  return ok({ document: documentAsItStands(found.value), state: reportState(found.value), contentHash });
}

/** Only what a second person approved goes without the mark of a draft. */
export function documentAsItStands(report: StoredReport): ReportDocument {
  const { document } = report;
  return reportState(report) === "approved" ? document : { ...document, mark: draftMark(document.language) };
}
