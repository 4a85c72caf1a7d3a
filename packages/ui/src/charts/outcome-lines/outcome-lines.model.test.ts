import type { WaveMean } from "@alongside/analysis/change/wave-means";
import { describe, expect, it } from "vitest";
import { type OutcomeLinesInput, outcomeLines } from "./outcome-lines.model";
import { type OutcomeWords, outcomeSummary } from "./outcome-summary.model";

const TIMEPOINTS = ["Baseline", "Month 6", "Month 12"].map((label, index) => ({
  ...{ id: `t${index}`, label, targetDay: 180 * index },
}));

function estimated(timepoint: number, value: number, half: number, basis: WaveMean["basis"] = "measured"): WaveMean {
  return {
    timepointId: `t${timepoint}`,
    measured: { kind: "exact", n: 20 },
    basis,
    mean: {
      kind: "estimate",
      value,
      interval: { low: value - half, high: value + half, level: 0.95 },
      n: 20,
      method: "mean-t",
      standardError: half / 2,
      provenance: { statistic: "descriptive/mean-from-sums", version: 1 },
    },
  };
}

function hidden(timepoint: number): WaveMean {
  return {
    timepointId: `t${timepoint}`,
    measured: { kind: "hidden", below: 5 },
    basis: "measured",
    mean: { kind: "suppressed", rule: "small-count" },
  };
}

function input(series: readonly (readonly WaveMean[])[], rest: Partial<OutcomeLinesInput> = {}): OutcomeLinesInput {
  return {
    timepoints: TIMEPOINTS,
    series: series.map((waves, index) => ({ id: `c${index}`, name: `Cohort ${index}`, position: index, waves })),
    range: { minimum: 0, maximum: 27 },
    improvement: "decrease",
    importantDifference: null,
    width: 480,
    height: 250,
    locale: "en",
    ...rest,
  };
}

const WORDS: OutcomeWords = {
  cohort: ({ name, waves }) => `${name}: ${waves}.`,
  wave: ({ timepoint, mean, low, high, n }) => `${timepoint} ${mean} (${low} to ${high}, n ${n})`,
  withoutMean: ({ timepoint }) => `${timepoint} none`,
  separator: "; ",
};

