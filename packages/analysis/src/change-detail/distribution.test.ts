import { describe, expect, it } from "vitest";
import { distribution } from "./distribution";
import { scoreSteps } from "./score-steps";

const hundred = { minimum: 0, maximum: 100 };
const shape = (values: readonly number[], range: { minimum: number; maximum: number } | null) =>
  distribution({ pre: values, post: values }, range);
const firsts = (values: readonly number[], range = hundred) => shape(values, range).bins.map(({ from }) => from);
/** As many scores as asked for, by a rule. */
const scores = (count: number, of: (at: number) => number) => Array.from({ length: count }, (_, at) => of(at));

describe("distribution", () => {
  it("has a bar for each possible score of a scale that moves by 25, and none beyond 100", () => {
    const { bins, step } = shape(
      scores(40, (at) => 25 * (at % 5)),
      hundred,
    );
    expect(step).toBe(25);
    expect(bins.map(({ from, before }) => [from, before])).toEqual([0, 25, 50, 75, 100].map((from) => [from, 8]));
  });

  it("follows steps of 12.5, also where nobody had one of them", () => {
    const values = scores(40, (at) => 12.5 * (at % 9)).filter((value) => value !== 37.5);
    expect(firsts(values)).toEqual([0, 12.5, 25, 37.5, 50, 62.5, 75, 87.5, 100]);
  });

  it("counts a filled-in score with the nearer step", () => {
    const { bins, n } = shape([...scores(40, (at) => 25 * (at % 5)), 33, 45], hundred);
    expect(bins.map(({ before }) => before)).toEqual([8, 9, 9, 8, 8]);
    expect(n).toBe(42);
  });

  it("puts the same number of possible scores into each bar where they are many, the last not beyond the highest", () => {
    const points = shape(
      scores(200, (at) => (at * 37) % 101),
      hundred,
    );
    expect(points.step).toBe(1);
    expect(points.bins[0]).toMatchObject({ from: 0, to: 7 });
    expect(points.bins.at(-1)).toMatchObject({ from: 98, to: 101 });
    // Thirteen answers of five, stretched to 0-100: 53 possible scores, four in each bar.
    const mean = shape(
      scores(200, (at) => (100 * ((at * 11) % 53)) / 52),
      hundred,
    );
    expect(mean.step).toBeCloseTo(100 / 52, 12);
    expect(mean.bins).toHaveLength(14);
    expect(mean.bins.reduce((sum, { before }) => sum + before, 0)).toBe(200);
  });

  it("does not take two scores at the ends, or everybody at one, for all there are", () => {
    const phq = { minimum: 0, maximum: 27 };
    expect(shape([...scores(40, () => 0), 27], phq)).toMatchObject({ step: 1 });
    expect(shape([...scores(60, () => 0), 3, 5, 6, 7, 27], phq)).toMatchObject({ step: 1 });
    expect(
      shape(
        scores(60, (at) => at % 28),
        phq,
      ).bins,
    ).toHaveLength(14);
  });

  it("draws a measure that moves freely between its ends", () => {
    const { step, bins } = shape(
      scores(60, (at) => 100 * Math.abs(Math.sin(at + 1))),
      hundred,
    );
    expect(step).toBeNull();
    expect(bins.at(-1)?.to).toBe(100);
    expect(bins.reduce((sum, { before }) => sum + before, 0)).toBe(60);
  });

  it("has one bar for one score, and none without people", () => {
    expect(shape([4, 4, 4], null)).toMatchObject({ step: 1, bins: [{ from: 4, to: 5, before: 3, after: 3 }] });
    expect(shape([], hundred)).toMatchObject({ n: 0, bins: [], step: null });
  });
});

describe("scoreSteps", () => {
  it("has none without scores or without a range", () => {
    expect(scoreSteps([], 0, 10)).toBeNull();
    expect(scoreSteps([3], 3, 3)).toBeNull();
  });
});
