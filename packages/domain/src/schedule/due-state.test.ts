import { describe, expect, it } from "vitest";
import { DUE_STATES, type DueState, dueState } from "./due-state";
import { timepointWindow } from "./timepoint-window";

const threeMonths = { targetDay: 90, daysBefore: 14, daysAfter: 30 };
const baseline = { targetDay: 0, daysBefore: 7, daysAfter: 14 };

describe("timepointWindow", () => {
  it("counts from enrolment across month ends and a leap day", () => {
    expect(timepointWindow(threeMonths, "2023-12-01")).toEqual({
      opensOn: "2024-02-15",
      targetOn: "2024-02-29",
      closesOn: "2024-03-30",
    });
  });

  it("never opens before enrolment", () => {
    expect(timepointWindow(baseline, "2025-05-10").opensOn).toBe("2025-05-10");
  });
});

describe("dueState of somebody who stepped back or said no", () => {
  it.each([
    ["2025-03-17", null, "not-expected"],
    ["2025-04-20", null, "not-expected"],
    ["2025-05-02", null, "missed"],
    ["2025-05-02", "2025-04-01", "done"],
  ] as const)("on %s, answered %s: %s", (today, answeredOn, state) => {
    const period = { enrolledOn: "2025-01-01", endedOn: null, notAsked: true };
    expect(dueState(threeMonths, period, answeredOn, today).state).toBe(state);
  });
});

describe("dueState", () => {
  // Enrolled 2025-01-01: three months opens 2025-03-18, target 2025-04-01, closes 2025-05-01.
  const rows: readonly (readonly [string, string | null, string | null, DueState])[] = [
    ["2025-03-17", null, null, "upcoming"],
    ["2025-03-18", null, null, "open"],
    ["2025-05-01", null, null, "open"],
    ["2025-05-02", null, null, "overdue"],
    ["2025-05-02", null, "2025-04-01", "done"],
    ["2025-05-02", null, "2025-03-18", "done"],
    ["2025-05-02", null, "2025-03-17", "done-out-of-window"],
    ["2025-06-01", null, "2025-05-02", "done-out-of-window"],
    // Ended before, inside and after the window.
    ["2025-03-01", "2025-02-01", null, "not-expected"],
    ["2025-04-20", "2025-04-10", null, "not-expected"],
    ["2025-05-02", "2025-05-01", null, "missed"],
    ["2025-06-01", "2025-05-20", null, "missed"],
    // Collected although enrolment ended: what was collected counts.
    ["2025-06-01", "2025-04-10", "2025-04-09", "done"],
    // An end in the future, or today, has not happened yet.
    ["2025-04-10", "2025-04-20", null, "open"],
    ["2025-04-10", "2025-04-10", null, "open"],
    // On the day after its last day it is over, whether the window is still open or closed with it.
    ["2025-04-11", "2025-04-10", null, "not-expected"],
    ["2025-05-01", "2025-05-01", null, "open"],
  ];

  it.each(rows)("on %s, ended %s, answered %s: %s", (today, endedOn, answeredOn, expected) => {
    expect(dueState(threeMonths, { enrolledOn: "2025-01-01", endedOn }, answeredOn, today).state).toBe(expected);
  });

  it("is covered by the table for every state", () => {
    expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(DUE_STATES));
  });
});
