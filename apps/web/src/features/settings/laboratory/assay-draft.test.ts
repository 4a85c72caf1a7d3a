import { ASSAYS } from "@alongside/domain/viral-load/assays.data";
import { describe, expect, it } from "vitest";
import { emptyAssay, type ListedAssay, nextEdition, offeredOf, readAssay, typedAssay } from "./assay-draft";

const [published] = ASSAYS;
const TODAY = "2026-11-22";
const listed = (assay: ListedAssay["assay"], over: Partial<ListedAssay> = {}): ListedAssay => ({
  ...{ assay, own: true, active: true },
  ...over,
});

describe("an assay as the form has it", () => {
  it("reads as what it was written from, for every published one", () => {
    for (const assay of ASSAYS) expect(readAssay(typedAssay(assay))).toEqual(assay);
  });

  it("takes an empty limit as unknown, never as zero, and no word for a number", () => {
    const typed = typedAssay(published);
    expect(readAssay({ ...typed, lowerLimit: " " })?.lowerLimit).toBeNull();
    expect(readAssay({ ...typed, lowerLimit: "low" })).toBeNull();
    expect(readAssay({ ...typed, upperLimit: "10,000,000" })?.upperLimit).toBe(10_000_000);
    expect(readAssay({ ...typed, upperLimit: "10 000 000" })?.upperLimit).toBe(10_000_000);
    expect(readAssay({ ...typed, lowerLimit: "1,5" })).toBeNull();
    expect(readAssay({ ...typed, loincLog10: "" })?.loinc.log10).toBeNull();
  });

  it("begins by asking what is meant below the limit", () => {
    expect(emptyAssay(TODAY)).toMatchObject({ edition: "1", meansOfBelow: "ask", lowerLimit: "", validFrom: TODAY });
  });
});

describe("editions", () => {
  const own = { ...published, edition: "2", validFrom: "2025-01-01" };
  const list = [listed(published, { own: false }), listed(own)];

  it("go on under the next number that is free, from today", () => {
    expect(nextEdition(own, list, TODAY)).toMatchObject({ key: own.key, edition: "3", validFrom: TODAY });
    expect(nextEdition(own, [listed({ ...own, edition: "3" }), listed(own)], TODAY)).toMatchObject({ edition: "4" });
  });

  it("are offered by the day they are valid from, as long as they are in use", () => {
    expect(offeredOf(list, own.key)).toBe(own);
    expect(offeredOf([listed(published), listed(own, { active: false })], own.key)).toBe(published);
    const older = { ...own, edition: "3", validFrom: "2019-01-01" };
    expect(offeredOf([...list, listed(older)], own.key)).toBe(own);
    expect(offeredOf(list, "nobody-has-it")).toBeUndefined();
  });
});
