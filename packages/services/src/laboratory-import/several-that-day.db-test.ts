import { useTestDatabase } from "@alongside/db/testing/test-database";
import { expect, it } from "vitest";
import { copies, enrolAt, makeLaboratory, saveRowsAs, viralLoadRow } from "../testing/laboratory";
import {
  expectOk,
  FILE_MAPPING,
  importLaboratoryFile,
  laboratoryFile,
  laboratoryWith,
  mapAs,
} from "../testing/laboratory-files";
import { readImportRows } from "./rows";

const database = useTestDatabase();

it("of two results of a day, a row without an assay corrects neither, and both are named", async () => {
  const laboratory = await makeLaboratory(database.db);
  const { nurse, programmeId } = laboratory;
  const ben = await enrolAt(laboratory);
  const laboratoryId = await laboratoryWith(nurse, programmeId);
  const arup = { key: "arup-real-time-plasma", edition: "1" };
  const first = viralLoadRow(ben.participantId, copies("250"));
  const second = viralLoadRow(ben.participantId, copies("260", { assay: arup }), { reasons: {} });
  for (const row of [first, second])
    expect(await saveRowsAs(nurse, programmeId, [row])).toMatchObject([{ outcome: "saved" }]);
  await mapAs(
    nurse,
    programmeId,
    laboratoryId,
    { corrects: true, constants: { ...FILE_MAPPING.constants, assay: null } },
    1,
  );
  const file = laboratoryFile([[ben.code, "270", "04/05/2026"]]);
  const done = await importLaboratoryFile(nurse, programmeId, laboratoryId, file);
  expect(done.counts).toMatchObject({ conflict: 1, changed: 0 });
  const { rows } = expectOk(await readImportRows(nurse, { programmeId, importId: done.importId }));
  expect(rows).toMatchObject([{ field: "assay", rule: "several-that-day" }]);
  expect(rows[0]?.values.stored).toMatch(/250 \(Abbott.*\) · 260 \(|260 \(.*\) · 250 \(Abbott/);
  expect(await database.db.labResult.count({ where: { participantId: ben.participantId } })).toBe(2);
});
