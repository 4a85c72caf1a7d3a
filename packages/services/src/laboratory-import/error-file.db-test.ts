import { useTestDatabase } from "@alongside/db/testing/test-database";
import { STYLES, workbookOf } from "@alongside/interchange/formats/xlsx/workbook.fixture";
import { expect, it } from "vitest";
import { enrolAt, makeLaboratory } from "../testing/laboratory";
import { expectOk, importLaboratoryFile, laboratoryWith, mapAs } from "../testing/laboratory-files";
import { writeErrorFile } from "./error-file";

const database = useTestDatabase();

/** The characters of these files that are not ASCII, in GB18030. */
const GB18030 = new Map([
  ["编", [0xb1, 0xe0]],
  ["号", [0xba, 0xc5]],
  ["结", [0xbd, 0xe1]],
  ["果", [0xb9, 0xfb]],
]);

function inGb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => GB18030.get(character) ?? [character.charCodeAt(0)]));
}

const COLUMNS = { participant: "编号", result: "结果", collectedOn: "Collected" };

function lines(code: string, mark: string): string {
  return `编号${mark}结果${mark}Collected\n${code}${mark}20 00${mark}04/05/2026\n`;
}

const FILES = [
  {
    of: "GB18030",
    mapping: { encoding: "gb18030", delimiter: ";" },
    write: (code: string) => inGb18030(lines(code, ";")),
  },
  {
    of: "bars between its cells",
    mapping: { encoding: "utf-8", delimiter: "|" },
    write: (code: string) => Buffer.from(lines(code, "|")),
  },
  {
    of: "a workbook",
    mapping: {},
    write: (code: string) =>
      workbookOf([Object.values(COLUMNS), [code, "20 00", { number: "46146", style: STYLES.day }]]),
  },
] as const;

it("knows the bytes it tests with", () => {
  expect(new TextDecoder("gb18030").decode(inGb18030("编号;结果"))).toBe("编号;结果");
});

it.each(FILES)(
  "the rows left out of a file ($of) are put right and sent again under the same mapping",
  async (file) => {
    const laboratory = await makeLaboratory(database.db);
    const { nurse, programmeId } = laboratory;
    const { code, participantId } = await enrolAt(laboratory);
    const laboratoryId = await laboratoryWith(nurse, programmeId);
    await mapAs(nurse, programmeId, laboratoryId, { columns: COLUMNS, ...file.mapping }, 1);
    const first = await importLaboratoryFile(nurse, programmeId, laboratoryId, file.write(code));
    expect(first).toMatchObject({ counts: { new: 0, refused: 1 }, hasErrorFile: true });

    const words = { reason: "为何未导入", say: () => "无法辨认" };
    const about = { programmeId, importId: first.importId };
    let text = "";
    for await (const piece of expectOk(await writeErrorFile(nurse, about, words))) text += piece;
    expect(text).toContain("编号");
    const again = await importLaboratoryFile(nurse, programmeId, laboratoryId, text.replace("20 00", "2000"));
    expect(again).toMatchObject({ counts: { new: 1, refused: 0 }, hasErrorFile: false });
    expect(await database.db.labResult.findMany({ where: { participantId } })).toMatchObject([
      { value: "2000", collectedOn: new Date("2026-05-04") },
    ]);
  },
);
