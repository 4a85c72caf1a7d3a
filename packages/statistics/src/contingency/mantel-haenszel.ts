import { normalCritical } from "../distribution/normal";
import { type Estimate, finiteEstimate, type InsufficientData, insufficient } from "../estimate";
import { type ChiSquaredTest, chiSquaredTest } from "./chi-squared-result";

const PROVENANCE = { statistic: "contingency/mantel-haenszel", version: 1 } as const;

/** One stratum: [[a, b], [c, d]]. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

/**
 * Mantel and Haenszel's test of no association within strata, one degree of freedom. Strata of fewer than two people say
 * nothing and are left out. Insufficient data when no stratum has people on both sides of both margins.
 * Mantel & Haenszel (1959), JNCI 22, 719-748. R: mantelhaen.test(array, correct).
 * @param corrected continuity correction of one half, which is left out when the sum is nearer than that, as R does
 * @throws RangeError when a cell is not a count
 */
export function mantelHaenszelTest(strata: readonly TwoByTwo[], corrected = true): ChiSquaredTest | InsufficientData {
  let [distance, variance, n] = [0, 0, 0];
  for (const { a, row1, row2, column1, column2, total } of usable(strata)) {
    n += total;
    distance += a - (row1 * column1) / total;
    variance += (((row1 * row2) / total) * ((column1 * column2) / total)) / (total - 1);
  }
  if (variance === 0) return insufficient("no-spread", n);
  const away = Math.abs(distance);
  const correction = corrected && away >= 0.5 ? 0.5 : 0;
  const statistic = (away - correction) ** 2 / variance;
  const method = corrected ? "mantel-haenszel-corrected" : "mantel-haenszel";
  return chiSquaredTest(statistic, 1, { n, method, provenance: PROVENANCE });
}

/**
 * The odds ratio common to all strata, sum(a d / n) / sum(b c / n), with the normal interval of its logarithm; the
 * standard error, of the logarithm, is by Robins, Breslow and Greenland. The test is that of `mantelHaenszelTest`,
 * corrected. Insufficient data when either sum is 0.
 * Robins, Breslow & Greenland (1986), Biometrics 42, 311-323. R: mantelhaen.test(array).
 * @throws RangeError when a cell is not a count, and for a level outside 0 to 1
 */
export function commonOddsRatio(strata: readonly TwoByTwo[], level = 0.95): Estimate {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is not a confidence level`);
  let [r, s, pr, psqr, qs, n] = [0, 0, 0, 0, 0, 0];
  for (const { a, b, c, d, total } of usable(strata)) {
    const [along, across] = [(a * d) / total, (b * c) / total];
    const [p, q] = [(a + d) / total, (b + c) / total];
    n += total;
    r += along;
    s += across;
    pr += p * along;
    psqr += p * across + q * along;
    qs += q * across;
  }
  const test = mantelHaenszelTest(strata);
  if (r === 0 || s === 0 || test.kind !== "chi-squared-test") return insufficient("no-events", n);
  const standardError = Math.sqrt(pr / (2 * r ** 2) + psqr / (2 * r * s) + qs / (2 * s ** 2));
  const factor = Math.exp(normalCritical(level) * standardError);
  return finiteEstimate({
    value: r / s,
    interval: { low: r / s / factor, high: (r / s) * factor, level },
    n,
    method: "mantel-haenszel-odds-ratio",
    standardError,
    test: { distribution: "chi-squared", statistic: test.statistic, pValue: test.pValue, null: 1 },
    provenance: PROVENANCE,
  });
}

function usable(strata: readonly TwoByTwo[]) {
  for (const cell of strata.flat(2)) {
    if (!Number.isInteger(cell) || cell < 0) throw new RangeError(`${cell} is not a number of people`);
  }
  return strata
    .map(([[a, b], [c, d]]) => {
      const margins = { row1: a + b, row2: c + d, column1: a + c, column2: b + d, total: a + b + c + d };
      return { a, b, c, d, ...margins };
    })
    .filter(({ total }) => total > 1);
}
