import { describe, expect, it } from "vitest";
import { type CoursePoint, courseDrawing } from "./result-course.model";

const point = (day: number, reading: CoursePoint["reading"]): CoursePoint => ({ day, label: `day ${day}`, reading });
const number = (day: number, value: number) => point(day, { kind: "number", value });

describe("courseDrawing", () => {
  it("places days in proportion, higher values higher", () => {
    const { marks } = courseDrawing({
      points: [number(0, 100), number(30, 1000), number(90, 10)],
      scale: "log",
      threshold: null,
    });
    const [first, second, third] = marks;
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(((third?.x ?? 0) - (first?.x ?? 0)) / 3);
    expect(second?.y).toBeLessThan(first?.y ?? 0);
    expect(third?.y).toBeGreaterThan(first?.y ?? 0);
  });

  it("counts whole powers of ten on a logarithmic axis, the threshold among them", () => {
    const { ticks, threshold } = courseDrawing({
      points: [number(0, 45), number(9, 30_000)],
      scale: "log",
      threshold: 1000,
    });
    expect(ticks.map(({ value }) => Math.round(value))).toEqual([10, 100, 1000, 10_000, 100_000]);
    expect(threshold).toBeCloseTo(ticks[2]?.y ?? 0);
  });

  it("draws a limit at the limit, and what leads there as unsure", () => {
    const { marks, paths } = courseDrawing({
      points: [number(0, 20), point(10, { kind: "below", limit: 20 }), number(20, 20)],
      scale: "log",
      threshold: null,
    });
    expect(marks.map(({ kind }) => kind)).toEqual(["number", "below", "number"]);
    expect(marks[1]?.y).toBe(marks[0]?.y);
    expect(paths.map(({ certain }) => certain)).toEqual([false, false]);
  });

  it("passes over what has no result", () => {
    const { marks, paths, bottom } = courseDrawing({
      points: [number(0, 300), point(5, { kind: "none" }), number(9, 400)],
      scale: "linear",
      threshold: null,
    });
    expect(marks[1]).toMatchObject({ kind: "none", y: bottom - 6 });
    expect(paths).toHaveLength(1);
    expect(paths[0]?.certain).toBe(true);
  });

  it.each([
    { points: [] },
    { points: [number(3, 70)] },
    { points: [point(3, { kind: "none" })] },
    { points: [number(3, 70), number(3, 70)] },
  ])("has finite places whatever there is: $points.length", ({ points }) => {
    const { marks, ticks, ends } = courseDrawing({ points, scale: "linear", threshold: null });
    expect(marks.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(ticks.every(({ y }) => Number.isFinite(y))).toBe(true);
    expect(ends).toHaveLength(Math.min(points.length, 2));
  });
});
