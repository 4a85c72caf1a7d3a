import { describe, expect, it } from "vitest";
import type { PersonSeries } from "../rows/person-series";
import { trajectories } from "./trajectories";

function person(row: number, values: readonly (number | null)[]): PersonSeries {
  return {
    ...{ row, cohortId: "a", siteId: "s", volunteerId: null, standing: "active", values },
    states: values.map((value) => (value === null ? "not-measured" : "scored")),
  };
}

describe("trajectories", () => {
  it("draws whoever has two scores, in order of the first, and their means with R's interval", () => {
    const found = trajectories([
      person(0, [9, null, 7]),
      person(1, [4, 5, null]),
      person(2, [8, null, null]),
      person(3, [null, 6, 2]),
      person(4, [5, 9, 6]),
    ]);
    expect(found.of).toBe(4);
    expect(found.lines).toEqual([
      [4, 5, null],
      [5, 9, 6],
      [null, 6, 2],
      [9, null, 7],
    ]);
    // R 4.2.2: t.test(c(4, 5, 9)); the person with one score is in none of the means.
    const [first, second, third] = found.means;
    expect(first?.value).toBe(6);
    expect(first?.n).toBe(3);
    expect(first?.interval.low).toBeCloseTo(-0.572412, 5);
    expect(first?.interval.high).toBeCloseTo(12.572412, 5);
    expect([second?.value, second?.n]).toEqual([20 / 3, 3]);
    expect([third?.value, third?.n]).toEqual([5, 3]);
  });

  it("has no mean of one person, and none without spread", () => {
    expect(trajectories([person(0, [1, 2])]).means).toEqual([null, null]);
    expect(trajectories([person(0, [1, 2]), person(1, [1, 4])]).means[0]).toBeNull();
    expect(trajectories([])).toEqual({ lines: [], of: 0, means: [] });
  });

  it("takes an even sample of many, first and last included, but the mean of all", () => {
    const people = Array.from({ length: 401 }, (_, at) => person(at, [400 - at, at % 7]));
    const { lines, of, means } = trajectories(people);
    expect([lines.length, of]).toEqual([80, 401]);
    expect([lines[0]?.[0], lines.at(-1)?.[0]]).toEqual([0, 400]);
    const gaps = lines.slice(1).map((line, at) => (line[0] ?? 0) - (lines[at]?.[0] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6);
    expect([means[0]?.value, means[0]?.n]).toEqual([200, 401]);
  });
});
