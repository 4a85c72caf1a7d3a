import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { studyMappingSchema } from "@alongside/interchange/formats/study-csv/mapping";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { readPieces } from "./file-pieces";
import { takeIn } from "./intake";
import { matchPlan } from "./match-plan";
import { labelKeyOf } from "./participant-labels";
import { readPlan } from "./programme-plan";
import { type ImportReport, reportJson } from "./report";
import { findImport } from "./stored-import";
import { StudyPlace } from "./study-place";

export const checkStudyInput = z.object({ programmeId: z.uuid(), importId: z.uuid(), mapping: studyMappingSchema });

/**
 * Reads the whole file under a mapping, as the import would, and stores what it found; nothing enters the programme.
 * May be repeated with another mapping until the import has run.
 */
export async function checkStudy(
  context: Context,
  input: z.input<typeof checkStudyInput>,
): Promise<Result<ImportReport>> {
  const parsed = parseInput(checkStudyInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, importId, mapping } = parsed.value;
  const scope = authorise(context, "study-import.check", programmeId);
  if (!scope.ok) return scope;
  const found = await findImport(context, scope.value, importId);
  if (!found.ok) return found;
  const { state } = found.value;
  if (state === "done") return fail("rule", "study-import.done-already");
  if (state === "running") return fail("rule", "study-import.at-work");
  if (state === "uploading") return fail("rule", "study-import.not-uploaded");

  const plan = await readPlan(scope.value.db, programmeId);
  const today = todayIn(plan.timeZone, context.now());
  const labelKey = await labelKeyOf(context, scope.value);
  const place = new StudyPlace({ programmeId, mapping, today, labelKey, newId: context.newId }, plan);
  const matched = matchPlan(plan, mapping, context.newId);
  const report = await takeIn(scope.value.db, readPieces(scope.value.db, importId), place, matched);
  return scope.value.db.$transaction(async (tx) => {
    const changed = await tx.studyImport.updateMany({
      // Not while a run that began meanwhile is at work.
      where: { id: importId, programmeId, status: found.value.row.status },
      data: { mapping, report: reportJson(report), status: "checked", rowsTotal: report.rows, rowsDone: 0 },
    });
    if (changed.count === 0) return fail("rule", "study-import.at-work");
    const { rows, importable } = report;
    await writeAuditEvent(tx, context, scope.value, programmeId, { importId, rows, importable });
    return ok(report);
  });
}
