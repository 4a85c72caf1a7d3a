import { ok, type Result } from "@alongside/domain/failure/failure";
import type { ReportDocument } from "@alongside/domain/report/report-document";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { loadFigures } from "./load-figures";
import { reportInput } from "./report-input";
import { writeReport } from "./write-report";

export interface MadeReport {
  readonly document: ReportDocument;
  /** Follow-ups it could be about, and the one it is about. */
  readonly times: readonly { readonly code: string; readonly label: string }[];
  readonly time: string | null;
  /** Arms it could be about; empty where it is about cohorts that somebody defined. */
  readonly arms: readonly { readonly id: string; readonly name: string }[];
}

/**
 * A report of a programme with the figures as they may be shown to whoever asks, as a draft. Every page it draws on leaves the
 * trace it leaves when it is opened.
 */
export async function makeReport(context: Context, input: z.input<typeof reportInput>): Promise<Result<MadeReport>> {
  const parsed = parseInput(reportInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "report.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const figures = await loadFigures(context, scope.value, parsed.value);
  if (!figures.ok) return figures;
  const { change, at, arms } = figures.value;
  const followUps = change.table.timepoints.filter(({ id }) => id !== change.table.baselineTimepointId);
  return ok({
    document: writeReport(figures.value, parsed.value),
    times: followUps.map(({ code, label }) => ({ code, label })),
    time: at?.code ?? null,
    arms,
  });
}
