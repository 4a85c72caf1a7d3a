import { INSTRUMENTS } from "@alongside/domain/instruments/registry";
import { describe, expect, it } from "vitest";
import { searchInstruments } from "./instrument-query";

describe("searchInstruments", () => {
  it("finds by short name, name and Chinese name, whatever the case", () => {
    for (const text of ["phq-9", "patient health", "患者健康"])
      expect(searchInstruments(text).map(({ code }) => code)).toContain("phq9");
  });

  it("shows everything for no words and nothing for nonsense", () => {
    expect(searchInstruments("  ")).toEqual(INSTRUMENTS);
    expect(searchInstruments("zzz no such thing")).toEqual([]);
  });
});
