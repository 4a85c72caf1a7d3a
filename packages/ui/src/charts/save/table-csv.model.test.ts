import { isFormula, neutraliseFormula } from "@alongside/domain/display/spreadsheet-formula";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tablesCsv } from "./table-csv.model";

const source = { heading: "Source", text: "Alongside · 1a2b3c · 2026-11-23" };
const means = {
  caption: "Means",
  rows: [
    ["Time", "Mean, 95% CI"],
    ["End", "-10.52 (-15.07 to -5.97)"],
  ],
};

describe("tablesCsv", () => {
  it("repeats the table and says in every row where it comes from", () => {
    expect(tablesCsv([means], source)).toBe(
      `\uFEFFTime,"Mean, 95% CI",Source\r\nEnd,'-10.52 (-15.07 to -5.97),${source.text}\r\n`,
    );
  });

  it("puts several tables below each other, each under its caption", () => {
    const two = tablesCsv([means, { caption: "People", rows: [["Time"], ["End"]] }], source);
    expect(two).toMatch(/^\uFEFFMeans\r\nTime,/);
    expect(two).toContain(`\r\n\r\nPeople\r\nTime,Source\r\nEnd,${source.text}\r\n`);
  });

  it("holds no cell that a spreadsheet program would run", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("=1+1", "+cmd", "@x", "\t=1", "＝1", "-2+3"));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const text = tablesCsv([{ caption: "", rows: [cells] }], source).slice(1);
        const read = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n)/gy)].map(([, cell = ""]) =>
          cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
        );
        expect(read).toEqual([...cells.map(neutraliseFormula), source.heading]);
        expect(read.filter(isFormula)).toEqual([]);
      }),
    );
  });
});
