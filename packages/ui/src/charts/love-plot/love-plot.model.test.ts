import { describe, expect, it } from "vitest";
import { lovePlot } from "./love-plot.model";

const row = (id: string, before: number | null, after: number | null) => ({ id, label: id, before, after });

describe("lovePlot", () => {
  it("draws the size of a difference, whichever way it goes, on one axis", () => {
    const model = lovePlot([row("a", -0.2, 0.05), row("b", 0.1, null)]);
    expect(model.rows.map(({ beforeX, afterX }) => [beforeX, afterX])).toEqual([
      [50, 12.5],
      [25, null],
    ]);
    expect(model.limit).toBe(25);
    expect(model.ticks.map(({ value }) => value)).toEqual([0, 0.1, 0.2, 0.30000000000000004, 0.4]);
  });

  it("reaches as far as the largest difference", () => {
    const model = lovePlot([row("a", 1.31, 0)]);
    expect(model.ticks.at(-1)?.value).toBeCloseTo(1.4);
    expect(model.rows[0]?.beforeX).toBeLessThan(100);
  });

  it("is not drawn without any difference to draw", () => {
    expect(lovePlot([]).drawn).toBe(false);
    expect(lovePlot([row("a", null, null)]).drawn).toBe(false);
  });
});
