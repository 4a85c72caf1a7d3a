import { describe, expect, it } from "vitest";
import { dateProblems } from "./result-dates";

const collected = { collectedOn: "2026-05-10", receivedOn: null, testedOn: null, returnedOn: null };

describe("dateProblems", () => {
  it("names the field, the date and the day it is today", () => {
    expect(dateProblems({ ...collected, returnedOn: "2026-06-02" }, "2026-06-01")).toEqual([
      { field: "returnedOn", rule: "date-in-future", values: { date: "2026-06-02", today: "2026-06-01" } },
    ]);
    expect(dateProblems({ ...collected, returnedOn: "2026-06-01" }, "2026-06-01")).toEqual([]);
  });

  it("names what a date comes before, and passes over what was left out", () => {
    expect(dateProblems({ ...collected, testedOn: "2026-05-09" }, "2026-06-01")).toEqual([
      {
        field: "testedOn",
        rule: "date-out-of-order",
        values: { date: "2026-05-09", before: "2026-05-10", beforeField: "collectedOn" },
      },
    ]);
  });

  it("measures every date by the latest so far", () => {
    const dates = { ...collected, receivedOn: "2026-05-20", testedOn: "2026-05-12", returnedOn: "2026-05-15" };
    expect(dateProblems(dates, "2026-06-01").map(({ field, values }) => [field, values.before])).toEqual([
      ["testedOn", "2026-05-20"],
      ["returnedOn", "2026-05-20"],
    ]);
    const inOrder = { ...collected, receivedOn: "2026-05-10", testedOn: "2026-05-12", returnedOn: "2026-05-12" };
    expect(dateProblems(inOrder, "2026-06-01")).toEqual([]);
  });
});
