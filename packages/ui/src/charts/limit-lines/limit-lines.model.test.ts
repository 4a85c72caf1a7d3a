import { describe, expect, it } from "vitest";
import { limitLines } from "./limit-lines.model";

const WAVES = ["Before", "Middle", "After"];
const point = (wave: number, log10: number, kind: "quantified" | "below" | "above" = "quantified") => ({
  wave,
  log10,
  kind,
});
const model = (lines: readonly (readonly ReturnType<typeof point>[])[], thresholds: readonly number[] = []) =>
  limitLines({ waves: WAVES, lines, thresholds, locale: "en" });

describe("limitLines", () => {
  it("keeps limits as limits, and lines that lead to one uncertain", () => {
    const { spots, segments, limits } = model([[point(0, 4), point(1, 3), point(2, 2, "below")]]);
    expect(spots.map(({ kind }) => kind)).toEqual(["quantified", "quantified", "below"]);
    expect(segments.map(({ uncertain }) => uncertain)).toEqual([false, true]);
    expect(limits).toEqual({ below: true, above: false });
    expect(model([[point(0, 7, "above"), point(1, 3)]])).toMatchObject({ limits: { below: false, above: true } });
  });

  it("rises from the lowest whole power of ten, with low values at the bottom", () => {
    const { spots, ticks } = model([[point(0, 5), point(1, 2)]]);
    expect(spots.map(({ y }) => y)).toEqual([0, 100]);
    expect(ticks.map(({ text }) => text)).toEqual(["100", "1,000", "10K", "100K"]);
  });

  it("says where a time was left out, and shows the threshold even when all lie on one side", () => {
    const { segments, thresholds } = model([[point(0, 4), point(2, 4)]], [1000]);
    expect(segments[0]).toMatchObject({ skips: true, uncertain: false });
    expect(thresholds).toEqual([{ y: 100, copies: 1000 }]);
    expect(model([[point(0, 4), point(1, 4)]], [1000]).segments[0]?.skips).toBe(false);
  });

  it("is not drawn for nobody, and spreads times over the width", () => {
    expect(model([]).drawn).toBe(false);
    expect(model([]).times.map(({ x }) => x)).toEqual([4, 50, 96]);
    expect(limitLines({ waves: ["Only"], lines: [], thresholds: [], locale: "en" }).times[0]?.x).toBe(50);
  });
});
