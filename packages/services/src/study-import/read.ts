import { ok, type Result } from "@alongside/domain/failure/failure";
import type { StudyMapping } from "@alongside/interchange/formats/study-csv/mapping";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type ImportReport, storedReport } from "./report";
import { findImport, type ImportState, storedMapping } from "./stored-import";

/** One import as screens show it. */
export interface StudyImportView {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly state: ImportState;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export const readStudyImportInput = z.object({ programmeId: z.uuid(), importId: z.uuid() });

/** Where an import stands, its mapping and what the check or the run found. Cheap enough to be asked every second. */
export async function readStudyImport(
  context: Context,
  input: z.input<typeof readStudyImportInput>,
): Promise<Result<StudyImportView & { readonly mapping: StudyMapping | null; readonly report: ImportReport | null }>> {
  const parsed = parseInput(readStudyImportInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "study-import.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const found = await findImport(context, scope.value, parsed.value.importId);
  if (!found.ok) return found;
  const { row, state } = found.value;
  return ok({ ...importView(row, state), mapping: storedMapping(row), report: storedReport(row) });
}

/** What is shown of a stored import, without its mapping and report. */
export function importView(row: Omit<StudyImportView, "state">, state: ImportState): StudyImportView {
  const { id, fileName, bytes, rowsTotal, rowsDone, createdAt, finishedAt } = row;
  return { id, fileName, bytes, state, rowsTotal, rowsDone, createdAt, finishedAt };
}
