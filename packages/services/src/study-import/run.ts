import { addEnrolledPeople, addImportedCells } from "@alongside/db/change-statistic/add-imported";
import type { Tx } from "@alongside/db/client";
import { forgetCohorts } from "@alongside/db/cohort-statistic/changed-since";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import type { StudyMapping } from "@alongside/interchange/formats/study-csv/mapping";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { takeImportLocks } from "../import-lock";
import { parseInput } from "../parse-input";
import { createMissing } from "./create-plan";
import { earliestDays } from "./earliest-days";
import { readPieces } from "./file-pieces";
import { takeIn } from "./intake";
import { matchPlan } from "./match-plan";
import { labelKeyOf } from "./participant-labels";
import { readPlan } from "./programme-plan";
import { type ImportReport, lastingReport, reportJson, storedReport } from "./report";
import { findImport, storedMapping } from "./stored-import";
import { hasDates, StudyDays } from "./study-days";
import { StudyPlace } from "./study-place";
import { studyWriter } from "./study-writer";
import { scoreMeasure } from "./write-values";

export const runStudyImportInput = z.object({ programmeId: z.uuid(), importId: z.uuid() });

/** A long file may take so long; the database undoes everything when it takes longer. */
const LONGEST_MS = 3_600_000;

/**
 * Imports a checked study file: everything in one transaction, or nothing. Progress can be read meanwhile from
 * another connection. Goes on when whoever asked has stopped listening; asking again after it is done returns what it did.
 */
export async function runStudyImport(
  context: Context,
  input: z.input<typeof runStudyImportInput>,
): Promise<Result<ImportReport>> {
  const parsed = parseInput(runStudyImportInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, importId } = parsed.value;
  const scope = authorise(context, "study-import.run", programmeId);
  if (!scope.ok) return scope;
  const found = await findImport(context, scope.value, importId);
  if (!found.ok) return found;
  const { row, state } = found.value;
  const report = storedReport(row);
  if (state === "done" && report !== null) return ok(report);
  if (state === "running") return fail("rule", "study-import.at-work");
  const mapping = storedMapping(row);
  if (mapping === null || report === null) return fail("rule", "study-import.not-checked");
  if (!report.importable) return fail("rule", "study-import.has-problems");

  const run: Run = { importId, mapping, source: `${row.fileName} (${row.fileHash.slice(0, 12)})` };
  try {
    return await scope.value.db.$transaction((tx) => runInside(tx, context, scope.value, run), { timeout: LONGEST_MS });
  } catch (error) {
    const refused = error instanceof Refused ? error.report : null;
    const ended = { status: "failed", finishedAt: context.now() };
    await scope.value.db.studyImport.updateMany({
      where: { id: importId, programmeId, status: "running" },
      data: refused === null ? ended : { ...ended, report: reportJson(refused) },
    });
    if (refused !== null) return fail("rule", "study-import.has-problems");
    throw error;
  }
}

interface Run {
  readonly importId: string;
  readonly mapping: StudyMapping;
  /** Where the measures it creates are from. */
  readonly source: string;
}

async function runInside(tx: Tx, context: Context, scope: Scope, run: Run): Promise<Result<ImportReport>> {
  const { programmeId } = scope;
  const { importId, mapping } = run;
  if (!(await takeImportLocks(tx, programmeId, importId))) return fail("rule", "study-import.at-work");
  const outside = { where: { id: importId, programmeId } };
  // Through another connection, so that it can be seen before this transaction ends.
  const started = await scope.db.studyImport.updateMany({
    where: { ...outside.where, status: { in: ["checked", "running", "failed"] } },
    data: { status: "running", rowsDone: 0, finishedAt: null },
  });
  if (started.count === 0) return fail("rule", "study-import.at-work");

  const plan = await readPlan(scope.db, programmeId);
  const today = todayIn(plan.timeZone, context.now());
  const labelKey = await labelKeyOf(context, scope);
  const place = new StudyPlace({ programmeId, mapping, today, labelKey, newId: context.newId }, plan);
  const matched = matchPlan(plan, mapping, context.newId);
  if (matched.problems.length === 0) await createMissing(tx, programmeId, plan, matched, run.source);
  const days = new StudyDays(
    [...matched.timepoints.values()].map((timepoint) => timepoint.targetDay),
    today,
  );
  const earliest = hasDates(mapping) ? await earliestDays(readPieces(scope.db, importId), mapping) : new Map();
  const writer = studyWriter({ tx, context, scope, importId, place, days, earliest });
  const report = await takeIn(tx, readPieces(scope.db, importId), place, matched, writer.sink, async ({ rows }) => {
    await scope.db.studyImport.updateMany({ ...outside, data: { rowsDone: rows } });
  });
  if (!report.importable) throw new Refused(report);

  await addEnrolledPeople(tx, programmeId, writer.enrolled());
  const measures = mapping.measures.map((measure) => scoreMeasure(measure.code));
  await addImportedCells(tx, { programmeId, importId, measures });
  // What an import stores was recorded long before it is there.
  await forgetCohorts(tx, programmeId);
  await tx.studyImportPiece.deleteMany({ where: { studyImportId: importId } });
  const lasting = lastingReport(report);
  const data = { status: "done", report: reportJson(lasting), rowsDone: report.rows, finishedAt: context.now() };
  await tx.studyImport.update({ where: { id: importId }, data });
  const { participants, records, knownParticipants, alreadyStored } = report;
  await writeAuditEvent(tx, context, scope, programmeId, {
    ...{ importId, participants, knownParticipants, stored: records - alreadyStored },
  });
  return ok(lasting);
}

/** Undoes the transaction of a file that is refused after all; never leaves this file. */
class Refused extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super("refused");
    this.report = report;
  }
}
