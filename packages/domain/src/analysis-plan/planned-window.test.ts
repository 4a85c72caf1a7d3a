import { describe, expect, it } from "vitest";
import { changedWindows, windowsOf } from "./planned-window";

const baseline = { timepointCode: "start", kind: "baseline", targetDay: 0, daysBefore: 7, daysAfter: 7 };
const end = { timepointCode: "m6", kind: "end", targetDay: 180, daysBefore: 30, daysAfter: 30 };
const later = { timepointCode: "m12", kind: "follow-up", targetDay: 365, daysBefore: 45, daysAfter: 45 };
const outcomes = { primary: { timepointCode: "m6" }, secondary: [{ timepointCode: "m6" }, { timepointCode: "m12" }] };
const plan = { ...outcomes, windows: windowsOf(outcomes, [later, end, baseline]) };

describe("the windows of a plan", () => {
  it("are those of the times it names and of the baseline, by code", () => {
    expect(plan.windows).toEqual([
      { timepointCode: "m12", targetDay: 365, daysBefore: 45, daysAfter: 45 },
      { timepointCode: "m6", targetDay: 180, daysBefore: 30, daysAfter: 30 },
      { timepointCode: "start", targetDay: 0, daysBefore: 7, daysAfter: 7 },
    ]);
    const one = windowsOf({ ...outcomes, secondary: [] }, [baseline, end, later]);
    expect(one.map(({ timepointCode }) => timepointCode)).toEqual(["m6", "start"]);
  });

  it.each([
    ["nothing", [baseline, end, later], []],
    ["another time", [baseline, end, later, { ...later, timepointCode: "m18" }], []],
    ["the order", [later, end, baseline], []],
    ["the day", [baseline, { ...end, targetDay: 150 }, later], ["m6"]],
    ["the days before", [baseline, end, { ...later, daysBefore: 44 }], ["m12"]],
    ["the days after", [baseline, end, { ...later, daysAfter: 60 }], ["m12"]],
    ["the baseline, on which all rest", [{ ...baseline, daysAfter: 60 }, end, later], ["m6", "m12"]],
    ["that it is there at all", [baseline, later], ["m6"]],
  ])("notice a change of %s", (_, timepoints, expected) => {
    expect(changedWindows(plan, timepoints)).toEqual(expected);
  });

  it("are unknown of a plan saved before it had them", () => {
    expect(changedWindows(outcomes, [baseline])).toEqual([]);
  });
});
