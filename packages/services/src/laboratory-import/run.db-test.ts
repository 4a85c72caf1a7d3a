import { useTestDatabase } from "@alongside/db/testing/test-database";
import { expect, it } from "vitest";
import { copies, enrolAt, makeLaboratory, saveRowsAs, viralLoadRow } from "../testing/laboratory";
import {
  expectOk,
  importLaboratoryFile,
  laboratoryFile,
  laboratoryWith,
  mapAs,
  uploadLaboratoryFile,
} from "../testing/laboratory-files";
import { answerPrints } from "./answer";
import { checkLaboratoryFile } from "./check";
import { writeErrorFile } from "./error-file";
import { readImportRows } from "./rows";
import { runLaboratoryImport } from "./run";

const database = useTestDatabase();

async function place(over: { readonly corrects?: boolean } = {}) {
  const laboratory = await makeLaboratory(database.db);
  const { nurse, programmeId } = laboratory;
  const [ann, ben, cat] = [await enrolAt(laboratory), await enrolAt(laboratory), await enrolAt(laboratory, 1)];
  const laboratoryId = await laboratoryWith(nurse, programmeId, over);
  const stored = (participantId: string) =>
    database.db.labResult.findMany({ where: { participantId }, orderBy: { current: "asc" } });
  return { laboratory, nurse, programmeId, laboratoryId, ann, ben, cat, stored };
}

it("the dry run tells what the import then does, and stores nothing", async () => {
  const { nurse, programmeId, laboratoryId, ann, ben, cat, stored } = await place();
  const file = laboratoryFile([
    [ann.code, "TND", "04/05/2026", "06/05/2026"],
    [ben.code, "2,345", "04/05/2026"],
    [cat.code.toLowerCase(), "> 10 000 000", "04/05/2026"],
    [ben.code, "20", "05/05/2026"],
    ["ABCD-1234", "20", "04/05/2026"],
    [ben.code, "what", "06/05/2026"],
    [ben.code, "500", "31/02/2026"],
    [ben.code, "500", "04/05/2036"],
    [ben.code, "<40", "04/06/2026"],
    [ben.code, "", "04/06/2026"],
  ]);
  const about = await uploadLaboratoryFile(nurse, programmeId, laboratoryId, file);
  const checked = expectOk(await checkLaboratoryFile(nurse, about));
  expect(checked).toMatchObject({
    state: "checked",
    rowsTotal: 10,
    counts: { new: 3, same: 0, changed: 0, conflict: 0, question: 1, refused: 6 },
  });
  expect(await stored(ben.participantId)).toEqual([]);
  const before = expectOk(await readImportRows(nurse, about));
  expect(before.rows.map(({ row, outcome, field, rule }) => [row, outcome, field, rule])).toEqual([
    [2, "new", null, null],
    [3, "new", null, null],
    [4, "new", null, null],
    [5, "refused", "value", "below-range"],
    [6, "refused", "participant", "code-check"],
    [7, "refused", "result", "unparsed"],
    [8, "refused", "collectedOn", "day"],
    [9, "refused", "collectedOn", "date-in-future"],
    [10, "question", "result", "question"],
    [11, "refused", "result", "missing"],
  ]);
  const done = expectOk(await runLaboratoryImport(nurse, about));
  expect(done).toMatchObject({ state: "done", counts: checked.counts, awaiting: 2, hasErrorFile: true });
  expect(expectOk(await readImportRows(nurse, about)).rows).toEqual(before.rows);
  const [one] = await stored(ann.participantId);
  expect(one).toMatchObject({
    ...{ state: "not-detected", entry: "import", importId: about.importId, asPrinted: "TND", lowerLimit: 40 },
    ...{ assayKey: "abbott-realtime-plasma-600", specimen: "plasma", reasonForTest: "routine" },
    ...{ testedOn: new Date("2026-05-06"), enteredById: nurse.actor?.userId, verification: "not-needed" },
  });
  expect(await stored(ben.participantId)).toMatchObject([
    { value: "2345", copiesPerMl: 2345, verification: "awaiting" },
  ]);
  expect(await stored(cat.participantId)).toMatchObject([{ state: "above-upper", comparator: ">" }]);
  expect(expectOk(await runLaboratoryImport(nurse, about))).toMatchObject({ state: "done", counts: checked.counts });
  const trail = await database.db.auditEvent.findMany({
    where: { subjectId: ann.participantId, action: "laboratory-import.run" },
  });
  expect(trail).toMatchObject([{ detail: { importId: about.importId, kind: "viral-load", resultId: one?.id } }]);
  const standing = await database.db.labStanding.findUnique({ where: { participantId: ben.participantId } });
  expect(standing).toMatchObject({ answeredLow: 2345 });
});

