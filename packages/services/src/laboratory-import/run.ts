import { sql } from "@alongside/db/sql";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { programmeAssays } from "../assay/programme-assays";
import { auditInsert } from "../audit/write-audit-event";
import type { Context } from "../context";
import { importLocks } from "../import-lock";
import { parseInput } from "../parse-input";
import { runLaboratoryImportInput } from "./inputs";
import { takeIn } from "./intake";
import { currentMapping, type MappingVersion } from "./laboratory-mapping";
import { deleteOutcomes } from "./outcome-rows";
import { UnreadableFile } from "./read-rows";
import { storedReport } from "./report";
import { storedFile } from "./stored-file";
import { findImport, importDetail, type StoredImport } from "./stored-import";
import type { LaboratoryImportDetail } from "./views";
import { stopped, workOn } from "./work-on";

/**
 * Imports a checked file in one transaction: what is sound is stored, and every row says what became of it; a run that is
 * cancelled, fails or is killed leaves no row. Every row is judged again, by what is stored now. Asking again after it is
 * done returns what it did.
 */
export async function runLaboratoryImport(
  context: Context,
  input: z.input<typeof runLaboratoryImportInput>,
): Promise<Result<LaboratoryImportDetail>> {
  const parsed = parseInput(runLaboratoryImportInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, importId } = parsed.value;
  const scope = authorise(context, "laboratory-import.run", programmeId);
  if (!scope.ok) return scope;
  const found = await findImport(context, scope.value, importId);
  if (!found.ok) return found;
  const { row, state } = found.value;
  if (state === "done") return ok(await importDetail(scope.value, row, state));
  if (state === "running" || state === "checking") return fail("rule", "laboratory-import.at-work");
  const report = storedReport(row.report);
  if (report === null || row.mappingVersion === null) return fail("rule", "laboratory-import.not-checked");
  if (report.counts === null) return fail("rule", "laboratory-import.unreadable");
  const current = await currentMapping(scope.value.db, row.laboratoryId);
  if (current?.version !== row.mappingVersion) return fail("rule", "laboratory-import.mapping-changed");
  const done = await runInside(context, scope.value, row, current);
  if (!done.ok) return done;
  const after = await findImport(context, scope.value, importId);
  return after.ok ? ok(await importDetail(scope.value, after.value.row, after.value.state)) : after;
}

async function runInside(
  context: Context,
  scope: Scope,
  row: StoredImport,
  { mapping }: MappingVersion,
): Promise<Result<null>> {
  const { db, programmeId } = scope;
  const { id: importId, laboratoryId } = row;
  const assays = await programmeAssays(db, programmeId);
  const work = { programmeId, importId, status: "running", lock: importLocks(programmeId, importId) } as const;
  return workOn(context, scope, work, async (pipeline, onProgress) => {
    await pipeline.ask([deleteOutcomes(importId)]);
    const reading = { file: storedFile(db, importId, row.bytes), mapping, assays };
    const intake = { ...reading, pipeline, context, scope, importId, laboratoryId, writes: true, onProgress };
    const { rows, ...report } = await takeIn(intake).catch((error: unknown) => {
      // The dry run has read it to its end: a file that cannot be read now has lost pieces.
      throw error instanceof UnreadableFile ? new Error("The stored file cannot be read any more") : error;
    });
    const counts = report.counts ?? { new: 0, same: 0, changed: 0, conflict: 0, question: 0, refused: 0 };
    // Nothing to send back to the laboratory: the file has served its purpose.
    const left = counts.conflict + counts.question + counts.refused;
    const now = context.now().toISOString();
    const [kept = []] = await pipeline.ask([
      sql`UPDATE lab_import SET status = 'done', rows_total = ${rows}::int, rows_done = ${rows}::int,
                 report = ${JSON.stringify(report)}::jsonb, finished_at = ${now}::timestamptz
           WHERE id = ${importId}::uuid AND status = 'running' RETURNING id`,
    ]);
    if (kept.length === 0) stopped();
    await pipeline.finish([
      ...(left > 0 ? [] : [sql`DELETE FROM lab_import_piece WHERE lab_import_id = ${importId}::uuid`]),
      ...auditInsert(context, scope, programmeId, { importId, laboratoryId, ...counts }),
    ]);
    return ok(null);
  });
}
