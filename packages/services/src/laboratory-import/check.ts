import { sql } from "@alongside/db/sql";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { programmeAssays } from "../assay/programme-assays";
import { auditInsert } from "../audit/write-audit-event";
import type { Context } from "../context";
import { importLock } from "../import-lock";
import { parseInput } from "../parse-input";
import { checkLaboratoryFileInput } from "./inputs";
import { takeIn } from "./intake";
import { currentMapping } from "./laboratory-mapping";
import { deleteOutcomes } from "./outcome-rows";
import { UnreadableFile } from "./read-rows";
import { type ImportReport, unreadable } from "./report";
import { storedFile } from "./stored-file";
import { findImport, importDetail, type StoredImport } from "./stored-import";
import type { LaboratoryImportDetail } from "./views";
import { stopped, workOn } from "./work-on";

/**
 * The dry run: reads the whole file under the laboratory's mapping, as the import would, and stores what would become of
 * every row; nothing enters the programme. May be repeated until the import has run.
 */
export async function checkLaboratoryFile(
  context: Context,
  input: z.input<typeof checkLaboratoryFileInput>,
): Promise<Result<LaboratoryImportDetail>> {
  const parsed = parseInput(checkLaboratoryFileInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, importId } = parsed.value;
  const scope = authorise(context, "laboratory-import.check", programmeId);
  if (!scope.ok) return scope;
  const found = await findImport(context, scope.value, importId);
  if (!found.ok) return found;
  const { row, state } = found.value;
  if (state === "done") return fail("rule", "laboratory-import.done-already");
  if (state === "uploading") return fail("rule", "laboratory-import.not-uploaded");
  if (state === "running" || state === "checking") return fail("rule", "laboratory-import.at-work");
  const checked = await dryRun(context, scope.value, row);
  if (!checked.ok) return checked;
  const after = await findImport(context, scope.value, importId);
  return after.ok ? ok(await importDetail(scope.value, after.value.row, after.value.state)) : after;
}

async function dryRun(context: Context, scope: Scope, row: StoredImport): Promise<Result<null>> {
  const { db, programmeId } = scope;
  const { id: importId, laboratoryId } = row;
  const current = await currentMapping(db, laboratoryId);
  if (current === null) return fail("rule", "laboratory-import.no-mapping");
  const assays = await programmeAssays(db, programmeId);
  const work = { programmeId, importId, status: "checking", lock: importLock(importId) } as const;
  return workOn(context, scope, work, async (pipeline, onProgress) => {
    await pipeline.ask([deleteOutcomes(importId)]);
    const reading = { file: storedFile(db, importId, row.bytes), mapping: current.mapping, assays };
    const intake = { ...reading, pipeline, context, scope, importId, laboratoryId, writes: false, onProgress };
    let [report, rows]: [ImportReport, number] = [unreadable([]), 0];
    try {
      ({ rows, ...report } = await takeIn(intake));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      report = unreadable(error.problems);
      await pipeline.ask([deleteOutcomes(importId)]);
    }
    const [kept = []] = await pipeline.ask([
      sql`UPDATE lab_import SET status = 'checked', mapping_version = ${current.version}::int, rows_total = ${rows}::int,
                 rows_done = ${rows}::int, report = ${JSON.stringify(report)}::jsonb
           WHERE id = ${importId}::uuid AND status = 'checking' RETURNING id`,
    ]);
    if (kept.length === 0) stopped();
    await pipeline.finish([...auditInsert(context, scope, programmeId, { importId, rows, version: current.version })]);
    return ok(null);
  });
}