it("the same file again stores nothing, whatever has happened in between", async () => {
  const { nurse, programmeId, laboratoryId, ann, ben, stored } = await place();
  const file = laboratoryFile([
    [ann.code, "TND", "04/05/2026"],
    [ben.code, "2345", "04/05/2026"],
  ]);
  await importLaboratoryFile(nurse, programmeId, laboratoryId, file);
  const again = await importLaboratoryFile(nurse, programmeId, laboratoryId, file);
  expect(again).toMatchObject({ counts: { new: 0, same: 2, changed: 0, conflict: 0 }, hasErrorFile: false });
  expect(await database.db.labImportPiece.count({ where: { labImportId: again.importId } })).toBe(0);
  expect(await stored(ann.participantId)).toHaveLength(1);
});

it("a typed result that agrees is the same, one that does not is a conflict and stays", async () => {
  const { nurse, programmeId, laboratoryId, ann, ben, stored } = await place();
  await saveRowsAs(nurse, programmeId, [
    viralLoadRow(ann.participantId, copies("250", { assay: null }), { reasons: {} }),
    viralLoadRow(ben.participantId, copies("250")),
  ]);
  const done = await importLaboratoryFile(
    nurse,
    programmeId,
    laboratoryId,
    laboratoryFile([
      [ann.code, "250", "04/05/2026", "06/05/2026"],
      [ben.code, "25000", "04/05/2026"],
    ]),
  );
  expect(done.counts).toMatchObject({ same: 1, conflict: 1, new: 0 });
  const { rows } = expectOk(await readImportRows(nurse, { programmeId, importId: done.importId, outcome: "conflict" }));
  expect(rows).toMatchObject([{ row: 3, field: "value", rule: "differs", values: { stored: "250", file: "25000" } }]);
  expect(await stored(ben.participantId)).toMatchObject([{ value: "250", current: true }]);
});

it("a laboratory that corrects changes what is stored, with its file as the reason, and an older file changes nothing back", async () => {
  const { nurse, programmeId, laboratoryId, ben, stored } = await place({ corrects: true });
  const wrong = laboratoryFile([[ben.code, "25000", "04/05/2026"]]);
  await importLaboratoryFile(nurse, programmeId, laboratoryId, wrong);
  const right = laboratoryFile([[ben.code, "250", "04/05/2026"]]);
  const done = await importLaboratoryFile(nurse, programmeId, laboratoryId, right);
  expect(done.counts).toMatchObject({ changed: 1 });
  const [first, second] = await stored(ben.participantId);
  expect(first).toMatchObject({ value: "25000", current: false });
  expect(second).toMatchObject({ value: "250", current: true, replacesId: first?.id, reason: "laboratory-file" });
  const older = await importLaboratoryFile(nurse, programmeId, laboratoryId, wrong);
  expect(older.counts).toMatchObject({ conflict: 1, changed: 0 });
  expect(await stored(ben.participantId)).toHaveLength(2);
});

it("a correction keeps what the laboratory's file does not state", async () => {
  const { nurse, programmeId, laboratoryId, ben, stored } = await place({ corrects: true });
  const known = { receivedOn: "2026-05-05", testedOn: "2026-05-06", returnedOn: "2026-05-07" };
  await saveRowsAs(nurse, programmeId, [viralLoadRow(ben.participantId, copies("250", known))]);
  const right = laboratoryFile([[ben.code, "260", "04/05/2026"]]);
  const done = await importLaboratoryFile(nurse, programmeId, laboratoryId, right);
  expect(done.counts).toMatchObject({ changed: 1 });
  const [first, second] = await stored(ben.participantId);
  const { receivedOn, testedOn, returnedOn, assayKey, assayEdition, lowerLimit, specimen } = first ?? {};
  expect(second).toMatchObject({ receivedOn, testedOn, returnedOn, assayKey, assayEdition, lowerLimit, specimen });
  expect(second).toMatchObject({ value: "260", current: true, returnedOn: new Date("2026-05-07") });
});

