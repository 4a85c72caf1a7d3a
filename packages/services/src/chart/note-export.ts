import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const noteChartExportInput = z.object({
  programmeId: z.uuid(),
  /** Where the chart stands. */
  page: z.enum(["change", "outcome", "results", "retention"]),
  format: z.enum(["svg", "png", "csv"]),
  /** The chart has a line for each of single people. */
  ofPeople: z.boolean(),
  /** Ties the file to its figures: the beginning of their hash, or of the moment they were computed. */
  figures: z.string().regex(/^[0-9a-z]{1,32}$/),
});

/**
 * Leaves a trace that somebody saves a chart. The browser makes the file, of what its page shows already, and only after this
 * answered: without the right, or the second step of signing in that every export asks for, there is no file.
 */
export async function noteChartExport(
  context: Context,
  input: z.input<typeof noteChartExportInput>,
): Promise<Result<null>> {
  const parsed = parseInput(noteChartExportInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, ...detail } = parsed.value;
  const scope = authorise(context, "chart.export", programmeId);
  if (!scope.ok) return scope;
  await scope.value.db.$transaction((tx) => writeAuditEvent(tx, context, scope.value, scope.value.actorId, detail));
  return ok(null);
}
