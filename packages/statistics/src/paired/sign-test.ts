import {
  areFinite,
  type EstimateValue,
  finiteEstimate,
  type InsufficientData,
  insufficient,
  tooFew,
} from "../estimate";
import { clopperPearsonInterval, exactBinomialPValue } from "../proportions/exact-binomial";

const PROVENANCE = { statistic: "paired/sign-test", version: 1 } as const;

/**
 * Share of rises among the differences that are not zero, with its Clopper-Pearson interval and the exact test of one
 * half. R: binom.test(sum(d > 0), sum(d != 0)).
 * @param level of the interval, 0 to 1
 * @throws RangeError when a difference is not finite
 */
export function signTest(differences: readonly number[], level = 0.95): EstimateValue | InsufficientData {
  if (!areFinite(differences)) return insufficient("not-finite", differences.length);
  if (differences.length === 0) return tooFew(1, 0);
  const rises = differences.filter((difference) => difference > 0).length;
  const falls = differences.filter((difference) => difference < 0).length;
  const n = rises + falls;
  if (n === 0) return insufficient("no-events", differences.length);
  const value = rises / n;
  return finiteEstimate({
    value,
    interval: clopperPearsonInterval(rises, n, level),
    n,
    method: "sign-test",
    standardError: Math.sqrt((value * (1 - value)) / n),
    test: { distribution: "exact", statistic: rises, pValue: exactBinomialPValue(rises, n, 0.5), null: 0.5 },
    provenance: PROVENANCE,
  });
}