describe("outcomeLines", () => {
  it("puts higher scores higher, inside the plot, with the interval around the mean", () => {
    const model = outcomeLines(input([[estimated(0, 14, 2), estimated(1, 9, 2), estimated(2, 8, 3)]]));
    const [first, second, third] = model.lines[0]?.points ?? [];
    if (!first || !second || !third) throw new Error("points are missing");
    expect(first.y).toBeLessThan(second.y);
    expect(first.x).toBeLessThan(second.x);
    for (const { x, y, top, bottom } of [first, second, third]) {
      expect(top).toBeLessThan(y);
      expect(bottom).toBeGreaterThan(y);
      expect(top).toBeGreaterThanOrEqual(model.plot.top);
      expect(bottom).toBeLessThanOrEqual(model.plot.bottom);
      expect(x).toBeGreaterThan(model.plot.left);
      expect(x).toBeLessThan(model.plot.right);
    }
    expect(model.better).toBe("down");
    expect(model.drawn).toBe(true);
  });

  it("breaks the line at a hidden wave, and lets it touch neither scale nor label", () => {
    const shown = [estimated(0, 14, 2), estimated(2, 8, 2)];
    const model = outcomeLines(input([[...shown, hidden(1)]]));
    expect(model.lines[0]?.segments.map((points) => points.map((point) => point.timepointId))).toEqual([
      ["t0"],
      ["t2"],
    ]);
    expect(model).toEqual(outcomeLines(input([shown])));
  });

  it("leaves out a time at which nobody was measured before one at which somebody was, and keeps what is to come", () => {
    const nobody = (timepoint: number): WaveMean => ({
      ...estimated(timepoint, 0, 0),
      measured: { kind: "exact", n: 0 },
      mean: { kind: "insufficient-data", reason: "too-few", needed: 2, had: 0 },
    });
    const model = outcomeLines(input([[estimated(0, 14, 2), nobody(1), estimated(2, 8, 2)]]));
    expect(model.xTicks.map(({ text }) => text)).toEqual(["Baseline", "Month 12"]);
    expect(model.lines[0]?.segments).toHaveLength(1);
    const some = outcomeLines(input([[estimated(0, 14, 2), nobody(1), estimated(2, 8, 2)], [hidden(1)]]));
    expect(some.xTicks).toHaveLength(3);
    const early = outcomeLines(input([[estimated(0, 14, 2), nobody(1), nobody(2)]]));
    expect(early.xTicks).toHaveLength(3);
  });

  it("without a range shows a window of a fifth of the scores, not down to where nobody is", () => {
    const model = outcomeLines(input([[estimated(0, 81, 2), estimated(2, 86, 3)]], { range: null }));
    const [first, last] = model.lines[0]?.points ?? [];
    expect((first?.y ?? 0) - (last?.y ?? 0)).toBeGreaterThan(0.2 * (model.plot.bottom - model.plot.top));
    expect(model.yTicks.map(({ text }) => text)).toEqual(["75", "80", "85", "90", "95"]);
  });

  it("draws nothing where nobody has a mean, and keeps other cohorts where they are", () => {
    expect(outcomeLines(input([[hidden(0)], []])).drawn).toBe(false);
    const both = outcomeLines(input([[estimated(0, 14, 2)], [hidden(0)]]));
    expect(both.lines[1]).toMatchObject({ points: [], segments: [], label: null });
    expect(both.lines[0]?.label).not.toBeNull();
  });

  it("keeps two cohorts with the same means apart, points and names", () => {
    const same = [estimated(0, 14, 2), estimated(1, 9, 2)];
    const [a, b] = outcomeLines(input([same, same])).lines;
    expect((b?.points[0]?.x ?? 0) - (a?.points[0]?.x ?? 0)).toBeGreaterThanOrEqual(8);
    expect(Math.abs((b?.label?.y ?? 0) - (a?.label?.y ?? 0))).toBeGreaterThanOrEqual(14);
  });

  it("ends an interval where the possible scores end", () => {
    const model = outcomeLines(input([[estimated(0, 1, 4), estimated(1, 26, 4)]]));
    const [low, high] = model.lines[0]?.points ?? [];
    expect(low?.bottom).toBe(model.plot.bottom);
    expect(high?.top).toBe(model.plot.top);
    expect(low?.low).toBe(-3);
  });

  it("draws the smallest change people notice as long as it is on the scale", () => {
    const model = outcomeLines(input([[estimated(0, 14, 2), estimated(1, 9, 2)]], { importantDifference: 5 }));
    const [first, second] = model.lines[0]?.points ?? [];
    const bar = model.importantBar;
    expect((bar?.bottom ?? 0) - (bar?.top ?? 0)).toBeCloseTo((second?.y ?? 0) - (first?.y ?? 0), 9);
  });

  it("marks a mean of only those with both scores", () => {
    const model = outcomeLines(input([[estimated(0, 14, 2, "paired"), estimated(1, 9, 2)]]));
    expect(model.lines[0]?.points.map((point) => point.pairedOnly)).toEqual([true, false]);
  });

  it("never cuts a name: one that does not fit beside its line sends all of them to the key", () => {
    const given = input([[estimated(0, 14, 2)], [estimated(0, 9, 2)]], { width: 520 });
    const series = given.series.map((one, index) => (index === 0 ? { ...one, name: "Peer support by visit" } : one));
    const model = outcomeLines({ ...given, series });
    expect(model.namesBeside).toBe(false);
    expect(model.lines.map((line) => line.label)).toEqual([null, null]);
    expect(outcomeLines(given).lines.map((line) => line.label?.text)).toEqual(["Cohort 0", "Cohort 1"]);
  });

  it("stands times as far apart as their days, and shortens a name to the room that leaves", () => {
    const days = [0, 90, 180, 360];
    const named = (label: string) => days.map((targetDay) => ({ id: `t${targetDay}`, label, targetDay }));
    const at = (label: string) => {
      const given = input([[estimated(0, 14, 2)]], { width: 480 });
      return outcomeLines({ ...given, timepoints: named(label) }).xTicks;
    };
    const [first = 0, second = 0, third = 0, last = 0] = at("T").map(({ x }) => x);
    expect(second - first).toBeCloseTo(third - second);
    expect(last - third).toBeCloseTo(2 * (third - second));
    // In two rows the first and the third are half the plot apart, which the name is not.
    const names = at("A name of some length").map(({ text, row }) => [row, text.endsWith("…")]);
    expect(names.map(([row]) => row)).toEqual([0, 1, 0, 1]);
  });

  it("shortens times that do not fit, and no others", () => {
    const given = input([[estimated(0, 14, 2)]], { width: 300 });
    const timepoints = given.timepoints.map((one, index) =>
      index === 1 ? { ...one, label: "End of a long course of support by people who live with it" } : one,
    );
    const texts = outcomeLines({ ...given, timepoints }).xTicks.map(({ text }) => text);
    expect(texts[0]).toBe(given.timepoints[0]?.label);
    expect(texts[1]).toMatch(/^End.*…$/);
  });

  it("puts every other time a row lower where they would run together, and keeps them apart within a row", () => {
    const labels = ["Before treatment", "2 months", "3 months", "5 months", "8 months"];
    const timepoints = labels.map((label, index) => ({ id: `t${index}`, label, targetDay: 60 * index }));
    const narrow = outcomeLines({ ...input([[estimated(0, 14, 2)]], { width: 300 }), timepoints }).xTicks;
    expect(narrow.map(({ row }) => row)).toEqual([0, 1, 0, 1, 0]);
    expect(narrow.map(({ text }) => text).slice(1)).toEqual(labels.slice(1));
    const wide = outcomeLines({ ...input([[estimated(0, 14, 2)]], { width: 1200 }), timepoints }).xTicks;
    expect(wide.map(({ row, text }) => [row, text])).toEqual(labels.map((label) => [0, label]));
  });

  it("names the lines in a key where there is no room beside them, and uses the room", () => {
    const series = [[estimated(0, 14, 2), estimated(1, 9, 2)]];
    const [wide, narrow] = [outcomeLines(input(series)), outcomeLines(input(series, { width: 300 }))];
    expect([wide.namesBeside, narrow.namesBeside]).toEqual([true, false]);
    expect(narrow.lines[0]?.label).toBeNull();
    expect(narrow.plot.right).toBeGreaterThan(290);
  });

  it("has no arrow for a measure without a better end", () => {
    expect(outcomeLines(input([[estimated(0, 14, 2)]], { improvement: "none" })).better).toBeNull();
  });
});

describe("outcomeSummary", () => {
  it("says every point the chart draws, and every one it cannot draw", () => {
    const given = input([[estimated(0, 14.126, 2), hidden(1)], [estimated(2, -1, 0.5)]]);
    expect(outcomeSummary(given, WORDS)).toBe(
      "Cohort 0: Baseline 14.13 (12.13 to 16.13, n 20); Month 6 none; Month 12 none. " +
        "Cohort 1: Baseline none; Month 6 none; Month 12 -1.00 (-1.50 to -0.50, n 20).",
    );
  });
});
