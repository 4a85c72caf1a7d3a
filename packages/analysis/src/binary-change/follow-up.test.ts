import { describe, expect, it } from "vitest";
import type { ChangeCell } from "../change/cells";
import { binaryFollowUp, tableOfSums } from "./follow-up";

function cellOf(both: number, lost: number, gained: number, never: number): ChangeCell {
  const [pairs, x, y] = [both + lost + gained + never, both + lost, both + gained].map(String);
  return {
    ...{
      siteId: "s",
      cohortId: "c",
      measure: "m",
      timepointId: "t",
      n: Number(pairs),
      pairs: Number(pairs),
      unscored: 0,
    },
    ...{ sum: `${y}`, sumSquares: `${y}`, sumX: `${x}`, sumY: `${y}`, sumXX: `${x}`, sumYY: `${y}`, sumXY: `${both}` },
  };
}

describe("tableOfSums", () => {
  it("finds the four cells of values 0 and 1 from sums alone", () => {
    expect(tableOfSums(cellOf(30, 5, 15, 10))).toEqual({ both: 30, preOnly: 5, postOnly: 15, neither: 10 });
  });

  it("refuses sums that are not those of 0 and 1", () => {
    expect(tableOfSums({ ...cellOf(30, 5, 15, 10), sumXY: "30.5" })).toBeNull();
    expect(tableOfSums({ ...cellOf(30, 5, 15, 10), sumXY: "36" })).toBeNull();
  });
});

describe("binaryFollowUp", () => {
  it("gives the published example's shares, difference and mid-p", () => {
    const { summary, change, test, standardised } = binaryFollowUp(cellOf(30, 5, 15, 10), 5);
    expect(summary).toMatchObject({ meanBefore: { value: 35 / 60 }, meanAfter: { value: 45 / 60 } });
    if (change.kind !== "estimate" || test.kind !== "mid-p") throw new Error("no estimate");
    expect(change.value).toBeCloseTo(1 / 6, 12);
    expect(change.interval.low).toBeCloseTo(0.021, 3);
    expect(change.interval.high).toBeCloseTo(0.303, 3);
    expect(test.pValue).toBeCloseTo(0.0266, 4);
    expect(standardised).toMatchObject({ reason: "not-identifiable" });
  });

  it("tells no small cell: neither a correlation nor a paired interval nor a test", () => {
    const { summary, change, test } = binaryFollowUp(cellOf(30, 3, 15, 12), 5);
    expect(summary).toMatchObject({
      correlation: { kind: "insufficient-data" },
      sdBefore: { kind: "insufficient-data" },
    });
    expect(change).toMatchObject({ method: "newcombe-without-pairing" });
    expect(test.kind).toBe("suppressed");
    expect(binaryFollowUp(cellOf(15, 0, 3, 0), 5).change.kind).toBe("suppressed");
  });

  it("says that there is nobody", () => {
    expect(binaryFollowUp(undefined, 5).change).toMatchObject({ reason: "too-few" });
    expect(binaryFollowUp(cellOf(0, 0, 0, 0), 5).test).toMatchObject({ reason: "too-few" });
  });
});
