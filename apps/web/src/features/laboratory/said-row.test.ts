import { describe, expect, it } from "vitest";
import { saidRow, withDays } from "./said-row";
import { emptyRow, emptyStack } from "./stack";

const CARRIED = { assay: "a", specimen: "plasma", testReason: "", receivedOn: "", testedOn: "", returnedOn: "" };

describe("saidRow", () => {
  it("says days as days, and keeps what is not understood as it was typed", () => {
    const dates = { collectedOn: "2026-11-19", receivedOn: null, testedOn: null, returnedOn: null };
    const carried = { ...CARRIED, collectedOn: "-3", receivedOn: "3/4" };
    expect(saidRow("r1", { carried, dates, timepointCode: null })).toEqual({
      id: "r1",
      own: { ...carried, collectedOn: "2026-11-19" },
      timepointCode: "",
    });
  });
});

describe("withDays", () => {
  it("keeps the day that was meant, so that it is the same tomorrow", () => {
    const row = { ...emptyRow("r1"), own: { collectedOn: "t", testedOn: "y", returnedOn: "soon", specimen: "t" } };
    const stack = { ...emptyStack("viral-load", "r1"), rows: [row] };
    expect(withDays(stack, "2026-11-22").rows[0]?.own).toEqual({
      collectedOn: "2026-11-22",
      testedOn: "2026-11-21",
      returnedOn: "soon",
      specimen: "t",
    });
    expect(withDays(withDays(stack, "2026-11-22"), "2026-11-23")).toEqual(withDays(stack, "2026-11-22"));
  });
});
