import { type ChiSquaredTest, chiSquaredTest } from "../contingency/chi-squared-result";
import { type InsufficientData, insufficient, tooFew } from "../estimate";
import { checkTwoGroups, type TwoGroups } from "./two-by-two";

const PROVENANCE = { statistic: "proportions/two-proportion-effects", version: 1 } as const;

/** Figures of a two-by-two table without an interval of their own. */
export interface TwoProportionEffects {
  readonly kind: "two-proportion-effects";
  readonly n: number;
  /** Pearson's test without correction. */
  readonly chiSquared: ChiSquaredTest;
  /** With Yates's correction, at most the difference itself. */
  readonly chiSquaredYates: ChiSquaredTest;
  /** sqrt(chi-squared / n), never negative. */
  readonly phi: number;
  /** 2 asin sqrt(p1) - 2 asin sqrt(p2). Cohen (1988). */
  readonly cohenH: number;
  /** 1 / (p1 - p2), negative when the first group has fewer; null when there is no difference. */
  readonly numberNeededToTreat: number | null;
}

/**
 * Chi-squared tests and descriptive effects of two proportions. Insufficient data when a group is empty, or when all
 * people are alike. R: chisq.test on the two-by-two table, with and without `correct`.
 * @throws RangeError for counts that do not fit
 */
export function twoProportionEffects(groups: TwoGroups): TwoProportionEffects | InsufficientData {
  checkTwoGroups(groups);
  const { successes1, n1, successes2, n2 } = groups;
  const n = n1 + n2;
  if (n1 === 0 || n2 === 0) return tooFew(1, 0);
  const successes = successes1 + successes2;
  if (successes === 0 || successes === n) return insufficient("no-spread", n);
  // All four cells are equally far from what independence expects.
  const distance = Math.abs(successes1 * n2 - successes2 * n1) / n;
  const reciprocals = n ** 3 / n1 / n2 / successes / (n - successes);
  const test = (away: number, method: string) =>
    chiSquaredTest(away ** 2 * reciprocals, 1, { n, method, provenance: PROVENANCE });
  const chiSquared = test(distance, "chi-squared");
  const [p1, p2] = [successes1 / n1, successes2 / n2];
  return {
    kind: "two-proportion-effects",
    n,
    chiSquared,
    chiSquaredYates: test(distance - Math.min(0.5, distance), "chi-squared-yates"),
    phi: Math.sqrt(chiSquared.statistic / n),
    cohenH: 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2)),
    numberNeededToTreat: p1 === p2 ? null : 1 / (p1 - p2),
  };
}
