import { readCells } from "@alongside/db/change-statistic/read-cells";
import { verifyCells } from "@alongside/db/change-statistic/verify";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { describe, expect, it } from "vitest";
import { importFile, longFile, uploadAndCheck } from "../testing/study-files";
import { signedIn } from "../testing/test-context";
import { readStudyImport } from "./read";
import { runStudyImport } from "./run";

const database = useTestDatabase();

const ROWS = [
  "p1 A pre mood 30 2026-01-05",
  "p1 A post mood 20 2026-04-05",
  "p2 A pre mood 28 2026-01-06",
  "p3 B pre mood 25 2026-01-07",
  "p3 B post mood 24.5 2026-04-01",
];

async function setting() {
  const plan = await makeProgramme(database.db);
  const programmeId = plan.programme.id;
  // One site, so that a file without sites has a place to go.
  await database.db.site.update({ where: { id: plan.sites[1].id }, data: { active: false } });
  const context = await signedIn(database.db, { programmeId, role: "researcher" });
  return { ...plan, programmeId, context };
}

async function counts(programmeId: string) {
  const { db } = database;
  const of = async (table: { count: (args: { where: { programmeId: string } }) => Promise<number> }) =>
    table.count({ where: { programmeId } });
  return {
    participants: await of(db.participant),
    assessments: await of(db.assessment),
    scores: await of(db.score),
    timepoints: await of(db.timepoint),
    measures: await of(db.programmeMeasure),
  };
}

