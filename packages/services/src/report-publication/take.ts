import { ok, type Result } from "@alongside/domain/failure/failure";
import { REPORT_FILES } from "@alongside/domain/report/report-request";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type WrittenReport, writeReportFile } from "../report/write-file";
import { documentAsItStands } from "./open";
import { findReport, reportState } from "./stored-report";

export const takePublicationInput = z.object({
  programmeId: z.uuid(),
  reportId: z.uuid(),
  type: z.enum(REPORT_FILES),
});

/**
 * A report that somebody asked to publish, as a file of what was asked for. Leaves a trace.
 * @returns the answer of `findReport`
 */
export async function takePublication(
  context: Context,
  input: z.input<typeof takePublicationInput>,
): Promise<Result<WrittenReport>> {
  const parsed = parseInput(takePublicationInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, reportId, type } = parsed.value;
  const scope = authorise(context, "report.export", programmeId);
  if (!scope.ok) return scope;
  const found = await findReport(context, scope.value, reportId);
  if (!found.ok) return found;
  const { contentHash } = found.value;
  const state = reportState(found.value);
  await writeAuditEvent(scope.value.db, context, scope.value, scope.value.actorId, {
    ...{ reportId, type, state, contentHash },
  });
  return ok(await writeReportFile(documentAsItStands(found.value), type));
}
