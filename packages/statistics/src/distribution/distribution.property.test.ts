import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile, betaUpper } from "./beta";
import { binomialCdf, binomialMass, binomialQuantile } from "./binomial";
import { chiSquaredCdf, chiSquaredQuantile, chiSquaredUpper } from "./chi-squared";
import { fCdf, fQuantile, fUpper } from "./f";
import { noncentralTCdf, noncentralTUpper } from "./noncentral-t";
import { normalCdf, normalQuantile, normalUpper } from "./normal";
import { poissonCdf, poissonMass, poissonUpper } from "./poisson";
import { rankSumCdf } from "./rank-sum";
import { signedRankCdf } from "./signed-rank";
import { tCdf, tQuantile, tUpper } from "./student-t";
import { studentisedRangeCdf, studentisedRangeUpper } from "./studentised-range";

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const probability = between(1e-12, 1 - 1e-12);
const shape = between(0.05, 500);
const close = (actual: number, expected: number, tolerance = 1e-9) => {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(1e-300, Math.abs(expected)));
};

describe("distributions", () => {
  it("have tails that add up to 1", () => {
    fc.assert(
      fc.property(between(0, 50), shape, shape, (x, a, b) => {
        for (const sum of [
          normalCdf(x) + normalUpper(x),
          tCdf(x, a) + tUpper(x, a),
          chiSquaredCdf(x, a) + chiSquaredUpper(x, a),
          fCdf(x, a, b) + fUpper(x, a, b),
          betaCdf(x / 50, a, b) + betaUpper(x / 50, a, b),
          poissonCdf(x, a) + poissonUpper(x, a),
          noncentralTCdf(x, 1 + a, b / 50) + noncentralTUpper(x, 1 + a, b / 50),
        ]) {
          close(sum, 1, 1e-11);
        }
      }),
    );
    fc.assert(
      fc.property(between(0.05, 12), fc.integer({ min: 2, max: 15 }), between(1, 90), (q, means, df) => {
        close(studentisedRangeCdf(q, means, df) + studentisedRangeUpper(q, means, df), 1, 1e-10);
      }),
      { numRuns: 12 },
    );
  });

  it("rise", () => {
    fc.assert(
      fc.property(between(-40, 40), between(0, 3), shape, shape, (x, step, a, b) => {
        expect(normalCdf(x + step)).toBeGreaterThanOrEqual(normalCdf(x));
        expect(tCdf(x + step, a)).toBeGreaterThanOrEqual(tCdf(x, a) * (1 - 1e-12));
        expect(chiSquaredCdf(x + step, a)).toBeGreaterThanOrEqual(chiSquaredCdf(x, a) * (1 - 1e-12));
        expect(fCdf(x + step, a, b)).toBeGreaterThanOrEqual(fCdf(x, a, b) * (1 - 1e-12));
      }),
    );
  });

  it("have quantiles that lead back", () => {
    fc.assert(
      fc.property(probability, between(0.5, 500), between(0.5, 500), (p, a, b) => {
        close(normalCdf(normalQuantile(p)), p);
        close(tCdf(tQuantile(p, a), a), p);
        close(chiSquaredCdf(chiSquaredQuantile(p, a), a), p);
        close(fCdf(fQuantile(p, a, b), a, b), p);
        close(betaCdf(betaQuantile(p, a, b), a, b), p, 1e-8);
      }),
    );
  });

  it("of counts are the sums of their masses", () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), between(0, 1), (k, more, p) => {
        const n = k + more;
        const masses = Array.from({ length: k + 1 }, (_, index) => binomialMass(index, n, p));
        close(
          masses.reduce((sum, mass) => sum + mass, 0),
          binomialCdf(k, n, p),
          1e-11,
        );
        const counts = Array.from({ length: k + 1 }, (_, index) => poissonMass(index, 20 * p));
        close(
          counts.reduce((sum, mass) => sum + mass, 0),
          poissonCdf(k, 20 * p),
          1e-11,
        );
        const found = binomialQuantile(p, n, 0.4);
        expect(binomialCdf(found, n, 0.4)).toBeGreaterThanOrEqual(p * (1 - 1e-12));
        if (found > 0 && p < 1) expect(binomialCdf(found - 1, n, 0.4)).toBeLessThan(p);
      }),
    );
  });

  it("of ranks are symmetric, and by counting", () => {
    for (let n = 1; n <= 8; n += 1) {
      const sums = Array.from({ length: 2 ** n }, (_, signs) => {
        return Array.from({ length: n }, (_unused, i) => ((signs >> i) & 1) * (i + 1)).reduce((a, b) => a + b, 0);
      });
      for (let k = 0; k <= (n * (n + 1)) / 2; k += 1) {
        close(signedRankCdf(k, n), sums.filter((sum) => sum <= k).length / 2 ** n, 1e-13);
      }
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.nat(144), (m, n, k) => {
        const at = k % (m * n + 1);
        close(rankSumCdf(at, m, n), rankSumCdf(at, n, m), 1e-12);
        close(rankSumCdf(at, m, n) + rankSumCdf(m * n - at - 1, m, n), 1, 1e-12);
      }),
    );
  });
});
