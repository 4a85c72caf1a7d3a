import type { Reading } from "@alongside/domain/viral-load/reading";
import { bareReading } from "@alongside/domain/viral-load/reading";
import { describe, expect, it } from "vitest";
import { type AnswerDraft, answersOf, codesFor, questionKey } from "./answers";
import type { Question } from "./laboratory-import-views";

const below: Reading = {
  ...{ state: "below-quantification", comparator: "<", value: "20", unit: "copies-per-ml", copiesPerMl: 20 },
};
const ask = (text: string, ...readings: Reading[]): Question => ({
  ...{ text, printed: text, assay: null, question: "below-or-not-detected", readings, rows: 2 },
});
const limit = ask("<20", below, bareReading("not-detected"));
const invalid = ask("invalid", bareReading("failed"), bareReading("rejected"));

function answered(question: Question, draft: AnswerDraft) {
  return answersOf([question], new Map([[questionKey(question), draft]]));
}

describe("answers", () => {
  it("are the readings that were chosen, without what is computed from them", () => {
    const { copiesPerMl: _, ...reading } = below;
    expect(answered(limit, { choice: 0, code: null })).toEqual([{ text: "<20", assay: null, reading, code: null }]);
    expect(answered(limit, { choice: "none", code: null })).toEqual([
      { text: "<20", assay: null, reading: null, code: null },
    ]);
    expect(answersOf([limit], new Map())).toEqual([]);
    expect(answered(limit, { choice: 7, code: null })).toEqual([]);
  });

  it("are complete only with the reason that a missing result needs", () => {
    expect(codesFor(invalid, 0)).toBe("failure");
    expect(codesFor(invalid, 1)).toBe("rejection");
    expect(codesFor(limit, 0)).toBeNull();
    expect(answered(invalid, { choice: 0, code: null })).toEqual([]);
    expect(answered(invalid, { choice: 0, code: "too-old" })).toEqual([]);
    expect(answered(invalid, { choice: 0, code: "machine-flag" })).toMatchObject([{ code: "machine-flag" }]);
    expect(answered(invalid, { choice: 1, code: "too-old" })).toMatchObject([{ code: "too-old" }]);
  });

  it("tell the same print of two assays apart", () => {
    expect(questionKey({ text: "<20", assay: "a" })).not.toBe(questionKey({ text: "<20", assay: null }));
  });
});
