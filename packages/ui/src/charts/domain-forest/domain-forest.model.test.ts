import { describe, expect, it } from "vitest";
import { type DomainForestRow, domainForestAxis, domainForestStrip } from "./domain-forest.model";

function row(value: number, low: number, high: number, noticeable: number | null = null): DomainForestRow {
  const provenance = { statistic: "paired/paired-change-from-sums", version: 1 };
  const interval = { low, high, level: 0.95 };
  const standardised = {
    kind: "estimate",
    value,
    n: 30,
    interval,
    method: "g-pre",
    standardError: 0.1,
    provenance,
  } as const;
  return { id: "a", name: "A", position: 0, standardised, noticeable };
}
const NONE: DomainForestRow = {
  ...row(0, 0, 0),
  standardised: { kind: "suppressed", rule: "small-count" },
};
const outcome = (...rows: readonly DomainForestRow[]) => ({ id: "o", improvement: "decrease" as const, rows });

describe("one axis for every outcome", () => {
  it("has zero in its middle and never shows less than half a standard deviation either way", () => {
    const axis = domainForestAxis([outcome(row(0.05, -0.02, 0.1))], "en");
    expect(axis.zero).toBe(50);
    expect(axis.ticks.at(0)?.text).toBe("-0.5");
    expect(axis.ticks.at(-1)?.text).toBe("0.5");
    expect(domainForestAxis([outcome(NONE)], "en").zero).toBe(50);
  });

  it("does not follow an outcome that runs away, and says that its interval goes on", () => {
    const far = row(6, -1, 9);
    const axis = domainForestAxis([outcome(far)], "en");
    expect(axis.across(2)).toBe(100);
    expect(domainForestStrip(far, "increase", axis).mark).toMatchObject({ value: 100, high: 100, cutHigh: true });
    expect(domainForestStrip(far, "increase", axis).mark?.cutLow).toBe(false);
  });
});

describe("a row", () => {
  const axis = domainForestAxis([outcome(row(-0.5, -1, 0))], "en");

  it("has better on the right, whichever way the scale runs", () => {
    const fall = domainForestStrip(row(-0.5, -1, 0), "decrease", axis).mark;
    const rise = domainForestStrip(row(0.5, 0, 1), "increase", axis).mark;
    expect(fall).toEqual(rise);
    expect(fall).toEqual({ value: 75, low: 50, high: 100, cutLow: false, cutHigh: false });
    expect(domainForestStrip(row(-0.5, -1, 0), "none", axis).mark).toMatchObject({ value: 25, low: 0, high: 50 });
  });

  it("has the band nobody would notice, and nothing without an estimate", () => {
    expect(domainForestStrip(row(-0.5, -1, 0, 0.2), "decrease", axis).band).toEqual({ from: 40, to: 60 });
    expect(domainForestStrip({ ...NONE, noticeable: 0.2 }, "decrease", axis)).toEqual({ mark: null, band: null });
  });
});
