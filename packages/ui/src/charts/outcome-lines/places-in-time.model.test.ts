import { describe, expect, it } from "vitest";
import { placesInTime } from "./places-in-time.model";

function expectPlaces(days: readonly number[], wanted: readonly number[]) {
  const places = placesInTime(days);
  expect(places).toHaveLength(wanted.length);
  wanted.forEach((place, at) => {
    expect(places[at]).toBeCloseTo(place, 12);
  });
}

describe("placesInTime", () => {
  it("stands days as far apart as they are", () => {
    expectPlaces([0, 90, 180, 360], [0, 0.25, 0.5, 1]);
    expectPlaces([30, 60], [0, 1]);
    expectPlaces([0, 90, 180, 365], [0, 90 / 365, 180 / 365, 1]);
  });

  it("keeps days apart that would stand on each other, in order and within the width", () => {
    // A gap of a hundredth gets .12; the other keeps what is left.
    expectPlaces([0, 1, 100], [0, 0.12, 1]);
    const close = placesInTime([0, 1, 2, 365, 728]);
    close.slice(1).forEach((place, at) => {
      expect(place - (close[at] ?? 0)).toBeGreaterThanOrEqual(0.12 - 1e-12);
    });
    expect(close.at(-1)).toBeCloseTo(1, 12);
    // Two gaps of a year stay alike.
    expect((close[4] ?? 0) - (close[3] ?? 0)).toBeCloseTo((close[3] ?? 0) - (close[2] ?? 0), 12);
  });

  it("spaces alike what has the same day, and what is more than can be kept apart", () => {
    expectPlaces([5, 5, 5], [0, 0.5, 1]);
    const many = placesInTime(Array.from({ length: 30 }, (_, at) => at * at));
    expect(many.at(-1)).toBeCloseTo(1, 12);
    expect(many.every((place, at) => at === 0 || place > (many[at - 1] ?? 0))).toBe(true);
  });

  it("puts a single day in the middle, and none nowhere", () => {
    expect(placesInTime([7])).toEqual([0.5]);
    expect(placesInTime([])).toEqual([]);
  });
});
