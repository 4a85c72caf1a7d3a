import { describe, expect, it } from "vitest";
import { anonymityReport } from "./k-anonymity";

describe("the k-anonymity of a table", () => {
  it("is the size of the smallest group of people alike in everything others may know", () => {
    const rows = [
      ["A", "1", ""],
      ["A", "1", ""],
      ["A", "2", ""],
      ["B", "1", ""],
      ["B", "1", ""],
    ];
    expect(anonymityReport({ columns: ["cohort", "site", "standing"], rows })).toEqual({
      ...{ columns: ["cohort", "site"], people: 5, smallestClass: 1, uniqueShare: 0.2 },
    });
  });

  it("is everybody where nothing tells people apart, and nobody without people", () => {
    expect(anonymityReport({ columns: [], rows: [[], [], []] })).toMatchObject({ smallestClass: 3, uniqueShare: 0 });
    expect(anonymityReport({ columns: ["site"], rows: [] })).toMatchObject({ smallestClass: 0, uniqueShare: null });
  });

  it("does not take two columns for one", () => {
    const rows = [
      ["1", "23"],
      ["12", "3"],
    ];
    expect(anonymityReport({ columns: ["a", "b"], rows }).smallestClass).toBe(1);
    expect(() => anonymityReport({ columns: ["a"], rows })).toThrow("every column");
  });
});
