import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forestChart } from "./forest-chart";

const words = { axis: "Change", lower: "lower", higher: "higher" };
const row = (value: number, low: number, high: number, name = "Mood") => ({ name, figure: "1", value, low, high });

describe("forestChart", () => {
  it("draws a mark and an interval for each row, and says their words", () => {
    const svg = forestChart({ language: "en", words, rows: [row(-0.5, -0.8, -0.2), row(0.1, -0.2, 0.4, "A & <b>")] });
    expect(svg.match(/<rect /g)).toHaveLength(3);
    expect(svg).toContain("A &amp; &lt;b&gt;");
  });

  it("keeps every mark inside the picture, whatever the figures", () => {
    const figure = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, figure, figure), { minLength: 1, maxLength: 8 }), (rows) => {
        const sorted = rows.map((one) => one.toSorted((a, b) => a - b));
        const svg = forestChart({
          ...{ language: "zh", words },
          rows: sorted.map(([low = 0, value = 0, high = 0]) => row(value, low, high)),
        });
        const places = [...svg.matchAll(/ x[12]?="([^"]*)"/g)].map(([, at]) => Number(at));
        for (const at of places) expect(at >= 0 && at <= 720).toBe(true);
      }),
    );
  });
});
