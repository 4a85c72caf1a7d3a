import { midRanks } from "../descriptive/ranks";
import { tTwoSidedP } from "../distribution/student-t";
import { type EstimateValue, finiteEstimate, type InsufficientData, insufficient, tooFew } from "../estimate";
import { correlationOf, fisherInterval } from "./pearson";

const PROVENANCE = { statistic: "correlation/spearman", version: 1 } as const;

/**
 * Spearman rank correlation, ties by mid-ranks, with the t test of 0. R: cor.test(method = "spearman", exact = FALSE).
 * The interval is by Fisher's z with standard error sqrt((1 + rho^2 / 2) / (n - 3)), which is the one reported.
 * Source: Bonett & Wright, Psychometrika 65 (2000) 23-28. A perfect order has no such interval, so no estimate.
 * @param level of the interval, 0 to 1
 * @throws RangeError when the lengths differ
 */
export function spearman(x: readonly number[], y: readonly number[], level = 0.95): EstimateValue | InsufficientData {
  const n = x.length;
  if (![...x, ...y].every(Number.isFinite)) return insufficient("not-finite", n);
  const value = correlationOf(midRanks(x).ranks, midRanks(y).ranks);
  if (n < 4) return tooFew(4, n);
  if (value === null || Math.abs(value) === 1) return insufficient("no-spread", n);
  const standardError = Math.sqrt((1 + value ** 2 / 2) / (n - 3));
  const degreesOfFreedom = n - 2;
  const statistic = value * Math.sqrt(degreesOfFreedom / ((1 - value) * (1 + value)));
  return finiteEstimate({
    value,
    interval: fisherInterval(value, standardError, level),
    n,
    method: "spearman",
    standardError,
    degreesOfFreedom,
    test: { distribution: "student-t", statistic, pValue: tTwoSidedP(statistic, degreesOfFreedom), null: 0 },
    provenance: PROVENANCE,
  });
}
