import { describe, expect, it } from "vitest";
import { cumulativeCurve } from "./cumulative-curve.model";

const PLAIN = { importantDifference: null, improvement: "increase", locale: "en" } as const;

describe("cumulativeCurve", () => {
  it("climbs only where somebody's change lies, and reaches everybody", () => {
    const { corners, zero } = cumulativeCurve({
      ...PLAIN,
      points: [
        { change: -10, share: 0.25 },
        { change: 10, share: 1 },
      ],
    });
    expect(zero).toBe(50);
    expect(corners).toEqual([
      { x: 0, y: 100 },
      { x: 0, y: 100 },
      { x: 0, y: 75 },
      { x: 100, y: 75 },
      { x: 100, y: 0 },
      { x: 100, y: 0 },
    ]);
  });

  it("shows zero and the band even when everybody changed a lot", () => {
    const model = cumulativeCurve({ ...PLAIN, points: [{ change: 8, share: 1 }], importantDifference: 2 });
    expect(model.zero).toBeGreaterThan(0);
    expect(model.band?.from).toBeLessThan(model.zero);
    expect(model.band?.to).toBeGreaterThan(model.zero);
    expect(model.yTicks.map(({ text }) => text)).toEqual(["0%", "25%", "50%", "75%", "100%"]);
  });

  it("is not drawn for nobody, and knows the better end", () => {
    expect(cumulativeCurve({ ...PLAIN, points: [] }).drawn).toBe(false);
    expect(cumulativeCurve({ ...PLAIN, points: [] }).better).toBe("right");
    expect(cumulativeCurve({ ...PLAIN, points: [], improvement: "decrease" }).better).toBe("left");
    expect(cumulativeCurve({ ...PLAIN, points: [], improvement: "none" }).better).toBeNull();
  });
});
