import { describe, expect, it, vi } from "vitest";
import { noncentralityInterval, noncentralTCdf, noncentralTUpper } from "./noncentral-t";

/** How often the two functions that are averaged were looked at. */
const looks = vi.hoisted(() => ({ count: 0 }));

vi.mock(import("./normal"), async (importOriginal) => {
  const normal = await importOriginal();
  const normalLogCdf = (z: number) => {
    looks.count += 1;
    return normal.normalLogCdf(z);
  };
  return { ...normal, normalLogCdf };
});

vi.mock(import("./chi-squared"), async (importOriginal) => {
  const chi = await importOriginal();
  const counted = (share: (x: number, df: number) => number) => (x: number, df: number) => {
    looks.count += 1;
    return share(x, df);
  };
  return { ...chi, chiSquaredCdf: counted(chi.chiSquaredCdf), chiSquaredUpper: counted(chi.chiSquaredUpper) };
});

function looksOf<T>(work: () => T): number {
  looks.count = 0;
  work();
  return looks.count;
}

const close = (value: number, expected: number, relative = 1e-12) =>
  expect(Math.abs(value / expected - 1)).toBeLessThan(relative);

describe("the noncentral t far out", () => {
  it("takes bounded work for any t", () => {
    for (const t of [3, 60, 400, 4e4, 1e7, 1e9, 1e12, 1e15, 1e100, -1e15]) {
      for (const df of [1, 14, 38, 2000]) {
        expect(looksOf(() => noncentralityInterval(t, df, 0.95))).toBeLessThan(300_000);
        expect(looksOf(() => noncentralTCdf(t, df, t * 1.1))).toBeLessThan(8_000);
      }
    }
    expect(looksOf(() => noncentralityInterval(4e4, 38, 0.95))).toBeLessThan(6_000);
    expect(looksOf(() => noncentralTCdf(-1e300, 3, 0.5))).toBeLessThan(20_000);
  });

  it("keeps its digits", () => {
    // Integrated with 50 digits from the definition.
    close(noncentralTCdf(60, 14, 90), 0.004826323307014085);
    close(noncentralTUpper(-60, 14, -90), 0.004826323307014085);
    close(noncentralTUpper(1000, 9, 500), 0.013131706321703678);
    close(noncentralTCdf(300, 38, 420), 0.0003713154286316229);
    close(noncentralTCdf(1e4, 3, 2e4), 0.007383161533033057);
    close(noncentralTUpper(1e4, 38, 8e3), 0.041670194396558835);
    close(noncentralTUpper(60, 1000, 58), 0.11758657089494706);
    close(noncentralTUpper(120, 5000, 118), 0.10079722980781701);
    close(noncentralTCdf(45, 2, 41), 0.43613738843492822);
    close(noncentralTUpper(200, 2, 2), 0.00012484234763717296);
  });

  it("has limits whose tails are those asked for, and which grow in proportion at the end", () => {
    for (const [t, df] of [
      [60, 14],
      [4e4, 38],
      [1e7, 5],
    ] as const) {
      const { low, high } = noncentralityInterval(t, df, 0.95);
      close(noncentralTUpper(t, df, low), 0.025, 1e-9);
      close(noncentralTCdf(t, df, high), 0.025, 1e-9);
      expect(noncentralityInterval(-t, df, 0.95).low).toBeCloseTo(-high, 4);
    }
    const [before, after] = [noncentralityInterval(6e8, 38, 0.95), noncentralityInterval(6.6e8, 38, 0.95)];
    close(after.low / before.low, 1.1, 1e-11);
    close(after.high / before.high, 1.1, 1e-11);
  });
});
