import { describe, expect, it } from "vitest";
import type { Suggestion } from "./laboratory-import-views";
import {
  chooseColumn,
  draftOf,
  fieldsOf,
  fieldsToName,
  findAssayRef,
  meaningOf,
  sayMeaning,
  wordsOf,
} from "./mapping-changes";

const ASSAY = { key: "abbott-m2000", edition: "2019" };
const SITE = "018f0000-0000-7000-8000-000000000001";
const column = (name: string, ...samples: string[]) => ({ name, samples, filled: samples.length });

const suggestion: Suggestion = {
  kind: "read",
  file: "csv",
  encoding: "utf-8",
  delimiter: ",",
  sheets: [],
  sheet: null,
  columns: [column("ID", "7K2M-4QXA"), column("VL", "<20"), column("Drawn", "2026-05-04"), column("Type", "PL", "NA")],
  rows: [],
  mapping: null,
  columnsFound: { participant: "ID" },
  from: "proposal",
  version: 0,
  assays: [{ ...ASSAY, name: { en: "Abbott", zh: "雅培" }, specimen: "plasma" }],
  sites: [{ id: SITE, name: "North" }],
};
const draft = draftOf(suggestion);

describe("columns", () => {
  it("begins with what was found, and names what is still to be chosen", () => {
    expect(draft.columns).toEqual({ participant: "ID", result: "", collectedOn: "" });
    expect(fieldsToName(draft, suggestion.columns)).toEqual(["result", "collectedOn"]);
    const chosen = chooseColumn(chooseColumn(draft, "result", "VL"), "collectedOn", "Drawn");
    expect(fieldsToName(chosen, suggestion.columns)).toEqual([]);
  });

  it("takes a column back, and notices one that this file does not have", () => {
    const typed = chooseColumn(draft, "specimen", "Type");
    expect(fieldsOf(typed, "Type")).toEqual(["specimen"]);
    expect(chooseColumn(typed, "specimen", null).columns).not.toHaveProperty("specimen");
    expect(chooseColumn(draft, "participant", null).columns.participant).toBe("");
    expect(fieldsToName(chooseColumn(draft, "site", "Clinic"), suggestion.columns)).toContain("site");
  });

  it("lets one column serve two fields", () => {
    const both = chooseColumn(chooseColumn(draft, "result", "VL"), "rejection", "VL");
    expect(fieldsOf(both, "VL")).toEqual(["result", "rejection"]);
  });
});

describe("words", () => {
  it("keeps one meaning per word, whatever its capitals, and takes it back", () => {
    const said = sayMeaning(draft, "specimen", " PL ", "plasma", suggestion);
    expect(said.specimens).toEqual([{ text: "PL", means: "plasma" }]);
    expect(meaningOf(said, "specimen", "pl")).toBe("plasma");
    const again = sayMeaning(said, "specimen", "pl", "whole-blood", suggestion);
    expect(again.specimens).toEqual([{ text: "pl", means: "whole-blood" }]);
    expect(sayMeaning(again, "specimen", "PL", null, suggestion).specimens).toEqual([]);
  });

  it("knows only meanings that are offered", () => {
    expect(sayMeaning(draft, "unit", "cp", "litres", suggestion).units).toEqual([]);
    expect(sayMeaning(draft, "site", "N", "elsewhere", suggestion).sites).toEqual([]);
    expect(sayMeaning(draft, "site", "N", SITE, suggestion).sites).toEqual([{ text: "N", means: SITE }]);
    const assayed = sayMeaning(draft, "assay", "m2000", "abbott-m2000 2019", suggestion);
    expect(assayed.assays).toEqual([{ text: "m2000", means: ASSAY }]);
    expect(meaningOf(assayed, "assay", "M2000")).toBe("abbott-m2000 2019");
    expect(findAssayRef(suggestion.assays, "abbott-m2000 2020")).toBeNull();
  });

  it("asks about each word of a column once, unexplained ones first, and not about empty cells", () => {
    const typed = sayMeaning(
      chooseColumn(draft, "specimen", "Type"),
      "specimen",
      "DBS",
      "dried-blood-spot",
      suggestion,
    );
    const findings = { unknownWords: [{ field: "specimen" as const, text: "SER", rows: 3 }] };
    expect(wordsOf(typed, "specimen", suggestion.columns, findings)).toEqual(["SER", "PL", "DBS"]);
    expect(wordsOf(typed, "specimen", suggestion.columns, null)).toEqual(["PL", "DBS"]);
    expect(wordsOf(typed, "unit", suggestion.columns, findings)).toEqual([]);
  });
});
