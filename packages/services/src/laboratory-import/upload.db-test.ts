import { createHash } from "node:crypto";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { STYLES, workbookOf } from "@alongside/interchange/formats/xlsx/workbook.fixture";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { enrolAt, makeLaboratory } from "../testing/laboratory";
import {
  expectOk,
  FILE_MAPPING,
  importLaboratoryFile,
  laboratoryFile,
  laboratoryWith,
  mapAs,
  uploadLaboratoryFile,
} from "../testing/laboratory-files";
import { signedIn } from "../testing/test-context";
import { beginLaboratoryUpload, UPLOAD_LIMITS } from "./begin-upload";
import { discardLaboratoryImport } from "./discard";
import { finishLaboratoryUpload } from "./finish-upload";
import { PIECE_BYTES } from "./inputs";
import { listLaboratoryImports } from "./list";
import { listProgrammeLaboratories } from "./list-laboratories";
import { readLaboratoryImport } from "./read";
import { saveProgrammeLaboratory } from "./save-laboratory";
import { saveLaboratoryMapping } from "./save-mapping";
import { sendLaboratoryPiece } from "./send-piece";
import { suggestLaboratoryMapping } from "./suggest-mapping";

const database = useTestDatabase();

async function place() {
  const laboratory = await makeLaboratory(database.db);
  const { nurse, programmeId } = laboratory;
  return { laboratory, nurse, programmeId, laboratoryId: await laboratoryWith(nurse, programmeId) };
}

it("an upload that was interrupted goes on where it was, and ends once everything is there", async () => {
  const { nurse, programmeId, laboratoryId } = await place();
  const bytes = Buffer.alloc(PIECE_BYTES + 10, "a,b\n");
  const about = { programmeId, importId: uuidv7() };
  const begin = () =>
    beginLaboratoryUpload(nurse, { ...about, laboratoryId, fileName: "C:\\x\\may.csv", bytes: bytes.length });
  const piece = (position: number) =>
    bytes.subarray(position * PIECE_BYTES, (position + 1) * PIECE_BYTES).toString("base64");
  expect(expectOk(await begin())).toMatchObject({ nextPosition: 0, receivedBytes: 0, pieceBytes: PIECE_BYTES });
  expect(expectOk(await sendLaboratoryPiece(nurse, { ...about, position: 1, content: piece(1) }))).toMatchObject({
    nextPosition: 0,
  });
  expect(await finishLaboratoryUpload(nurse, about)).toMatchObject({
    failure: { reason: "laboratory-import.pieces-missing" },
  });
  expectOk(await sendLaboratoryPiece(nurse, { ...about, position: 0, content: piece(0) }));
  expectOk(await sendLaboratoryPiece(nurse, { ...about, position: 0, content: piece(0) }));
  expect(expectOk(await begin())).toMatchObject({ nextPosition: 2, receivedBytes: bytes.length });
  expect(await sendLaboratoryPiece(nurse, { ...about, position: 1, content: piece(0) })).toMatchObject({
    failure: { reason: "laboratory-import.piece-length" },
  });
  const changed = Buffer.alloc(PIECE_BYTES, "c,d\n").toString("base64");
  const otherFile = { failure: { code: "conflict", reason: "laboratory-import.other-file" } };
  expect(await sendLaboratoryPiece(nurse, { ...about, position: 0, content: changed })).toMatchObject(otherFile);
  const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");
  const wrong = { ...about, sha256: sha256(Buffer.from(changed)) };
  expect(await finishLaboratoryUpload(nurse, wrong)).toMatchObject(otherFile);
  expect(expectOk(await finishLaboratoryUpload(nurse, { ...about, sha256: sha256(bytes) }))).toMatchObject({
    state: "uploaded",
    fileName: "may.csv",
  });
  expect(expectOk(await finishLaboratoryUpload(nurse, about))).toMatchObject({ state: "uploaded" });
  const other = { ...about, laboratoryId, fileName: "june.csv", bytes: 3 };
  expect(await beginLaboratoryUpload(nurse, other)).toMatchObject({ failure: { code: "conflict" } });
});

it("has a limit for a file, and for how many wait", async () => {
  const { nurse, programmeId, laboratoryId } = await place();
  const begin = (bytes: number) =>
    beginLaboratoryUpload(nurse, { programmeId, importId: uuidv7(), laboratoryId, fileName: "a.csv", bytes });
  expect(await begin(UPLOAD_LIMITS.bytes + 1)).toMatchObject({ failure: { reason: "laboratory-import.too-large" } });
  for (let file = 0; file < UPLOAD_LIMITS.files; file += 1) expectOk(await begin(3));
  expect(await begin(3)).toMatchObject({ failure: { reason: "laboratory-import.many-waiting" } });
  const later = { ...nurse, now: () => new Date(nurse.now().getTime() + 8 * 86_400_000) };
  const again = { programmeId, importId: uuidv7(), laboratoryId, fileName: "a.csv", bytes: 3 };
  expectOk(await beginLaboratoryUpload(later, again));
  expect(await database.db.labImport.count({ where: { programmeId } })).toBe(1);
});

