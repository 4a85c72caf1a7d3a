import { ok, type Result } from "@alongside/domain/failure/failure";
import { REPORT_FILES } from "@alongside/domain/report/report-request";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { makeReport } from "./make";
import { reportInput } from "./report-input";
import { type WrittenReport, writeReportFile } from "./write-file";

export const exportReportInput = reportInput.extend({ type: z.enum(REPORT_FILES) });

/** The draft of a report as a file: what the page shows to this person, and nothing besides. Leaves a trace. */
export async function exportReport(
  context: Context,
  input: z.input<typeof exportReportInput>,
): Promise<Result<WrittenReport>> {
  const parsed = parseInput(exportReportInput, input);
  if (!parsed.ok) return parsed;
  const { type, ...asked } = parsed.value;
  const scope = authorise(context, "report.export", asked.programmeId);
  if (!scope.ok) return scope;
  const made = await makeReport(context, asked);
  if (!made.ok) return made;
  const { stamp, language } = made.value.document;
  await writeAuditEvent(scope.value.db, context, scope.value, scope.value.actorId, { type, language, stamp });
  return ok(await writeReportFile(made.value.document, type));
}
