import { describe, expect, it, vi } from "vitest";
import { noncentralChiSquaredUpper, noncentralFUpper } from "./noncentral-f";

/** How many counts were added up. */
const counts = vi.hoisted(() => ({ added: 0 }));

vi.mock(import("./poisson"), async (importOriginal) => {
  const poisson = await importOriginal();
  const poissonMass = (k: number, mean: number) => {
    counts.added += 1;
    return poisson.poissonMass(k, mean);
  };
  return { ...poisson, poissonMass };
});

/**
 * x, df1, df2, noncentrality and P(F > x), integrated over the normal share of the numerator and the denominator, which
 * is another way than ours. R's pf has nine of these digits and, in far tails, none.
 */
const F_TAILS = [
  [3000, 3, 20, 1e4, 0.67128140890271],
  [3400, 3, 20, 1e4, 0.517485008491264],
  [2500, 4, 200, 1e4, 0.514088101812718],
  [26_000, 4, 1e4, 1e5, 0.00595465136458852],
  [1e5, 1, 30, 1e5, 0.534330934659383],
  [24_000, 4, 50, 1e5, 0.607191341347189],
  [25_000, 4, 1e6, 1e5, 0.501878007532864],
  [1e6, 1, 10, 1e6, 0.55950583761417],
  [5e5, 2, 100, 1e6, 0.518808315753594],
  [4e5, 2, 100, 1e6, 0.953991684195685],
  [333_400, 3, 1e5, 1e6, 0.484402350200163],
  [1e7, 2, 5, 1e6, 0.00152083597329573],
  [2e5, 5, 1000, 1e6, 0.505973885737256],
  [1.9e5, 5, 1000, 1e6, 0.879111926292997],
  [2.2e5, 5, 1000, 1e6, 0.0187251270710443],
] as const;

/** The same for x, df, noncentrality and P(X > x) of the chi-squared. R's pchisq says 1 for the last two. */
const CHI_SQUARED_TAILS = [
  [10_500, 3, 1e4, 0.0069540356445735],
  [1e6, 5, 1e6, 0.500797884161861],
  [1.01e6, 5, 1e6, 3.08901693307967e-7],
  [1e9, 5, 1e9, 0.500025231325208],
  [1.0001e9, 5, 1e9, 0.0569348965063932],
] as const;

const near = (actual: number, expected: number, relative: number) =>
  expect(Math.abs(actual / expected - 1), `${actual} instead of ${expected}`).toBeLessThan(relative);

describe("the noncentral F with large noncentralities", () => {
  it.each(F_TAILS)("P(F > %d) on %d and %d degrees of freedom, noncentrality %d", (x, df1, df2, ncp, tail) => {
    near(noncentralFUpper(x, df1, df2, ncp), tail, 1e-11);
  });

  it.each(CHI_SQUARED_TAILS)("P(X > %d) of the chi-squared on %d, noncentrality %d", (x, df, ncp, tail) => {
    near(noncentralChiSquaredUpper(x, df, ncp), tail, 1e-10);
  });

  it("does not leap where counts begin to be added up in strides", () => {
    for (const deviation of [16, 32, 64]) {
      const ncp = 2 * deviation ** 2;
      const [below, above] = [ncp * (1 - 1e-13), ncp * (1 + 1e-13)];
      near(noncentralFUpper(ncp / 3, 3, 40, below), noncentralFUpper(ncp / 3, 3, 40, above), 1e-12);
    }
  });

  it("is certain, impossible or as good as the central one at the ends, without adding up what is zero", () => {
    for (const ncp of [1e4, 1e8, 1e12, 1e20, 1e40, 1e300]) {
      counts.added = 0;
      expect(noncentralFUpper(1, 3, 20, ncp)).toBeCloseTo(1, 11);
      expect(noncentralFUpper(ncp * ncp, 3, 1e6, ncp)).toBe(0);
      expect(counts.added).toBeLessThan(1500);
    }
    expect([0.9e40, 1.1e40].map((x) => noncentralChiSquaredUpper(x, 3, 1e40))).toEqual([1, 0]);
    // The numerator is as good as fixed: what varies is the chi-squared of the denominator, on 2 degrees of freedom.
    near(noncentralFUpper(1e40, 1, 2, 1e40), 1 - Math.exp(-1), 1e-12);
  });
});
