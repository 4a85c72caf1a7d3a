import { type EstimateValue, finiteEstimate, type InsufficientData, tooFew } from "../estimate";
import { clopperPearsonInterval, exactBinomialPValue } from "../proportions/exact-binomial";

const PROVENANCE = { statistic: "reliable-change/deterioration-test", version: 1 } as const;
/** Share of people that noise alone puts beyond 1.96 on one side. */
const BY_CHANCE = 0.025;

/**
 * Share of people who reliably deteriorated, with its Clopper-Pearson interval and the exact two-sided test of the
 * 2.5 % that chance alone would put there. R: binom.test(deteriorated, n, 0.025).
 * @param level of the interval, 0 to 1
 * @throws RangeError when the counts are not whole numbers with deteriorated from 0 to n
 */
export function deteriorationTest(deteriorated: number, n: number, level = 0.95): EstimateValue | InsufficientData {
  const interval = clopperPearsonInterval(deteriorated, n, level);
  if (n === 0) return tooFew(1, 0);
  const value = deteriorated / n;
  const pValue = exactBinomialPValue(deteriorated, n, BY_CHANCE);
  return finiteEstimate({
    value,
    interval,
    n,
    method: "deterioration-binomial",
    standardError: Math.sqrt((value * (1 - value)) / n),
    test: { distribution: "exact", statistic: deteriorated, pValue, null: BY_CHANCE },
    provenance: PROVENANCE,
  });
}