it("two rows of one file that contradict each other never correct each other", async () => {
  const { nurse, programmeId, laboratoryId, ann, ben, stored } = await place({ corrects: true });
  const rows: [string, string, string][] = [
    [ben.code, "25000", "04/05/2026"],
    [ann.code, "TND", "04/05/2026"],
    [ben.code, "250", "04/05/2026"],
    [ben.code, "25000", "04/05/2026"],
  ];
  for (const counts of [
    { new: 2, conflict: 1, same: 1 },
    { new: 0, conflict: 1, same: 3 },
  ]) {
    const done = await importLaboratoryFile(nurse, programmeId, laboratoryId, laboratoryFile(rows));
    expect(done.counts).toMatchObject({ ...counts, changed: 0 });
  }
  expect(await stored(ben.participantId)).toMatchObject([{ value: "25000", current: true }]);
});

it("a specimen that was pending gets its result, and a soft check is recorded and waits for a second person", async () => {
  const { nurse, programmeId, laboratoryId, ben, stored } = await place();
  const pending = { ...copies("1"), state: "pending", value: undefined, unit: undefined, comparator: undefined };
  const { value: _value, unit: _unit, comparator: _comparator, ...measurement } = pending;
  await saveRowsAs(nurse, programmeId, [
    viralLoadRow(ben.participantId, measurement),
    viralLoadRow(ben.participantId, copies("50", { collectedOn: "2026-01-20" }), { reasons: {} }),
  ]);
  const done = await importLaboratoryFile(
    nurse,
    programmeId,
    laboratoryId,
    laboratoryFile([[ben.code, "900", "04/05/2026"]]),
  );
  expect(done).toMatchObject({ counts: { new: 1 }, awaiting: 1 });
  const result = (await stored(ben.participantId)).find(({ entry }) => entry === "import");
  expect(result).toMatchObject({ verification: "awaiting", reason: "result-arrived" });
  expect(result?.checks).toEqual([{ check: "jump", reason: "laboratory-file" }]);
});

it("an ambiguous print is asked once for a laboratory, and never guessed", async () => {
  const { nurse, programmeId, laboratoryId, ann, ben, stored } = await place();
  const file = laboratoryFile([
    [ann.code, "< 40", "04/05/2026"],
    [ben.code, "<40", "04/05/2026"],
    [ben.code, "< 40", "05/05/2026"],
  ]);
  const about = await uploadLaboratoryFile(nurse, programmeId, laboratoryId, file);
  const checked = expectOk(await checkLaboratoryFile(nurse, about));
  const questions = checked.findings?.questions ?? [];
  expect(questions).toMatchObject([
    { text: "< 40", printed: "< 40", assay: "abbott-realtime-plasma-600", question: "below-or-not-detected", rows: 2 },
    { text: "<40", rows: 1 },
  ]);
  const [first] = questions;
  const given = { text: first?.text ?? "", assay: first?.assay ?? null };
  const made = { state: "quantified" as const, comparator: null, value: "40", unit: "copies-per-ml" as const };
  expect(await answerPrints(nurse, { ...about, answers: [{ ...given, reading: made }] })).toMatchObject({
    failure: { reason: "laboratory-import.not-offered" },
  });
  const other = [{ text: "<50", assay: null, reading: null }];
  expect(await answerPrints(nurse, { ...about, answers: other })).toMatchObject({
    failure: { reason: "laboratory-import.not-asked" },
  });
  const none = { state: "not-detected" as const, comparator: null, value: null, unit: null };
  const answered = expectOk(await answerPrints(nurse, { ...about, answers: [{ ...given, reading: none }] }));
  expect(answered).toEqual({ version: 2 });
  const repeated = expectOk(await answerPrints(nurse, { ...about, answers: [{ ...given, reading: none }] }));
  expect(repeated).toEqual({ version: 2 });
  expect(await database.db.laboratoryMapping.count({ where: { laboratoryId } })).toBe(2);
  expect(await runLaboratoryImport(nurse, about)).toMatchObject({
    failure: { reason: "laboratory-import.mapping-changed" },
  });
  expect(expectOk(await checkLaboratoryFile(nurse, about)).counts).toMatchObject({ new: 2, question: 1 });
  expectOk(await runLaboratoryImport(nurse, about));
  expect(await stored(ann.participantId)).toMatchObject([{ state: "not-detected", asPrinted: "< 40" }]);
  const next = await importLaboratoryFile(
    nurse,
    programmeId,
    laboratoryId,
    laboratoryFile([[ann.code, "< 40", "04/06/2026"]]),
  );
  expect(next.counts).toMatchObject({ new: 1, question: 0 });
  const elsewhere = await laboratoryWith(nurse, programmeId);
  const asked = await importLaboratoryFile(
    nurse,
    programmeId,
    elsewhere,
    laboratoryFile([[ann.code, "< 40", "05/06/2026"]]),
  );
  expect(asked.counts).toMatchObject({ new: 0, question: 1 });
});

