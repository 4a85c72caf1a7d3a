import { describe, expect, it } from "vitest";
import { cellDelta, cellsOfPerson } from "./cells-of-person";

const place = { siteId: "s", cohortId: "c" };
const empty = {
  ...place,
  measure: "m",
  n: 0,
  unscored: 0,
  pairs: 0,
  sum: "0",
  sumSquares: "0",
  sumX: "0",
  sumY: "0",
  sumXX: "0",
  sumYY: "0",
  sumXY: "0",
};

describe("cellsOfPerson", () => {
  it("pairs a follow-up with the baseline, and the baseline with itself", () => {
    const scores = [
      { measure: "m", timepointId: "t0", value: 0.1 },
      { measure: "m", timepointId: "t1", value: 0.2 },
    ];
    expect(cellsOfPerson({ ...place, scores }, "t0")).toEqual([
      {
        ...empty,
        timepointId: "t0",
        n: 1,
        sum: "0.1",
        sumSquares: "0.01",
        pairs: 1,
        sumX: "0.1",
        sumY: "0.1",
        sumXX: "0.01",
        sumYY: "0.01",
        sumXY: "0.01",
      },
      {
        ...empty,
        timepointId: "t1",
        n: 1,
        sum: "0.2",
        sumSquares: "0.04",
        pairs: 1,
        sumX: "0.1",
        sumY: "0.2",
        sumXX: "0.01",
        sumYY: "0.04",
        sumXY: "0.02",
      },
    ]);
  });

  it("counts an unscored answer, pairs nothing with it, and never takes it for zero", () => {
    const scores = [
      { measure: "m", timepointId: "t0", value: null },
      { measure: "m", timepointId: "t1", value: 4 },
    ];
    expect(cellsOfPerson({ ...place, scores }, "t0")).toEqual([
      { ...empty, timepointId: "t0", unscored: 1 },
      { ...empty, timepointId: "t1", n: 1, sum: "4", sumSquares: "16" },
    ]);
  });

  it("pairs nothing where the programme has no baseline", () => {
    const scores = [{ measure: "m", timepointId: "t1", value: 4 }];
    expect(cellsOfPerson({ ...place, scores }, null)).toEqual([
      { ...empty, timepointId: "t1", n: 1, sum: "4", sumSquares: "16" },
    ]);
  });

  it("refuses two current scores of one measure at one timepoint, and values that are no numbers", () => {
    const score = { measure: "m", timepointId: "t1", value: 4 };
    expect(() => cellsOfPerson({ ...place, scores: [score, score] }, "t0")).toThrow(RangeError);
    expect(() => cellsOfPerson({ ...place, scores: [{ ...score, value: Number.NaN }] }, "t0")).toThrow(RangeError);
  });
});

describe("cellDelta", () => {
  it("pairs follow-ups that were waiting when the baseline is entered late", () => {
    const followUp = { measure: "m", timepointId: "t1", value: 5 };
    const baseline = { measure: "m", timepointId: "t0", value: 3 };
    const delta = cellDelta({ ...place, scores: [followUp] }, { ...place, scores: [followUp, baseline] }, "t0");
    expect(delta.find((cell) => cell.timepointId === "t1")).toEqual({
      ...empty,
      timepointId: "t1",
      pairs: 1,
      sumX: "3",
      sumY: "5",
      sumXX: "9",
      sumYY: "25",
      sumXY: "15",
    });
  });
});
