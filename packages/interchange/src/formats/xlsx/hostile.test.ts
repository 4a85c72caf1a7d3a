import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { openXlsx } from "./read";
import { XLSX_LIMITS } from "./rules";
import { stored, workbookOf, zipOf } from "./workbook.fixture";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const ROWS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>';

/** The parts of a small workbook, some of them replaced. */
function workbook(replaced: Readonly<Record<string, string>>): Uint8Array {
  return zipOf({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${ROWS}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": "<sst><si><t>Code</t></si></sst>",
    ...replaced,
  });
}

/** Every rule named and every text read, and how much of the file was asked for. */
async function read(bytes: Uint8Array) {
  const opened = await openXlsx(stored(bytes), {});
  if (opened.kind === "refused") return { rules: opened.problems.map(({ rule }) => rule), texts: "" };
  const [rules, texts]: [string[], unknown[]] = [[], [...opened.file.header]];
  for await (const event of opened.file.events) {
    if (event.kind === "row") texts.push(...event.cells);
    else rules.push(event.problem.rule);
  }
  return { rules, texts: JSON.stringify(texts) };
}

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i === 0 ? "" : i};`.repeat(10)}">`,
).join("")}]>`;
const OUTSIDE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const FROM_ELSEWHERE = '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/evil.dtd">';

it.each([
  ["entities that grow a billionfold", LAUGHS, "&lol9;"],
  ["a file of the server as an entity", OUTSIDE, "&x;"],
  ["a document type from another host", FROM_ELSEWHERE, "&x;"],
])("refuses %s, in every part", async (_what, type, text) => {
  const parts = {
    "xl/sharedStrings.xml": `${type}<sst><si><t>${text}</t></si></sst>`,
    "xl/workbook.xml": `${type}<workbook>${text}</workbook>`,
    "xl/worksheets/sheet1.xml": `${type}<worksheet><sheetData><row r="1"><c r="A1"><v>${text}</v></c></row></sheetData></worksheet>`,
    "xl/styles.xml": `${type}<styleSheet/>`,
  };
  for (const [name, content] of Object.entries(parts)) {
    const { rules, texts } = await read(workbook({ [name]: content, ...(name.endsWith("styles.xml") && withStyles) }));
    expect([name, rules]).toEqual([name, ["workbook-damaged"]]);
    expect(texts).not.toMatch(/lol|root:/);
  }
});

const withStyles = {
  "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
};

it("leaves an entity that nobody declared as it is written", async () => {
  const { texts } = await read(
    workbookOf([
      ["Code", "Result"],
      ["&x;", "y"],
    ]),
  );
  expect(texts).toContain("&x;");
});

it("stops unpacking a part that grows beyond its limit, though it is small as it is sent", async () => {
  const bomb = workbook({ "xl/workbook.xml": `<workbook>${"<a/>".repeat(XLSX_LIMITS.partBytes / 4 + 1)}</workbook>` });
  expect(bomb.length).toBeLessThan(200_000);
  expect(await read(bomb)).toMatchObject({ rules: ["workbook-too-large"] });
}, 20_000);

it("stops holding shared texts beyond their limit", async () => {
  const text = `<si><t>${"a".repeat(30_000)}</t></si>`;
  const bomb = workbook({
    "xl/sharedStrings.xml": `<sst>${text.repeat(XLSX_LIMITS.sharedCharacters / 30_000 + 2)}</sst>`,
  });
  expect(bomb.length).toBeLessThan(400_000);
  expect((await read(bomb)).rules).toEqual(["workbook-too-large"]);
}, 20_000);

it("refuses a package of more parts than any workbook has, before it looks at them", async () => {
  const parts = (count: number) =>
    workbook(Object.fromEntries(Array.from({ length: count }, (_, i) => [`x/${i}`, ""])));
  expect((await read(parts(9_000))).rules).toEqual((await read(workbook({}))).rules);
  expect((await read(parts(10_000))).rules).toEqual(["workbook-too-large"]);
}, 20_000);

it("never leaves the package: a part outside it does not exist, and one with such a name is not written anywhere", async () => {
  const target = "../../../../../../etc/passwd";
  const out = workbook({
    "../../../../tmp/evil.xml": "<evil/>",
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="${target}"/></Relationships>`,
  });
  const { rules, texts } = await read(out);
  expect(rules).toEqual(["workbook-damaged"]);
  expect(texts).not.toContain("root:");
  const beside = await read(workbook({ "../../../../tmp/evil.xml": "<evil>evil</evil>" }));
  expect(beside).toEqual(await read(workbook({})));
  expect(existsSync("/tmp/evil.xml")).toBe(false);
});
