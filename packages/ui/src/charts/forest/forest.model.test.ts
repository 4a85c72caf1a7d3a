import { describe, expect, it } from "vitest";
import { type ForestRow, forest } from "./forest.model";

function row(id: string, value: number, low: number, high: number): ForestRow {
  const provenance = { statistic: "x", version: 1 };
  const interval = { low, high, level: 0.95 };
  const estimate = { kind: "estimate", value, interval, n: 9, method: "m", standardError: 1, provenance } as const;
  return { id, label: id, estimate, text: id };
}

const HIDDEN: ForestRow = {
  ...{ id: "hidden", label: "hidden", text: "hidden" },
  estimate: { kind: "suppressed", rule: "small-count" },
};
const PLAIN = { importantDifference: null, improvement: "decrease", locale: "en" } as const;

describe("forest", () => {
  it("puts all rows, zero and the band on one axis", () => {
    const model = forest({ ...PLAIN, rows: [row("a", -10, -15, -5), row("b", 2, -1, 5)], importantDifference: 5 });
    const at = (value: number) => model.zero + (value * (100 - model.zero)) / 5;
    const [first, second] = model.rows.map(({ mark }) => mark);
    expect(model.band?.from).toBeCloseTo(at(-5));
    expect(model.band?.to).toBeCloseTo(100);
    expect(first?.value).toBeCloseTo(at(-10));
    expect(first?.low).toBeCloseTo(0);
    expect(first?.high).toBeCloseTo(at(-5));
    expect(second?.high).toBeCloseTo(at(5));
    expect(model.ticks.map(({ text }) => text)).toEqual(["-15", "-10", "-5", "0", "5"]);
  });

  it("shows zero however far away the figures are", () => {
    const far = forest({ ...PLAIN, rows: [row("a", 80, 78, 82)] });
    expect(far.zero).toBeGreaterThanOrEqual(0);
    expect(far.rows[0]?.mark?.low).toBeGreaterThan(far.zero);
    expect(far.band).toBeNull();
  });

  it("draws nothing without an estimate, and lets a hidden one take no part in the axis", () => {
    expect(forest({ ...PLAIN, rows: [] }).drawn).toBe(false);
    expect(forest({ ...PLAIN, rows: [HIDDEN] }).drawn).toBe(false);
    const alone = forest({ ...PLAIN, rows: [row("a", 1, 0, 2)] });
    const both = forest({ ...PLAIN, rows: [row("a", 1, 0, 2), HIDDEN] });
    expect(both.rows[1]?.mark).toBeNull();
    expect(both.rows[0]?.mark).toEqual(alone.rows[0]?.mark);
  });

  it.each([
    ["decrease", "left"],
    ["increase", "right"],
    ["none", null],
  ] as const)("is better, where the scale says %s, at %s", (improvement, better) => {
    expect(forest({ ...PLAIN, rows: [], improvement }).better).toBe(better);
  });
});