it("what was not stored goes back to the laboratory in its own columns, and comes again put right", async () => {
  const { nurse, programmeId, laboratoryId, ann, ben, stored } = await place();
  const done = await importLaboratoryFile(
    nurse,
    programmeId,
    laboratoryId,
    laboratoryFile([
      [ann.code, "TND", "04/05/2026"],
      [ben.code, "=HYPERLINK(1)", "04/05/2026"],
      [ben.code, "20 00", "04/05/2026"],
    ]),
  );
  expect(done.counts).toMatchObject({ new: 1, refused: 2 });
  const words = { reason: "Why not", say: (row: { readonly rule: string | null }) => row.rule ?? "" };
  let text = "";
  const about = { programmeId, importId: done.importId };
  for await (const piece of expectOk(await writeErrorFile(nurse, about, words))) text += piece;
  expect(text).toBe(
    `\uFEFFClient code;VL result;Collected;Tested;Nurse;Why not\r\n${ben.code};'=HYPERLINK(1);04/05/2026;;Mary;formula\r\n` +
      `${ben.code};20 00;04/05/2026;;Mary;unparsed\r\n`,
  );
  const fixed = text
    .split("\r\n")
    .filter((line) => !line.includes("HYPERLINK"))
    .join("\r\n")
    .replace("20 00", "2000");
  const again = await importLaboratoryFile(nurse, programmeId, laboratoryId, fixed);
  expect(again.counts).toMatchObject({ new: 1, refused: 0 });
  expect(await stored(ben.participantId)).toMatchObject([{ value: "2000" }]);
});

it("a person of another programme does not exist, and a wrong file is said to be one", async () => {
  const { nurse, programmeId, laboratoryId, ann } = await place();
  const elsewhere = await place();
  const file = laboratoryFile([[elsewhere.ann.code, "TND", "04/05/2026"]]);
  const done = await importLaboratoryFile(nurse, programmeId, laboratoryId, file);
  expect(done.findings?.refusals).toEqual([{ field: "participant", rule: "participant.none", rows: 1 }]);
  const about = await uploadLaboratoryFile(nurse, programmeId, laboratoryId, `Code,Result\n${ann.code},TND\n`);
  const checked = expectOk(await checkLaboratoryFile(nurse, about));
  expect(checked).toMatchObject({ counts: null, findings: { problems: [{ rule: "column-not-found" }, {}, {}, {}] } });
  expect(await runLaboratoryImport(nurse, about)).toMatchObject({
    failure: { reason: "laboratory-import.unreadable" },
  });
  await mapAs(
    nurse,
    programmeId,
    laboratoryId,
    { sites: [{ text: "North", means: elsewhere.laboratory.plan.sites[0].id }] },
    1,
  );
});