describe("importing a study", () => {
  it("stores participants under random codes, their values with days, and exact sums", async () => {
    const { programmeId, context, timepoints, cohorts, sites } = await setting();
    const { result, importId } = await importFile(context, programmeId, longFile(ROWS));
    expect(result).toMatchObject({ ok: true, value: { participants: 3, records: 5, knownParticipants: 0 } });
    expect(await counts(programmeId)).toMatchObject({ participants: 3, assessments: 5, scores: 5 });
    const people = await database.db.participant.findMany({ where: { programmeId }, include: { enrolments: true } });
    for (const person of people) {
      expect(person.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(person.siteId).toBe(sites[0].id);
    }
    const days = people.flatMap((person) =>
      person.enrolments.map((each) => each.enrolledOn.toISOString().slice(0, 10)),
    );
    expect(days.toSorted()).toEqual(["2026-01-05", "2026-01-06", "2026-01-07"]);
    expect(await verifyCells(database.db, programmeId)).toEqual([]);
    const cells = await readCells(database.db, programmeId);
    const end = cells.find((cell) => cell.cohortId === cohorts[1].id && cell.timepointId === timepoints[1].id);
    expect(end).toMatchObject({ measure: "measure/mood", n: 1, pairs: 1, sumX: "25", sumY: "24.5", sumXY: "612.5" });
    const view = await readStudyImport(context, { programmeId, importId });
    expect(view).toMatchObject({ ok: true, value: { state: "done", rowsDone: 5, rowsTotal: 5 } });
  });

  it("keeps no label and, once done, no file", async () => {
    const { programmeId, context } = await setting();
    const rows = ["Xylander-17 A pre mood 30 2026-01-05", "Xylander-18 B pre mood 31 2026-01-05"];
    await importFile(context, programmeId, longFile(rows));
    const [found] = await database.db.$queryRaw<{ hits: bigint }[]>`
      SELECT (SELECT count(*) FROM participant_code WHERE claim ILIKE '%xylander%')
           + (SELECT count(*) FROM study_import s WHERE s::text ILIKE '%xylander%')
           + (SELECT count(*) FROM audit_event a WHERE a::text ILIKE '%xylander%')
           + (SELECT count(*) FROM study_import_piece) AS hits`;
    expect(Number(found?.hits)).toBe(0);
  });

  it("finds the same people in a second file, passes over what is stored and adds the rest to the sums", async () => {
    const { programmeId, context } = await setting();
    await importFile(context, programmeId, longFile(ROWS.slice(1)));
    expect(await verifyCells(database.db, programmeId)).toEqual([]);
    // The baseline of p1 comes late, and everybody gets another occasion.
    const more = ["p2 A later mood 9 2026-06-01", "p3 B later mood 8 2026-06-01"];
    const late = ROWS[0]?.replace("2026-01-05", "2026-04-05") ?? "";
    const { result } = await importFile(context, programmeId, longFile([late, ...ROWS.slice(1), ...more]));
    expect(result).toMatchObject({ ok: true, value: { participants: 3, knownParticipants: 3, alreadyStored: 4 } });
    expect(await counts(programmeId)).toMatchObject({ participants: 3, assessments: 7 });
    expect(await verifyCells(database.db, programmeId)).toEqual([]);
  });

  it("puts a study without days where no value lies in the future", async () => {
    const { programmeId, context } = await setting();
    const rows = ["u1 A pre mood 3", "u1 A post mood 4", "u1 A later mood 5"].map((row) => `${row} NA`);
    await importFile(context, programmeId, longFile(rows));
    const days = await database.db.assessment.findMany({ where: { programmeId }, orderBy: { answeredOn: "asc" } });
    expect(days.map((each) => each.answeredOn.toISOString().slice(0, 10))).toEqual([
      "2025-12-17",
      "2026-03-17",
      "2026-06-15",
    ]);
  });

  it("answers a repeated run with what it did, and stores nothing twice", async () => {
    const { programmeId, context } = await setting();
    const { importId, result } = await importFile(context, programmeId, longFile(ROWS));
    expect(await runStudyImport(context, { programmeId, importId })).toEqual(result);
    expect(await counts(programmeId)).toMatchObject({ participants: 3, assessments: 5 });
  });

  it("lets one of two simultaneous runs through", async () => {
    const { programmeId, context } = await setting();
    const { importId } = await uploadAndCheck(context, programmeId, longFile(ROWS));
    const results = await Promise.all([1, 2].map(() => runStudyImport(context, { programmeId, importId })));
    expect(results.some((result) => result.ok)).toBe(true);
    for (const result of results) {
      if (!result.ok) expect(result.failure.reason).toBe("study-import.at-work");
    }
    expect(await counts(programmeId)).toMatchObject({ participants: 3, assessments: 5 });
    expect(await verifyCells(database.db, programmeId)).toEqual([]);
  });

  it("refuses at the run what was stored between check and run, and leaves nothing of it", async () => {
    const { programmeId, context } = await setting();
    const first = await uploadAndCheck(context, programmeId, longFile(ROWS));
    const other = ["p9 A pre mood 12 2026-01-05", "p1 A pre mood 31 2026-01-05"];
    await importFile(context, programmeId, longFile(other));
    const before = await counts(programmeId);
    const refused = await runStudyImport(context, { programmeId, importId: first.importId });
    expect(refused).toMatchObject({ ok: false, failure: { reason: "study-import.has-problems" } });
    expect(await counts(programmeId)).toEqual(before);
    const view = await readStudyImport(context, { programmeId, importId: first.importId });
    expect(view).toMatchObject({
      value: { state: "failed", report: { problems: [{ rule: "stored-otherwise", row: 2 }] } },
    });
  });

  it("leaves a trace for the programme and for everybody in the file", async () => {
    const { programmeId, context } = await setting();
    await importFile(context, programmeId, longFile(ROWS));
    const events = await database.db.auditEvent.findMany({ where: { programmeId, action: "study-import.run" } });
    const people = await database.db.participant.findMany({ where: { programmeId } });
    const expected = [programmeId, ...people.map((person) => person.participantId)];
    expect(events.map((event) => event.subjectId).toSorted()).toEqual(expected.toSorted());
  });

  it("says that a run whose process was killed is interrupted, and can be run again", async () => {
    const { programmeId, context } = await setting();
    const { importId } = await uploadAndCheck(context, programmeId, longFile(ROWS));
    // What a killed process leaves: the mark it made outside its transaction, and no lock.
    await database.db.studyImport.update({ where: { id: importId }, data: { status: "running", rowsDone: 2 } });
    const view = await readStudyImport(context, { programmeId, importId });
    expect(view).toMatchObject({ ok: true, value: { state: "interrupted" } });
    expect((await runStudyImport(context, { programmeId, importId })).ok).toBe(true);
  });

  it("is for administrators and researchers of the whole programme", async () => {
    const { programmeId, context, sites } = await setting();
    const { importId } = await uploadAndCheck(context, programmeId, longFile(ROWS));
    for (const role of ["evaluator", "clinic-staff", "peer-coordinator"] as const) {
      const other = await signedIn(database.db, { programmeId, role });
      expect(await runStudyImport(other, { programmeId, importId })).toMatchObject({ failure: { code: "forbidden" } });
    }
    const local = await signedIn(database.db, { programmeId, role: "researcher", siteId: sites[0].id });
    expect(await runStudyImport(local, { programmeId, importId })).toMatchObject({ failure: { code: "forbidden" } });
    const elsewhere = await setting();
    expect(await runStudyImport(elsewhere.context, { programmeId: elsewhere.programmeId, importId })).toMatchObject({
      failure: { code: "not-found" },
    });
  });
});
