import { describe, expect, it } from "vitest";
import { advance, createMrg32k3a, type Mrg32k3aSeed, normalDraw, substream } from "./mrg32k3a";

const SEED: Mrg32k3aSeed = [12345, 12345, 12345, 12345, 12345, 12345];

describe("MRG32k3a", () => {
  it("gives the published numbers, and R's", () => {
    const stream = createMrg32k3a(SEED);
    const drawn = Array.from({ length: 1000 }, () => stream.uniform());
    expect(drawn.slice(0, 4)).toEqual([
      0.12701112204657714, 0.3185275653967945, 0.3091860155832701, 0.8258468629271136,
    ]);
    expect(drawn[999]).toBe(0.9860784868021323);
    expect(drawn.reduce((sum, value) => sum + value, 0)).toBeCloseTo(490.9254839800999, 10);
  });

  it("draws whole numbers and normal values from one number each", () => {
    const stream = createMrg32k3a(SEED);
    expect(Array.from({ length: 10 }, () => stream.below(20))).toEqual([2, 6, 6, 16, 4, 10, 9, 7, 2, 15]);
    expect(normalDraw(createMrg32k3a(SEED))).toBeCloseTo(-1.140634043722238, 12);
    const again = createMrg32k3a(stream.state());
    expect([again.uniform(), again.uniform()]).toEqual([stream.uniform(), stream.uniform()]);
  });

  it("jumps to streams that do not overlap, as R's parallel package does", () => {
    expect(substream(SEED, 0)).toEqual(SEED);
    expect(substream(SEED, 1)).toEqual([870504860, 2641697727, 884013853, 339352413, 2374306706, 3651603887]);
    expect(substream(SEED, 5)).toEqual(substream(substream(SEED, 2), 3));
  });

  it("refuses what is not a seed or a stream", () => {
    expect(() => createMrg32k3a([0, 0, 0, 1, 1, 1])).toThrow(RangeError);
    expect(() => createMrg32k3a([1, 1, 1, 0, 0, 0])).toThrow(RangeError);
    expect(() => createMrg32k3a([4294967087, 1, 1, 1, 1, 1])).toThrow(RangeError);
    expect(() => createMrg32k3a([1, 1, 1, 4294944443, 1, 1])).toThrow(RangeError);
    expect(() => createMrg32k3a([-1, 1, 1, 1, 1, 1])).toThrow(RangeError);
    expect(() => createMrg32k3a([0.5, 1, 1, 1, 1, 1])).toThrow(RangeError);
    expect(() => substream(SEED, -1)).toThrow(RangeError);
    expect(() => substream(SEED, 1.5)).toThrow(RangeError);
    expect(() => substream([0, 0, 0, 0, 0, 0], 1)).toThrow(RangeError);
    expect(createMrg32k3a([4294967086, 0, 0, 0, 0, 4294944442]).uniform()).toBeGreaterThan(0);
  });
});

describe("advance", () => {
  it("goes on where drawing would have led", () => {
    const seed = [12345, 12345, 12345, 12345, 12345, 12345] as const;
    const stream = createMrg32k3a(seed);
    for (let drawn = 0; drawn < 1000; drawn += 1) {
      expect(advance(seed, BigInt(drawn))).toEqual(stream.state());
      stream.uniform();
    }
  });

  it("adds up over long ways, and refuses to go back", () => {
    const seed = [1, 2, 3, 4, 5, 6] as const;
    expect(advance(advance(seed, 123_456_789_012n), 987_654_321n)).toEqual(advance(seed, 124_444_443_333n));
    expect(advance(seed, 1n << 76n)).toEqual(substream(seed, 1));
    expect(() => advance(seed, -1n)).toThrow(RangeError);
  });
});