it("reads a workbook like text, and proposes the laboratory's own mapping for the next one", async () => {
  const { laboratory, nurse, programmeId, laboratoryId } = await place();
  const { participantId, code } = await enrolAt(laboratory);
  const day = { number: "46146", style: STYLES.day };
  const book = workbookOf([
    ["Results"],
    ["Client code", "VL result", "Collected", "Tested"],
    [code, { number: "212" }, day, null],
  ]);
  const about = await uploadLaboratoryFile(nurse, programmeId, laboratoryId, book);
  const suggestion = expectOk(await suggestLaboratoryMapping(nurse, about));
  expect(suggestion).toMatchObject({
    kind: "read",
    file: "xlsx",
    sheets: ["Results", "Other"],
    from: "stored",
    version: 1,
  });
  const done = await importLaboratoryFile(nurse, programmeId, laboratoryId, book);
  expect(done.counts).toMatchObject({ new: 1 });
  const [row] = await database.db.labResult.findMany({ where: { participantId } });
  expect(row).toMatchObject({ value: "212", asPrinted: "212", collectedOn: new Date("2026-05-04") });
});

it("refuses rows of a person at another site than the row names, and of sites that are not one's own", async () => {
  const { laboratory, programmeId, laboratoryId, nurse } = await place();
  const [here, there] = laboratory.plan.sites;
  const { code } = await enrolAt(laboratory, 1);
  const columns = { ...FILE_MAPPING.columns, site: "Nurse" };
  await mapAs(nurse, programmeId, laboratoryId, { columns, sites: [{ text: "Mary", means: here.id }] }, 1);
  const file = laboratoryFile([[code, "TND", "04/05/2026"]]);
  const wrong = await importLaboratoryFile(nurse, programmeId, laboratoryId, file);
  expect(wrong.findings?.refusals).toEqual([{ field: "site", rule: "at-another-site", rows: 1 }]);
  await mapAs(nurse, programmeId, laboratoryId, { columns, sites: [{ text: "Mary", means: there.id }] }, 2);
  const local = await signedIn(database.db, { programmeId, role: "clinic-staff", siteId: here.id });
  const unseen = await importLaboratoryFile(local, programmeId, laboratoryId, file);
  expect(unseen.findings?.refusals).toEqual([{ field: "participant", rule: "participant.none", rows: 1 }]);
  // A file is there for whoever sent it, and for those who see the results of every site.
  const colleague = await signedIn(database.db, { programmeId, role: "clinic-staff", siteId: here.id });
  const { importId } = unseen;
  expect(await readLaboratoryImport(colleague, { programmeId, importId })).toMatchObject({ ok: false });
  expect(expectOk(await listLaboratoryImports(colleague, { programmeId }))).toEqual([]);
  expect(expectOk(await listLaboratoryImports(nurse, { programmeId })).map(({ importId }) => importId)).toContain(
    importId,
  );
});

it("keeps every version of a mapping, and says when somebody else was quicker", async () => {
  const { nurse, programmeId, laboratoryId } = await place();
  const save = (basedOn: number, corrects: boolean) =>
    saveLaboratoryMapping(nurse, { programmeId, laboratoryId, basedOn, mapping: { ...FILE_MAPPING, corrects } });
  expect(await save(1, false)).toMatchObject({ value: { version: 1 } });
  expect(await save(1, true)).toMatchObject({ value: { version: 2 } });
  expect(await save(1, false)).toMatchObject({ failure: { code: "conflict" } });
  expect(await database.db.laboratoryMapping.count({ where: { laboratoryId } })).toBe(2);
  const [listed] = expectOk(await listProgrammeLaboratories(nurse, { programmeId }));
  expect(listed).toMatchObject({ laboratoryId, mappingVersion: 2, mapping: { corrects: true }, lastImportedAt: null });
  const twin = { programmeId, laboratoryId: uuidv7(), name: listed?.name ?? "" };
  expect(await saveProgrammeLaboratory(nurse, twin)).toMatchObject({ failure: { code: "duplicate" } });
  expectOk(await saveProgrammeLaboratory(nurse, { ...twin, laboratoryId, active: false }));
  const begun = { programmeId, importId: uuidv7(), laboratoryId, fileName: "a.csv", bytes: 3 };
  expect(await beginLaboratoryUpload(nurse, begun)).toMatchObject({ failure: { reason: "laboratory.closed" } });
});

it("of a finished import the file can be thrown away, and its figures stay", async () => {
  const { laboratory, nurse, programmeId, laboratoryId } = await place();
  const { code } = await enrolAt(laboratory);
  const rows: [string, string, string][] = [
    [code, "TND", "04/05/2026"],
    [code, "what", "05/05/2026"],
  ];
  const done = await importLaboratoryFile(nurse, programmeId, laboratoryId, laboratoryFile(rows));
  const about = { programmeId, importId: done.importId };
  expect(expectOk(await discardLaboratoryImport(nurse, about))).toBeNull();
  expect(expectOk(await readLaboratoryImport(nurse, about))).toMatchObject({
    ...{ state: "done", counts: { new: 1, refused: 1 }, hasErrorFile: false },
  });
  expect(await database.db.labImportRow.count({ where: { labImportId: done.importId } })).toBe(0);
});
