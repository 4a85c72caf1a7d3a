import { type Estimate, finiteEstimate, type Interval, insufficient, tooFew } from "../estimate";
import { findRoot } from "../optimisation/find-root";
import {
  type ConditionalSupport,
  conditionalMasses,
  conditionalMean,
  conditionalShare,
  conditionalSupport,
} from "./conditional-table";
import { checkTwoGroups, type TwoGroups } from "./two-by-two";

const PROVENANCE = { statistic: "proportions/fisher-two-by-two", version: 1 } as const;
/** Tables count as equally likely when their probabilities agree to this share. The same allowance as R. */
const EQUALLY_LIKELY = 1 + 1e-7;
/** Tables with these margins that are gone through at most, which takes about a second. */
const MOST_TABLES = 2_000_000;
/** Furthest logarithm of an odds ratio that is searched. */
const FURTHEST = 700;

/**
 * Fisher's exact two-sided p value of independence: all tables with these margins that are no more likely than the one
 * seen. 1 where the margins allow only one table. R: fisher.test(table)$p.value.
 * @throws RangeError for counts that do not fit
 */
export function fisherExactPValue(groups: TwoGroups): number {
  checkTwoGroups(groups);
  const support = conditionalSupport(groups);
  const masses = conditionalMasses(support, 0);
  const limit = (masses[groups.successes1 - support.first] ?? 0) * EQUALLY_LIKELY;
  return Math.min(
    1,
    masses.reduce((sum, mass) => (mass <= limit ? sum + mass : sum), 0),
  );
}

/**
 * The odds ratio that makes the table most likely given its margins, with exact limits and Fisher's exact test. It is
 * nearer to 1 than the ratio of the cells. The standard error is that of the logarithm, from the spread of the
 * conditional distribution at the estimate, 0 where the estimate is 0.
 * Insufficient data when a group is empty, when the margins allow one table only, when the estimate is infinite, and
 * ("out-of-range") when the margins allow more than two million tables.
 * Fisher (1935); Cornfield (1956). R: fisher.test(table), whose own root finding is good to four digits only.
 * @throws RangeError for counts that do not fit and for a level outside 0 to 1
 */
export function conditionalMaximumOddsRatio(groups: TwoGroups, level = 0.95): Estimate {
  checkTwoGroups(groups, level);
  const n = groups.n1 + groups.n2;
  if (groups.n1 === 0 || groups.n2 === 0) return tooFew(1, 0);
  if (tablesOf(groups) > MOST_TABLES) return insufficient("out-of-range", n);
  const support = conditionalSupport(groups);
  const last = support.first + support.logWays.length - 1;
  const seen = groups.successes1;
  if (last === support.first) return insufficient("no-spread", n);
  if (seen === last) return insufficient("no-events", n);
  const estimate = seen === support.first ? 0 : solve((log) => conditionalMean(support, log) - seen);
  const interval = exactLimits(support, seen, level);
  if (estimate === null || interval === null) return insufficient("out-of-range", n);
  const test = { distribution: "exact", statistic: seen, pValue: fisherExactPValue(groups), null: 1 } as const;
  return finiteEstimate({
    value: estimate,
    interval,
    n,
    method: "odds-ratio-conditional",
    standardError: estimate === 0 ? 0 : 1 / Math.sqrt(varianceAt(support, Math.log(estimate))),
    test,
    provenance: PROVENANCE,
  });
}

function tablesOf({ successes1, n1, successes2, n2 }: TwoGroups): number {
  const successes = successes1 + successes2;
  return Math.min(n1, successes) - Math.max(0, successes - n2) + 1;
}

function exactLimits(support: ConditionalSupport, seen: number, level: number): Interval | null {
  const tail = (1 - level) / 2;
  const low = seen === support.first ? 0 : solve((log) => conditionalShare(support, log, seen, "or-more") - tail);
  const high = solve((log) => conditionalShare(support, log, seen, "or-fewer") - tail);
  return low === null || high === null ? null : { low, high, level };
}

/** The odds ratio at which `f` of its logarithm is 0, or null. */
function solve(f: (logOddsRatio: number) => number): number | null {
  const root = findRoot(f, -FURTHEST, FURTHEST, 1e-15);
  return root === null ? null : Math.exp(root);
}

function varianceAt(support: ConditionalSupport, logOddsRatio: number): number {
  const mean = conditionalMean(support, logOddsRatio);
  const squares = (sum: number, mass: number, index: number) => sum + mass * (support.first + index - mean) ** 2;
  return conditionalMasses(support, logOddsRatio).reduce(squares, 0);
}
