import { describe, expect, it } from "vitest";
import type { PersonSeries } from "../rows/person-series";
import { type Trajectories, trajectories } from "./trajectories";

function person(row: number, values: readonly (number | null)[]): PersonSeries {
  return {
    ...{ row, cohortId: "a", siteId: "s", volunteerId: null, standing: "active", values },
    states: values.map((value) => (value === null ? "not-measured" : "scored")),
  };
}

function shownMean(mean: Trajectories["means"][number]) {
  return mean?.kind === "estimate" ? mean : null;
}

describe("trajectories", () => {
  it("draws whoever has two scores, in order of the first, and their means with R's interval", () => {
    const found = trajectories(
      [
        person(0, [9, null, 7]),
        person(1, [4, 5, null]),
        person(2, [8, null, null]),
        person(3, [null, 6, 2]),
        person(4, [5, 9, 6]),
      ],
      1,
    );
    expect(found.of).toBe(4);
    expect(found.lines).toEqual([
      [4, 5, null],
      [5, 9, 6],
      [null, 6, 2],
      [9, null, 7],
    ]);
    // R 4.2.2: t.test(c(4, 5, 9)); the person with one score is in none of the means.
    const [first, second, third] = found.means.map(shownMean);
    expect(first?.value).toBe(6);
    expect(first?.n).toBe(3);
    expect(first?.interval.low).toBeCloseTo(-0.572412, 5);
    expect(first?.interval.high).toBeCloseTo(12.572412, 5);
    expect([second?.value, second?.n]).toEqual([20 / 3, 3]);
    expect([third?.value, third?.n]).toEqual([5, 3]);
  });

  it("has no mean of one person, and none without spread", () => {
    expect(trajectories([person(0, [1, 2])], 1).means).toEqual([null, null]);
    expect(trajectories([person(0, [1, 2]), person(1, [1, 4])], 1).means[0]).toBeNull();
    expect(trajectories([], 5)).toEqual({ lines: [], of: 0, means: [] });
  });

  it("takes an even sample of many, first and last included, but the mean of all", () => {
    const people = Array.from({ length: 401 }, (_, at) => person(at, [400 - at, at % 7]));
    const { lines, of, means } = trajectories(people, 5);
    expect([lines.length, of]).toEqual([80, 401]);
    expect([lines[0]?.[0], lines.at(-1)?.[0]]).toEqual([0, 400]);
    const gaps = lines.slice(1).map((line, at) => (line[0] ?? 0) - (lines[at]?.[0] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6);
    expect(shownMean(means[0] ?? null)).toMatchObject({ value: 200, n: 401 });
  });

  it("hides the mean of few people, and says so rather than nothing", () => {
    const people = Array.from({ length: 12 }, (_, at) =>
      person(at, [at, at + 1, at < 5 ? at : null, at < 4 ? at : null]),
    );
    const kinds = (threshold: number) => trajectories(people, threshold).means.map((mean) => mean?.kind);
    expect(kinds(5)).toEqual(["estimate", "estimate", "estimate", "suppressed"]);
    expect(kinds(6)).toEqual(["estimate", "estimate", "suppressed", "suppressed"]);
    expect(kinds(1)).toEqual(["estimate", "estimate", "estimate", "estimate"]);
    const nobody = people.map((one) => ({ ...one, values: [...one.values.slice(0, 3), null] }));
    expect(trajectories(nobody, 5).means[3]).toBeNull();
  });
});
