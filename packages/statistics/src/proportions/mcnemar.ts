import { type ChiSquaredTest, chiSquaredTest } from "../contingency/chi-squared-result";
import { binomialCdf, binomialMass } from "../distribution/binomial";
import { normalCritical } from "../distribution/normal";
import { type Estimate, finiteEstimate, type InsufficientData, type Interval, insufficient } from "../estimate";
import { clopperPearsonInterval } from "./exact-binomial";
import { type PairedTable, pairedTotal } from "./paired-table";
import { checkLevel } from "./wilson-interval";

const PROVENANCE = { statistic: "proportions/mcnemar", version: 1 } as const;

/** The tests of no net change that all carry McNemar's name. Reports use the mid-p value. */
export interface McNemarTests {
  readonly kind: "mcnemar-tests";
  readonly n: number;
  /** People who changed, in either direction. */
  readonly discordant: number;
  /** (b - c)^2 / (b + c). */
  readonly uncorrected: ChiSquaredTest;
  /** (|b - c| - 1)^2 / (b + c), as R computes unless told otherwise; 0 when b = c. */
  readonly corrected: ChiSquaredTest;
  /** Two-sided binomial. */
  readonly exactPValue: number;
  /** 2 P(X <= min) - P(X = min), at most 1. Fagerland, Lydersen & Laake (2013), BMC Med Res Methodol 13, 91. */
  readonly midPValue: number;
}

/**
 * Tests whether as many people changed from yes to no as from no to yes; insufficient data when nobody changed.
 * McNemar (1947), Psychometrika 12, 153-157. R: mcnemar.test (with and without `correct`) and binom.test.
 * @throws RangeError when a cell is not a count
 */
export function mcnemarTests(table: PairedTable): McNemarTests | InsufficientData {
  const n = pairedTotal(table);
  const { preOnly, postOnly } = table;
  const discordant = preOnly + postOnly;
  if (discordant === 0) return insufficient("no-events", n);
  const gap = Math.abs(preOnly - postOnly);
  const smaller = Math.min(preOnly, postOnly);
  const tail = binomialCdf(smaller, discordant, 0.5);
  const test = (distance: number, method: string) =>
    chiSquaredTest(distance ** 2 / discordant, 1, { n, method, provenance: PROVENANCE });
  return {
    kind: "mcnemar-tests",
    n,
    discordant,
    uncorrected: test(gap, "mcnemar"),
    corrected: test(Math.max(0, gap - 1), "mcnemar-corrected"),
    exactPValue: Math.min(1, 2 * tail),
    midPValue: Math.min(1, 2 * tail - binomialMass(smaller, discordant, 0.5)),
  };
}

/**
 * Odds of gaining against losing among those who changed, postOnly / preOnly, with the exact interval and test given
 * the number who changed. Insufficient data when nobody changed or nobody lost, for then the odds have no upper limit.
 * The standard error is that of the logarithm, sqrt(1/b + 1/c), 0 when nobody gained.
 * R: binom.test(postOnly, preOnly + postOnly), limits p / (1 - p).
 * @throws RangeError when a cell is not a count, and for a level outside 0 to 1
 */
export function conditionalOddsRatio(table: PairedTable, level = 0.95): Estimate {
  const n = pairedTotal(table);
  checkLevel(level);
  const { preOnly, postOnly } = table;
  const tests = mcnemarTests(table);
  if (tests.kind !== "mcnemar-tests" || preOnly === 0) return insufficient("no-events", n);
  const share = clopperPearsonInterval(postOnly, preOnly + postOnly, level);
  const test = { distribution: "exact", statistic: postOnly, pValue: tests.exactPValue, null: 1 } as const;
  return finiteEstimate({
    value: postOnly / preOnly,
    interval: { low: share.low / (1 - share.low), high: share.high / (1 - share.high), level },
    n,
    method: "conditional-odds-ratio-exact",
    standardError: postOnly === 0 ? 0 : Math.sqrt(1 / preOnly + 1 / postOnly),
    test,
    provenance: PROVENANCE,
  });
}

/** The large-sample interval of the same odds ratio, exp(log(c / b) +- z sqrt(1/b + 1/c)); null when b or c is 0. */
export function conditionalOddsRatioWaldInterval(table: PairedTable, level = 0.95): Interval | null {
  checkLevel(level);
  const { preOnly, postOnly } = table;
  if (preOnly === 0 || postOnly === 0) return null;
  const half = normalCritical(level) * Math.sqrt(1 / preOnly + 1 / postOnly);
  const centre = Math.log(postOnly / preOnly);
  return { low: Math.exp(centre - half), high: Math.exp(centre + half), level };
}
