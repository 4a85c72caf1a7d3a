import { describe, expect, it } from "vitest";
import { type PairedHistogramInput, pairedHistogram } from "./paired-histogram.model";

function input(bins: PairedHistogramInput["distribution"]["bins"], step: number | null = 1): PairedHistogramInput {
  return {
    distribution: { bins, step, before: [0, 1, 2], after: [1, 2, 3] },
    locale: "en",
  };
}

describe("pairedHistogram", () => {
  it("gives a person the same height on both occasions", () => {
    const model = pairedHistogram(
      input([
        { from: 0, to: 1, before: 4, after: 0 },
        { from: 1, to: 2, before: 0, after: 1 },
      ]),
    );
    expect(model.before.map(({ height }) => height)).toEqual([1, 0]);
    expect(model.after.map(({ height }) => height)).toEqual([0, 0.25]);
    expect(model.before[1]).toMatchObject({ x: 50, width: 50, people: 0 });
  });

  it("marks a possible score in the middle of its step, and any other at its place", () => {
    const whole = pairedHistogram(
      input([
        { from: 0, to: 2, before: 1, after: 1 },
        { from: 2, to: 4, before: 1, after: 1 },
      ]),
    );
    expect(whole.medians).toEqual({ before: 37.5, after: 62.5 });
    expect(whole.ticks).toEqual([
      { x: 12.5, text: "0" },
      { x: 62.5, text: "2" },
    ]);
    const other = pairedHistogram(input([{ from: 0, to: 2.5, before: 1, after: 1 }], null));
    expect(other.medians).toEqual({ before: 40, after: 80 });
    const quarters = [0, 25, 50, 75, 100].map((from) => ({ from, to: from + 25, before: 1, after: 1 }));
    expect(pairedHistogram(input(quarters, 25)).ticks).toEqual(
      ["0", "25", "50", "75", "100"].map((text, at) => ({ x: 10 + 20 * at, text })),
    );
  });

  it("marks no median where none is known, and writes shares as percent", () => {
    const bins = [0, 1, 2, 3].map((at) => ({ from: at / 4, to: (at + 1) / 4, before: at, after: 1 }));
    const model = pairedHistogram({ distribution: { bins }, locale: "en", unit: "percent" });
    expect(model.medians).toEqual({ before: null, after: null });
    expect(model.ticks.map(({ text }) => text)).toEqual(["0%", "25%", "50%", "75%"]);
    expect(model.ticks.map(({ x }) => x)).toEqual([0, 25, 50, 75]);
  });

  it("labels at most eight of many bars, and draws nothing without any", () => {
    const many = Array.from({ length: 16 }, (_, from) => ({ from, to: from + 1, before: 1, after: 1 }));
    expect(pairedHistogram(input(many)).ticks.map(({ text }) => text)).toEqual([
      "0",
      "2",
      "4",
      "6",
      "8",
      "10",
      "12",
      "14",
    ]);
    expect(pairedHistogram(input([])).drawn).toBe(false);
    expect(pairedHistogram(input([{ from: 0, to: 1, before: 0, after: 0 }])).before[0]?.height).toBe(0);
  });
});
