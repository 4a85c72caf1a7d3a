import type { Assay } from "@alongside/domain/viral-load/assay";
import { ASSAYS } from "@alongside/domain/viral-load/assays.data";
import type { ResultState } from "@alongside/domain/viral-load/measurement";
import { describe, expect, it } from "vitest";
import { readRow } from "./read-result";

const ABBOTT: Assay = ASSAYS[0];

function read(state: ResultState | "", print: string, more: { chosen?: number; assay?: Assay } = {}) {
  return readRow({ kind: "viral-load", state, print, chosen: more.chosen ?? null, assay: more.assay ?? null });
}

describe("reading a row", () => {
  it("says nothing where nothing stands", () => {
    expect(read("", " ")).toEqual({ kind: "nothing" });
  });

  it("takes the state from what is printed", () => {
    expect(read("", "TND")).toMatchObject({ kind: "read", reading: { state: "not-detected" } });
    expect(read("", "12 400")).toMatchObject({ kind: "read", reading: { state: "quantified", value: "12400" } });
    expect(read("", "未检出")).toMatchObject({ kind: "read", reading: { state: "not-detected" } });
  });

  it("asks what “<20” means, and takes the answer by its place", () => {
    const asked = read("", "<20");
    expect(asked).toMatchObject({ kind: "question", question: "below-or-not-detected" });
    expect(asked.kind === "question" && asked.choices.map(({ state }) => state)).toEqual([
      "below-quantification",
      "not-detected",
    ]);
    expect(read("", "<20", { chosen: 1 })).toMatchObject({ kind: "read", reading: { state: "not-detected" } });
    expect(read("", "<20", { chosen: 5 }).kind).toBe("question");
  });

  it("lets the state that was said answer the question", () => {
    expect(read("below-quantification", "<20")).toMatchObject({
      kind: "read",
      reading: { state: "below-quantification", comparator: "<", value: "20" },
    });
    expect(read("not-detected", "<20")).toMatchObject({
      kind: "read",
      reading: { state: "not-detected", value: null },
    });
  });

  it("takes a bare number beside “below” or “above” for the limit", () => {
    expect(read("below-quantification", "40")).toMatchObject({ reading: { comparator: "<", value: "40" } });
    expect(read("above-upper", "10000000")).toMatchObject({ reading: { comparator: ">", value: "10000000" } });
  });

  it("never lets the state overrule the print", () => {
    expect(read("not-detected", "400")).toEqual({ kind: "differs", printed: "quantified" });
    expect(read("quantified", "TND")).toEqual({ kind: "differs", printed: "not-detected" });
    expect(read("quantified", "<20")).toMatchObject({ kind: "differs" });
    expect(read("pending", "400")).toEqual({ kind: "differs", printed: "quantified" });
  });

  it("needs a number for “number”, and nothing for the others", () => {
    expect(read("quantified", "")).toEqual({ kind: "number-needed" });
    expect(read("not-detected", "")).toMatchObject({ reading: { state: "not-detected", comparator: null } });
    expect(read("below-quantification", "")).toMatchObject({ reading: { comparator: "<", value: null } });
    expect(read("rejected", "leaked in transit")).toMatchObject({ kind: "read", reading: { state: "rejected" } });
  });

  it("says so when a print is not understood", () => {
    expect(read("", "banana")).toEqual({ kind: "unparsed", reason: "unknown" });
  });

  it("knows what the laboratory of the assay means", () => {
    const detected: Assay = { ...ABBOTT, meansOfBelow: "detected-below" };
    expect(read("", "<40", { assay: detected })).toMatchObject({ kind: "read", reading: { value: "40" } });
    expect(read("", "<40", { assay: ABBOTT }).kind).toBe("question");
  });
});

describe("reading another quantity", () => {
  const count = (state: ResultState | "", print: string) =>
    readRow({ kind: "cd4-count", state, print, chosen: null, assay: null });

  it("reads numbers and limits in the unit of the kind", () => {
    expect(count("", "350")).toMatchObject({ reading: { state: "quantified", value: "350", unit: null } });
    expect(count("", "<20")).toMatchObject({ reading: { state: "below-quantification", comparator: "<" } });
    expect(count("", ">2000")).toMatchObject({ reading: { state: "above-upper", comparator: ">" } });
  });

  it("asks about a point that may group thousands", () => {
    expect(count("", "1.234")).toMatchObject({ kind: "question", question: "grouping" });
  });

  it("needs the number of a limit", () => {
    expect(count("below-quantification", "")).toEqual({ kind: "number-needed" });
    expect(count("", "many")).toEqual({ kind: "unparsed", reason: "quantity" });
    expect(count("above-upper", "<20")).toEqual({ kind: "differs", printed: "below-quantification" });
  });
});
