import { describe, expect, it } from "vitest";
import { copiesText, logHistogram, powersOfTen } from "./log-histogram.model";

const bar = (from: number | null, to: number | null, count: number) => ({ from, to, count });

describe("logHistogram", () => {
  it("puts people beyond limits beside the axis", () => {
    const model = logHistogram({ sides: [[bar(null, 2, 10), bar(2, 2.5, 5), bar(2.5, null, 8)]], locale: "en" });
    const [below, middle, above] = model.sides[0] ?? [];
    expect(below).toMatchObject({ x: 0, censored: "below", people: 10 });
    expect(middle).toMatchObject({ censored: null, people: 5 });
    expect(above?.censored).toBe("above");
    expect(model.axis.from).toBeCloseTo(below?.width ?? Number.NaN, 10);
    expect(model.axis.to).toBeCloseTo(above?.x ?? Number.NaN, 10);
    expect((above?.x ?? 0) + (above?.width ?? 0)).toBeCloseTo(100, 10);
    expect([model.below, model.above]).toEqual([true, true]);
  });

  it("draws area, so that a bar joined of two is half as high for the same people", () => {
    const model = logHistogram({ sides: [[bar(2, 3, 10)], [bar(2, 2.5, 10)]], locale: "en" });
    expect(model.sides[0]?.[0]?.height).toBeCloseTo(0.5, 10);
    expect(model.sides[1]?.[0]?.height).toBe(1);
    expect([model.below, model.above]).toEqual([false, false]);
    expect(model.axis).toEqual({ from: 0, to: 100 });
  });

  it("marks whole powers of ten", () => {
    const model = logHistogram({ sides: [[bar(2, 5, 10)]], locale: "en" });
    expect(model.ticks.map(({ text }) => text)).toEqual(["100", "1,000", "10K", "100K"]);
    expect(model.ticks.map(({ x }) => Math.round(x))).toEqual([0, 33, 67, 100]);
    expect(powersOfTen(1.5, 1.9)).toEqual([]);
    expect(copiesText(1, "en")).toBe("10");
  });

  it("is not drawn for nobody, and holds only people below their limits without an axis of numbers", () => {
    expect(logHistogram({ sides: [[], []], locale: "en" }).drawn).toBe(false);
    expect(logHistogram({ sides: [[bar(2, 2.5, 0)]], locale: "en" }).drawn).toBe(false);
    const only = logHistogram({ sides: [[bar(null, null, 12)]], locale: "en" });
    expect(only.drawn).toBe(true);
    expect(only.sides[0]?.[0]).toMatchObject({ x: 0, width: 100, height: 1 });
  });
});
