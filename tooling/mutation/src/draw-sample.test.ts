import { describe, expect, it } from "vitest";
import { drawSample } from "./draw-sample.mjs";

const mutant = (folder: string, line: number) => ({
  fileName: `/source/${folder}/file.ts`,
  location: { start: { line, column: 0 }, end: { line, column: 9 } },
  mutatorName: "EqualityOperator",
  replacement: "a < b",
});
const large = Array.from({ length: 200 }, (_, line) => mutant("large", line));
const small = Array.from({ length: 3 }, (_, line) => mutant("small", line));
const sample = { root: "/source", size: 20, seed: 1 };
const linesOf = (drawn: readonly ReturnType<typeof mutant>[]) => drawn.map(({ location }) => location.start.line);

describe("the sample of mutants", () => {
  it("takes the same number from each folder, and all where there are fewer", () => {
    const drawn = drawSample([...large, ...small], sample);
    expect(drawn.filter(({ fileName }) => fileName.includes("/large/"))).toHaveLength(20);
    expect(new Set(linesOf(drawn.filter(({ fileName }) => fileName.includes("/small/"))))).toEqual(new Set([0, 1, 2]));
  });

  it("does not hang on the other folders, on the order of the mutants or on where the sources lie", () => {
    const drawn = linesOf(drawSample(large, sample));
    expect(linesOf(drawSample([...small, ...large].reverse(), sample).filter((one) => large.includes(one)))).toEqual(
      drawn,
    );
    const moved = large.map((one) => ({ ...one, fileName: `/elsewhere${one.fileName}` }));
    expect(linesOf(drawSample(moved, { ...sample, root: "/elsewhere/source" }))).toEqual(drawn);
  });

  it("is another with another seed, and grows by whoever comes next when it is larger", () => {
    const drawn = linesOf(drawSample(large, sample));
    expect(linesOf(drawSample(large, { ...sample, seed: 2 }))).not.toEqual(drawn);
    expect(linesOf(drawSample(large, { ...sample, size: 50 })).slice(0, 20)).toEqual(drawn);
  });

  it("tells two mutants of one place apart by what they put there", () => {
    const pair = [mutant("large", 1), { ...mutant("large", 1), replacement: "a >= b" }];
    expect(drawSample(pair, { ...sample, size: 1 })).toHaveLength(1);
    expect(drawSample([...pair].reverse(), { ...sample, size: 1 })).toEqual(drawSample(pair, { ...sample, size: 1 }));
  });
});
