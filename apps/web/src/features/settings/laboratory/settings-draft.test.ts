import { DEFAULT_LAB_SCHEDULE } from "@alongside/domain/laboratory/schedule";
import { describe, expect, it } from "vitest";
import { draftOf, readSchedule } from "./settings-draft";

const { schedule: typed } = draftOf({
  ...{ version: 3, ruleId: "who-2023", verification: "flagged", doubleEntry: false, thirdPerson: false },
  schedule: DEFAULT_LAB_SCHEDULE,
});

describe("the schedule as it is typed", () => {
  it("reads as what it was written from", () => {
    expect(typed.routineMonths).toBe("6, 12");
    expect(readSchedule(typed)).toEqual({ kind: "schedule", schedule: DEFAULT_LAB_SCHEDULE });
  });

  it.each(["3 6 12", "3,6,12", " 3， 6、12 "])("reads months set apart in any way: %s", (routineMonths) => {
    expect(readSchedule({ ...typed, routineMonths })).toMatchObject({ schedule: { routineMonths: [3, 6, 12] } });
  });

  it("names the fields that are no numbers, not ascending or empty", () => {
    expect(readSchedule({ ...typed, routineMonths: "12, 6" })).toEqual({ kind: "not-yet", fields: ["routineMonths"] });
    expect(readSchedule({ ...typed, routineMonths: "" })).toEqual({ kind: "not-yet", fields: ["routineMonths"] });
    expect(readSchedule({ ...typed, routineMonths: "six", thenEveryMonths: "" })).toEqual({
      kind: "not-yet",
      fields: ["routineMonths", "thenEveryMonths"],
    });
    expect(readSchedule({ ...typed, repeatAfterMonths: "0", daysAfter: "-1", daysBefore: "1.5" })).toEqual({
      kind: "not-yet",
      fields: ["repeatAfterMonths", "daysBefore", "daysAfter"],
    });
    expect(readSchedule({ ...typed, daysBefore: "0" })).toMatchObject({ schedule: { daysBefore: 0 } });
  });
});
