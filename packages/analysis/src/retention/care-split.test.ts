import { describe, expect, it } from "vitest";
import { type CareSplit, careSplit, maySplit } from "./care-split";
import type { RetentionPerson } from "./retention-person";

const person = (seen: readonly number[], more: Partial<RetentionPerson> = {}): RetentionPerson => ({
  ...{ cohortId: "one", days: 200, status: "active", seen, loggedFrom: -10 },
  ...more,
});
const split = (seen: number, interrupted: number, unknown = 0): CareSplit => ({
  ...{ seen, interrupted, unknown, share: null },
});

describe("careSplit", () => {
  it("counts whoever was seen within 28 days as in care, and takes them back when they come again", () => {
    const comesAgain = person([5, 100]);
    const at = (day: number) => careSplit([comesAgain], day);
    expect([28, 29, 33, 34, 99, 100, 128, 129].map((day) => at(day).seen)).toEqual([1, 1, 1, 0, 0, 1, 1, 0]);
    expect(at(34).interrupted).toBe(1);
  });

  it("knows of nobody who was not seen before contacts were logged, and follows nobody who has gone", () => {
    const people = [
      person([90], { loggedFrom: 80 }),
      person([], { loggedFrom: 80 }),
      person([], { loggedFrom: null }),
      person([], { days: 60, status: "lost" }),
    ];
    expect(careSplit(people, 90)).toMatchObject({ seen: 1, interrupted: 0, unknown: 2 });
    expect(careSplit(people, 108)).toMatchObject({ seen: 1, interrupted: 1, unknown: 1 });
    expect(careSplit(people, 59)).toMatchObject({ seen: 0, interrupted: 1, unknown: 3 });
    expect(careSplit([], 59).share).toBeNull();
  });

  it("gives the share of those known with the limits of prop.test", () => {
    const people = [
      ...Array.from({ length: 34 }, () => person([55])),
      ...Array.from({ length: 26 }, () => person([])),
      ...Array.from({ length: 9 }, () => person([], { loggedFrom: 50 })),
    ];
    // R 4.2.2: prop.test(34, 60, correct = FALSE)
    expect(careSplit(people, 60)).toMatchObject({ seen: 34, interrupted: 26, unknown: 9 });
    expect(careSplit(people, 60).share?.value).toBeCloseTo(34 / 60, 12);
    expect(careSplit(people, 60).share?.interval.low).toBeCloseTo(0.44103438776126, 9);
    expect(careSplit(people, 60).share?.interval.high).toBeCloseTo(0.68427603195313, 9);
  });
});

describe("maySplit", () => {
  it("tells parts of nobody or of enough people, and everybody only of twenty", () => {
    expect(maySplit(split(10, 5), null, 5)).toBe(true);
    expect(maySplit(split(10, 4), null, 5)).toBe(false);
    expect(maySplit(split(10, 5, 1), null, 5)).toBe(false);
    expect(maySplit(split(19, 0), null, 5)).toBe(false);
    expect(maySplit(split(20, 0), null, 5)).toBe(true);
    expect(maySplit(split(10, 1), null, 1)).toBe(true);
  });

  it("does not tell of few who became known since the split before", () => {
    expect(maySplit(split(20, 20, 8), split(20, 20, 10), 5)).toBe(false);
    expect(maySplit(split(20, 20, 5), split(20, 20, 10), 5)).toBe(true);
  });
});
