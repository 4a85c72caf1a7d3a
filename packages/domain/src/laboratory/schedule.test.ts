import { describe, expect, it } from "vitest";
import { DEFAULT_LAB_SCHEDULE, labScheduleSchema, nextResultDue, RESULT_DUE_STATES } from "./schedule";
import { hasBeenTreatedFor, treatmentStartProblems, treatmentStartSchema } from "./treatment";

const startedOn = "2024-01-31";
const due = (lastOn: string | null, isUnsuppressed: boolean, today: string, started: string | null = startedOn) =>
  nextResultDue(
    {
      treatmentStartedOn: started,
      lastResult: lastOn === null ? null : { collectedOn: lastOn, isUnsuppressed, isUndecided: false },
    },
    DEFAULT_LAB_SCHEDULE,
    today,
  );

describe("nextResultDue", () => {
  // Six months after 31 January is 31 July, twelve 31 January, then every 31 January.
  it.each([
    [null, "2024-07-31"],
    // Collected a day too early to count for the sixth month, and on the first day that does.
    ["2024-06-30", "2024-07-31"],
    ["2024-07-01", "2025-01-31"],
    ["2024-10-01", "2025-01-31"],
    ["2025-01-01", "2026-01-31"],
    ["2026-01-31", "2027-01-31"],
    ["2030-06-01", "2031-01-31"],
    ["2023-12-01", "2024-07-31"],
  ])("last collected on %s: routine on %s", (lastOn, on) => {
    expect(due(lastOn, false, "2024-02-01")).toMatchObject({ kind: "expected", why: "routine", on });
  });

  it.each([
    ["2024-06-30", "upcoming"],
    ["2024-07-01", "due"],
    ["2024-07-31", "due"],
    ["2024-08-30", "due"],
    ["2024-08-31", "overdue"],
  ])("on %s it is %s", (today, state) => {
    expect(due(null, false, today)).toEqual({
      kind: "expected",
      why: "routine",
      on: "2024-07-31",
      from: "2024-07-01",
      until: "2024-08-30",
      state,
    });
    expect(RESULT_DUE_STATES).toContain(state);
  });

  it("asks for a repeat three months after an unsuppressed result, known start or not", () => {
    for (const started of [startedOn, null]) {
      expect(due("2025-11-30", true, "2026-02-28", started)).toMatchObject({
        why: "repeat",
        on: "2026-02-28",
        state: "due",
      });
    }
    expect(due("2025-11-30", true, "2026-03-31")).toMatchObject({ why: "repeat", state: "overdue" });
  });

  it("has no date without a start", () => {
    expect(due(null, false, "2026-01-01", null)).toEqual({ kind: "not-scheduled", reason: "treatment-start-unknown" });
    expect(due("2026-01-01", false, "2026-01-01", null).kind).toBe("not-scheduled");
  });

  it("expects another result at once where the last one decides nothing, whenever treatment started", () => {
    const lastResult = { collectedOn: "2026-05-01", isUnsuppressed: false, isUndecided: true };
    for (const treatmentStartedOn of [null, "2020-01-01"]) {
      const next = nextResultDue({ treatmentStartedOn, lastResult }, DEFAULT_LAB_SCHEDULE, "2026-05-20");
      expect(next).toMatchObject({ kind: "expected", why: "repeat", on: "2026-05-01", state: "due" });
    }
  });

  it("follows the programme's own intervals", () => {
    const months = { routineMonths: [3], thenEveryMonths: 6, repeatAfterMonths: 2 };
    const own = { ...months, daysBefore: 0, daysAfter: 0, pendingWeeks: 8 };
    const next = (lastOn: string) =>
      nextResultDue(
        {
          treatmentStartedOn: "2025-01-15",
          lastResult: { collectedOn: lastOn, isUnsuppressed: false, isUndecided: false },
        },
        own,
        "2025-04-16",
      );
    expect(
      [next("2025-04-14"), next("2025-04-15"), next("2025-10-15")].map((one) => one.kind === "expected" && one.on),
    ).toEqual(["2025-04-15", "2025-10-15", "2026-04-15"]);
    expect(next("2025-04-14")).toMatchObject({ state: "overdue" });
  });
});

describe("labScheduleSchema", () => {
  it("takes the default, and only ascending months", () => {
    expect(labScheduleSchema.parse(DEFAULT_LAB_SCHEDULE)).toEqual(DEFAULT_LAB_SCHEDULE);
    for (const routineMonths of [[], [6, 6], [12, 6], [0], [1.5]]) {
      expect(labScheduleSchema.safeParse({ ...DEFAULT_LAB_SCHEDULE, routineMonths }).success).toBe(false);
    }
    expect(labScheduleSchema.safeParse({ ...DEFAULT_LAB_SCHEDULE, thenEveryMonths: 0 }).success).toBe(false);
  });
});

describe("the start of treatment", () => {
  it.each([
    ["2026-06-01", []],
    ["2026-06-02", ["date-in-future"]],
    ["1987-03-19", []],
    ["1987-03-18", ["before-treatment-existed"]],
  ])("on %s: %j", (date, expected) => {
    expect(
      treatmentStartProblems(treatmentStartSchema.parse({ startedOn: date }), "2026-06-01").map(({ rule }) => rule),
    ).toEqual(expected);
  });

  it("says what is wrong with it", () => {
    expect(treatmentStartProblems({ startedOn: "2026-06-02" }, "2026-06-01")).toEqual([
      { field: "startedOn", rule: "date-in-future", values: { date: "2026-06-02", today: "2026-06-01" } },
    ]);
    expect(treatmentStartProblems({ startedOn: "1980-01-01" }, "2026-06-01")).toEqual([
      { field: "startedOn", rule: "before-treatment-existed", values: { date: "1980-01-01", earliest: "1987-03-19" } },
    ]);
  });

  it("is a real day", () => {
    expect(treatmentStartSchema.safeParse({ startedOn: "2026-02-30" }).success).toBe(false);
  });

  it.each([
    ["2026-03-31", true],
    ["2026-03-30", false],
    ["2025-12-30", false],
  ])("of 2025-12-31: three months by %s is %s", (on, expected) => {
    expect(hasBeenTreatedFor(3, "2025-12-31", on)).toBe(expected);
  });
});
