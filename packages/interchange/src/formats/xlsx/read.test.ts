import { expect, it } from "vitest";
import { openXlsx, type XlsxOptions } from "./read";
import { type MadeCell, STYLES, stored, workbookOf, zipOf } from "./workbook.fixture";

const HEADER = ["Code", "Result", "Day"];

async function read(rows: readonly (readonly MadeCell[])[], options: XlsxOptions = {}, workbookPr = "") {
  return events(workbookOf(rows, workbookPr), options);
}

async function events(bytes: Uint8Array, options: XlsxOptions = {}) {
  const opened = await openXlsx(stored(bytes), options);
  if (opened.kind === "refused") return opened.problems.map(({ rule }) => rule);
  const all: unknown[] = [];
  for await (const event of opened.file.events) {
    all.push(event.kind === "row" ? [event.row, ...event.cells] : [event.problem.rule, event.problem.row ?? null]);
  }
  return all;
}

it("gives the rows of the first sheet with their numbers, whatever is empty between them", async () => {
  expect(await read([HEADER, ["A", "< 20", null], [], [null, "x & y <z>"]])).toEqual([
    [2, "A", "< 20", ""],
    [4, "", "x & y <z>", ""],
  ]);
});

it("passes over a title above the header, and calls a column without a name by its letters", async () => {
  expect(await read([["Results of week 21"], [], HEADER, ["A", "TND", null]])).toEqual([[4, "A", "TND", ""]]);
  const opened = await openXlsx(
    stored(
      workbookOf([
        ["Code", null, "Day"],
        ["A", "b", "c"],
      ]),
    ),
  );
  expect(opened.kind === "opened" && opened.file.header).toEqual(["Code", "(B)", "Day"]);
});

it("reads days as days, from either epoch, and a percentage as it is shown", async () => {
  const day = (number: string, style: number) => ({ number, style });
  const rows = [HEADER, [day("46146", STYLES.day), day("46146.4375", STYLES.dayAndTime), day("46146", STYLES.ownDay)]];
  expect(await read(rows)).toEqual([[2, "2026-05-04", "2026-05-04", "2026-05-04"]]);
  const from1904 = [HEADER, ["A", "B", day("44684", STYLES.day)]];
  expect(await read(from1904, {}, '<workbookPr date1904="1"/>')).toEqual([[2, "A", "B", "2026-05-04"]]);
  expect(await read([HEADER, ["A", "B", day("0.355", STYLES.percent)]])).toEqual([[2, "A", "B", "35.5%"]]);
  // A day that never was, and days nobody can tell, stay numbers.
  expect(await read([HEADER, ["A", "B", day("60", STYLES.day)]])).toEqual([[2, "A", "B", "60"]]);
});

it("writes numbers without what binary arithmetic has added, with the decimal mark of the file", async () => {
  const rows = [HEADER, [{ number: "4.2300000000000004" }, { number: "20000" }, { number: "1.0E7" }]];
  expect(await read(rows)).toEqual([[2, "4.23", "20000", "10000000"]]);
  expect(await read(rows, { decimalMark: "," })).toEqual([[2, "4,23", "20000", "10000000"]]);
});

it("refuses the row of a number that is shown with a sign it does not have", async () => {
  const rows = [HEADER, ["A", { number: "20", style: STYLES.sign }, null], ["B", "TND", null]];
  expect(await read(rows)).toEqual([
    ["number-shown-otherwise", 2],
    [3, "B", "TND", ""],
  ]);
});

it.each<[string, Uint8Array, string]>([
  ["bytes that are no package", new TextEncoder().encode("Code,Result\nA,20\n"), "workbook-damaged"],
  ["a package that is no workbook", zipOf({ "word/document.xml": "<d/>" }), "workbook-damaged"],
  ["half a workbook", workbookOf([HEADER, ["A", "B", "C"]]).slice(0, 600), "workbook-damaged"],
  ["a workbook without a table", workbookOf([["only a title"]]), "no-header"],
])("refuses %s", async (_what, bytes, rule) => {
  expect(await events(bytes)).toEqual([rule]);
});

it("refuses a sheet that is not there, two columns of one name, and a row wider than the header", async () => {
  expect(await read([HEADER, ["A"]], { sheet: "Results 2" })).toEqual(["sheet-not-found"]);
  expect(await read([HEADER, ["A"]], { sheet: "Other" })).toEqual(["no-header"]);
  expect(await read([["Code", "code", "Day"], ["A"]])).toEqual(["header-duplicate"]);
  expect(await read([HEADER, ["A", "B", "C", "D"]])).toEqual([["ragged-row", 2]]);
  expect(await read([HEADER])).toEqual([["no-rows", null]]);
});

it("notices that bytes are not those that were packed, and refuses a document type", async () => {
  const bytes = workbookOf([HEADER, ["A", "B", "C"]]);
  const inFirstPart = new TextDecoder("latin1").decode(bytes).indexOf("<Types/>");
  const package2 = zipOf({ "_rels/.rels": '<!DOCTYPE r [<!ENTITY a "b">]><Relationships/>' });
  expect(inFirstPart).toBeGreaterThan(0);
  expect(await events(package2)).toEqual(["workbook-damaged"]);
  const changed = new Uint8Array(bytes);
  const central = changed.length - 22;
  const rels = new TextDecoder("latin1").decode(bytes).indexOf("_rels/.rels");
  changed[rels + "_rels/.rels".length + 4] = (changed[rels + "_rels/.rels".length + 4] ?? 0) ^ 255;
  expect(central).toBeGreaterThan(rels);
  expect(await events(changed)).toEqual(["workbook-damaged"]);
});
