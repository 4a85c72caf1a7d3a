import { describe, expect, it } from "vitest";
import { bandOf, trajectoryDrawing } from "./trajectory.model";

const BANDS = [
  { from: 10, label: "moderate" },
  { from: 0, label: "low" },
  { from: 20, label: "high" },
];
const RANGE = { minimum: 0, maximum: 27 };

describe("trajectoryDrawing", () => {
  it("shows the whole possible range, however little a person moved", () => {
    const drawing = trajectoryDrawing({
      points: [
        { label: "a", day: 0, value: 13 },
        { label: "b", day: 90, value: 14 },
      ],
      range: RANGE,
      bands: BANDS,
    });
    const [first, second] = drawing.spots.map((spot) => spot.y ?? 0);
    const share = ((first ?? 0) - (second ?? 0)) / (drawing.bottom - drawing.top);
    expect(share).toBeCloseTo(1 / 27);
    expect(drawing.paths).toHaveLength(1);
  });

  it("breaks the line where there is no score, and never draws a missing one at zero", () => {
    const values = [3, 5, null, 7, 9];
    const drawing = trajectoryDrawing({
      points: values.map((value, place) => ({ label: String(place), day: 30 * place, value })),
      range: RANGE,
      bands: [],
    });
    expect(drawing.spots[2]?.y).toBeNull();
    expect(drawing.paths).toHaveLength(2);
    expect(drawing.paths.join(" ").match(/[ML]/g)).toEqual(["M", "L", "M", "L"]);
  });

  it("stands times as far apart as they are planned", () => {
    const points = [0, 90, 180, 360].map((day) => ({ label: String(day), day, value: 5 }));
    const xs = trajectoryDrawing({ points, range: RANGE, bands: [] }).spots.map(({ x }) => x);
    const [first = 0, second = 0, third = 0, last = 0] = xs;
    expect(second - first).toBeCloseTo(third - second);
    expect(last - third).toBeCloseTo(2 * (third - second));
  });

  it("fills the plot with the bands, without gap or overlap", () => {
    const { bands, top, bottom } = trajectoryDrawing({
      points: [{ label: "a", day: 0, value: 4 }],
      range: RANGE,
      bands: BANDS,
    });
    expect(bands.map((band) => band.label)).toEqual(["low", "moderate", "high"]);
    expect(bands.reduce((sum, band) => sum + band.height, 0)).toBeCloseTo(bottom - top);
  });

  it("draws without a range, and with nothing scored", () => {
    const drawing = trajectoryDrawing({ points: [{ label: "a", day: 0, value: null }], range: null, bands: [] });
    expect(drawing.paths).toEqual([]);
    expect(drawing.ticks.every((tick) => Number.isFinite(tick.y))).toBe(true);
  });
});

describe("bandOf", () => {
  it.each([
    [0, "low"],
    [9.9, "low"],
    [10, "moderate"],
    [27, "high"],
  ])("%d is %s", (value, label) => {
    expect(bandOf(value, BANDS)?.label).toBe(label);
  });
  it("is null below the first band and without bands", () => {
    expect(bandOf(-1, BANDS)).toBeNull();
    expect(bandOf(3, [])).toBeNull();
  });
});
