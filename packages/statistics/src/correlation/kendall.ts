import { midRanks } from "../descriptive/ranks";
import { normalUpper } from "../distribution/normal";
import { type EstimateValue, finiteEstimate, type InsufficientData, insufficient, tooFew } from "../estimate";
import { countDescents } from "./count-descents";
import { fisherInterval } from "./pearson";

const PROVENANCE = { statistic: "correlation/kendall", version: 1 } as const;

/**
 * Kendall's tau-b: concordant less discordant pairs over the geometric mean of the pairs untied on each side, with the
 * normal test of 0 (no continuity correction). R: cor.test(method = "kendall", exact = FALSE). The interval is by
 * Fisher's z with standard error sqrt(0.437 / (n - 4)), which is the one reported.
 * Sources: Kendall, Rank Correlation Methods (1970), chapters 3 to 5; Fieller, Hartley & Pearson, Biometrika 44 (1957)
 * 470-481; Knight, JASA 61 (1966) 436-439 for counting in n log n steps. A perfect order has no interval, so no
 * estimate.
 * @param level of the interval, 0 to 1
 * @throws RangeError when the lengths differ
 */
export function kendall(x: readonly number[], y: readonly number[], level = 0.95): EstimateValue | InsufficientData {
  const n = x.length;
  if (y.length !== n) throw new RangeError(`${n} values against ${y.length}`);
  if (![...x, ...y].every(Number.isFinite)) return insufficient("not-finite", n);
  if (n < 5) return tooFew(5, n);
  const [tiesX, tiesY] = [midRanks(x).tieSizes, midRanks(y).tieSizes];
  if (tiesX.length === 1 || tiesY.length === 1) return insufficient("no-spread", n);
  const pairs = pairsIn(n);
  const [tiedX, tiedY] = [sum(tiesX, pairsIn), sum(tiesY, pairsIn)];
  const { discordant, tiedBoth } = countPairs(x, y);
  // Every pair is concordant, discordant, or tied on a side.
  const score = pairs - tiedX - tiedY + tiedBoth - 2 * discordant;
  // One root of the product, which is exact where both sides have the same ties.
  const value = score / Math.sqrt((pairs - tiedX) * (pairs - tiedY));
  if (Math.abs(value) >= 1) return insufficient("no-spread", n);
  const statistic = score / Math.sqrt(scoreVariance(n, tiesX, tiesY));
  const standardError = Math.sqrt(0.437 / (n - 4));
  return finiteEstimate({
    value,
    interval: fisherInterval(value, standardError, level),
    n,
    method: "kendall-tau-b",
    standardError,
    test: { distribution: "normal", statistic, pValue: Math.min(1, 2 * normalUpper(Math.abs(statistic))), null: 0 },
    provenance: PROVENANCE,
  });
}

function pairsIn(size: number): number {
  return (size * (size - 1)) / 2;
}

function sum(sizes: readonly number[], term: (size: number) => number): number {
  return sizes.reduce((total, size) => total + term(size), 0);
}

/** Variance of concordant less discordant pairs when the two orders are unrelated, given the ties. */
function scoreVariance(n: number, tiesX: readonly number[], tiesY: readonly number[]): number {
  const cubic = (size: number) => size * (size - 1) * (2 * size + 5);
  const triples = (size: number) => size * (size - 1) * (size - 2);
  return (
    (cubic(n) - sum(tiesX, cubic) - sum(tiesY, cubic)) / 18 +
    (2 * sum(tiesX, pairsIn) * sum(tiesY, pairsIn)) / (n * (n - 1)) +
    (sum(tiesX, triples) * sum(tiesY, triples)) / (9 * n * (n - 1) * (n - 2))
  );
}

/** Pairs ordered oppositely on the two sides, and pairs tied on both. */
function countPairs(x: readonly number[], y: readonly number[]): { discordant: number; tiedBoth: number } {
  const points = x.map((value, index) => ({ x: value, y: y[index] ?? 0 })).sort((a, b) => a.x - b.x || a.y - b.y);
  let [tiedBoth, run] = [0, 0];
  points.forEach((point, index) => {
    const before = points[index - 1];
    run = before !== undefined && before.x === point.x && before.y === point.y ? run + 1 : 0;
    tiedBoth += run;
  });
  // Within equal x the y rise, so a descent of y is always a discordant pair.
  return { discordant: countDescents(points.map((point) => point.y)), tiedBoth };
}
