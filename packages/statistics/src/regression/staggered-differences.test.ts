import { describe, expect, it } from "vitest";
import fixtures from "./regression.fixtures.json";
import { type PanelPerson, staggeredDifferences } from "./staggered-differences";

const person = (start: number | null, ...outcomes: (number | null)[]): PanelPerson => ({
  start,
  outcomes: new Map(outcomes.flatMap((value, period) => (value === null ? [] : [[period, value] as const]))),
});

describe("staggeredDifferences", () => {
  it("is the difference of changes with Welch's error when all start together (the girls' weights)", () => {
    const { id, y, post, trt } = fixtures.did;
    const people = [...new Set(id)].map((one): PanelPerson => {
      const rows = id.flatMap((other, row) => (other === one ? [row] : []));
      const outcomes = new Map(rows.map((row) => [post[row] ?? 0, y[row] ?? 0]));
      return { start: trt[rows[0] ?? 0] === 1 ? 1 : null, outcomes };
    });
    const { cells, overall } = staggeredDifferences(people);
    expect(cells).toHaveLength(1);
    expect(cells[0]).toMatchObject({ start: 1, period: 1, treated: 17, controls: 26 });
    if (overall.kind !== "estimate" || cells[0]?.estimate.kind !== "estimate") throw new Error("no estimate");
    expect(overall.value).toBeCloseTo(fixtures.did.value, 10);
    expect(overall.standardError).toBeCloseTo(fixtures.did.error, 10);
    expect(cells[0].estimate.standardError).toBeCloseTo(fixtures.did.error, 10);
    expect(overall.test?.statistic).toBeCloseTo(fixtures.did.value / fixtures.did.error, 9);
    expect(overall.interval.low).toBeCloseTo(fixtures.did.value - 1.959963984540054 * fixtures.did.error, 9);
    expect(overall.interval.high).toBeCloseTo(fixtures.did.value + 1.959963984540054 * fixtures.did.error, 9);
  });

  const panel = [
    person(1, 10, 14, 15),
    person(1, 12, 15, 18),
    person(2, 9, 10, 16),
    person(2, 11, 13, 17),
    person(null, 10, 11, 12),
    person(null, 8, 10, 10),
  ];

  it("compares with those who have not started yet", () => {
    const { cells, overall } = staggeredDifferences(panel);
    const figures = cells.map(({ start, period, treated, controls, estimate }) => [
      start,
      period,
      treated,
      controls,
      estimate.kind === "estimate" ? estimate.value : estimate.kind,
    ]);
    // By hand: changes 0 to 1 of those who start at 1 are 4, 3; of the four others 1, 2, 1, 2.
    // 0 to 2: 5, 6 against the never started 2, 2. Start at 2, from 1: 6, 4 against 1, 0; and backwards -1, -2 against -1, -2.
    expect(figures).toEqual([
      [1, 1, 2, 4, 2],
      [1, 2, 2, 2, 3.5],
      [2, 0, 2, 2, 0],
      [2, 2, 2, 2, 4.5],
    ]);
    // The three cells since a start have two people each.
    expect(overall.kind === "estimate" && overall.value).toBeCloseTo((2 + 3.5 + 4.5) / 3, 12);
    const first = cells[0]?.estimate;
    // Variances of the changes 1/2 and 1/3, of 2 and 4 people.
    expect(first?.kind === "estimate" && first.standardError).toBeCloseTo(Math.sqrt(0.5 / 2 + 1 / 3 / 4), 12);
  });

  it("adds up people of a cluster before squaring", () => {
    const clustered = panel.map((one, index) => ({ ...one, cluster: index % 2 === 0 ? "a" : "b" }));
    const [first] = staggeredDifferences(clustered).cells;
    // Influences +-0.5 / sqrt 2 of the treated, and 0.5 / sqrt 12 with signs -, +, -, + of the others, by cluster.
    const one = 0.5 / Math.sqrt(2) + 1 / Math.sqrt(12);
    expect(first?.estimate.kind === "estimate" && first.estimate.standardError).toBeCloseTo(Math.SQRT2 * one, 12);
  });

  it("leaves out who was not measured, and says where too few are left", () => {
    const holes = [person(1, 10, null, 15), ...panel.slice(1)];
    const { cells } = staggeredDifferences(holes);
    expect(cells[0]).toMatchObject({
      treated: 1,
      estimate: { kind: "insufficient-data", reason: "too-few", needed: 2, had: 1 },
    });
    expect(cells[1]?.estimate.kind).toBe("estimate");
  });

  it("has nothing to say without a period before, a start, or spread", () => {
    expect(staggeredDifferences([]).overall).toMatchObject({ reason: "no-events", had: 0 });
    expect(staggeredDifferences([person(0, 1, 2), person(null, 1, 2)])).toMatchObject({
      cells: [],
      overall: { reason: "no-events" },
    });
    const flat = [person(1, 1, 2), person(1, 2, 3), person(null, 1, 1), person(null, 3, 3)];
    expect(staggeredDifferences(flat).overall).toMatchObject({ reason: "no-spread" });
    expect(staggeredDifferences([person(1, Number.NaN)])).toMatchObject({
      cells: [],
      overall: { reason: "not-finite" },
    });
  });
});
