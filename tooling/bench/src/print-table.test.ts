import { describe, expect, it } from "vitest";
import { type Figure, median, quantile } from "./figure";
import { figureTable, showNumber } from "./print-table";

const FIGURES: readonly Figure[] = [
  { bench: "save", what: "16 clients", value: 402.4, unit: "req/s" },
  { bench: "save", what: "part of the floor", value: 0.6123, unit: "x", aim: { comparison: "at-least", value: 0.5 } },
  { bench: "js", what: "sign-in", value: 180.04, unit: "kB", aim: { comparison: "at-most", value: 175 } },
];

describe("figureTable", () => {
  it("lines the columns up and says which aims are met", () => {
    expect(figureTable(FIGURES)).toBe(
      [
        "| bench | what              | figure | unit  |     aim |         |",
        "|-------|-------------------|-------:|-------|--------:|---------|",
        "| save  | 16 clients        |    402 | req/s |         |         |",
        "| save  | part of the floor |  0.612 | x     | ≥ 0.500 | met     |",
        "| js    | sign-in           |    180 | kB    |   ≤ 175 | NOT MET |",
      ].join("\n"),
    );
  });
});

describe("showNumber", () => {
  it.each([
    [0, "0"],
    [0.05134, "0.0513"],
    [7, "7.00"],
    [51.26, "51.3"],
    [5130.4, "5130"],
    [-0.5, "-0.500"],
  ])("%d is %s", (value, text) => {
    expect(showNumber(value)).toBe(text);
  });
});

describe("order statistics", () => {
  it("finds the middle and the tail", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([quantile(hundred, 0.5), quantile(hundred, 0.95), quantile(hundred, 0.99)]).toEqual([50, 95, 99]);
    expect(quantile([5], 0.99)).toBe(5);
    expect(() => median([])).toThrow(RangeError);
  });
});
