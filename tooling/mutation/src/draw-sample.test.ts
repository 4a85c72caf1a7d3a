import { describe, expect, it } from "vitest";
import { drawSample } from "./draw-sample";

const mutants = Array.from({ length: 200 }, (_, line) => ({
  fileName: "/source/paired/change.ts",
  location: { start: { line, column: 0 }, end: { line, column: 9 } },
  mutatorName: "EqualityOperator",
  replacement: "a < b",
}));
const sample = { size: 20, seed: 1 };
const linesOf = (drawn: readonly (typeof mutants)[number][]) => drawn.map(({ location }) => location.start.line);

describe("the sample of mutants", () => {
  it("has the size asked for, no mutant twice, and all where there are fewer", () => {
    expect(new Set(drawSample(mutants, sample, "/source")).size).toBe(20);
    expect(drawSample(mutants, { ...sample, size: 1000 }, "/source")).toHaveLength(200);
  });

  it("does not hang on the order of the mutants, on those that came or went, or on where the sources lie", () => {
    const drawn = linesOf(drawSample(mutants, sample, "/source"));
    expect(linesOf(drawSample([...mutants].reverse(), sample, "/source"))).toEqual(drawn);
    const rest = mutants.filter(({ location }) => location.start.line !== drawn[0]);
    expect(linesOf(drawSample(rest, sample, "/source")).slice(0, 19)).toEqual(drawn.slice(1));
    const moved = mutants.map((mutant) => ({ ...mutant, fileName: `/elsewhere${mutant.fileName}` }));
    expect(linesOf(drawSample(moved, sample, "/elsewhere/source"))).toEqual(drawn);
  });

  it("is another with another seed, and grows by whoever comes next when it is larger", () => {
    const drawn = linesOf(drawSample(mutants, sample, "/source"));
    expect(linesOf(drawSample(mutants, { ...sample, seed: 2 }, "/source"))).not.toEqual(drawn);
    expect(linesOf(drawSample(mutants, { ...sample, size: 50 }, "/source")).slice(0, 20)).toEqual(drawn);
  });

  it("tells two mutants of one place apart by what they put there", () => {
    const pair = [...mutants.slice(0, 1), ...mutants.slice(0, 1).map((one) => ({ ...one, replacement: "a >= b" }))];
    const [drawn] = drawSample(pair, { ...sample, size: 1 }, "/source");
    expect(drawSample([...pair].reverse(), { ...sample, size: 1 }, "/source")).toEqual([drawn]);
  });
});
