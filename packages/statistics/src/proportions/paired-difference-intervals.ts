import { normalCritical } from "../distribution/normal";
import type { Interval } from "../estimate";
import { findRoot } from "../optimisation/find-root";
import { type PairedTable, pairedTotal } from "./paired-table";
import { checkLevel, wilsonInterval } from "./wilson-interval";

/**
 * Newcombe's method 10 for the share after minus the share before: Wilson's limits of both shares, put together with
 * their correlation phi, which is corrected for continuity and 0 where a margin is empty. Without people -1 to 1.
 * Newcombe (1998), Statistics in Medicine 17, 2635-2650.
 * @throws RangeError for cells that are not counts and for a level outside 0 to 1
 */
export function newcombePairedInterval(table: PairedTable, level = 0.95): Interval {
  const n = pairedTotal(table);
  const before = wilsonInterval(table.both + table.preOnly, n, level);
  const after = wilsonInterval(table.both + table.postOnly, n, level);
  if (n === 0) return { low: -1, high: 1, level };
  const [pPre, pPost] = [(table.both + table.preOnly) / n, (table.both + table.postOnly) / n];
  const phi = correctedPhi(table, n);
  const reach = (a: number, b: number) => Math.sqrt(Math.max(0, a ** 2 - 2 * phi * a * b + b ** 2));
  const difference = (table.postOnly - table.preOnly) / n;
  return {
    low: difference - reach(pPost - after.low, before.high - pPre),
    high: difference + reach(after.high - pPost, pPre - before.low),
    level,
  };
}

function correctedPhi({ both, preOnly, postOnly, neither }: PairedTable, n: number): number {
  const margins = (both + preOnly) * (postOnly + neither) * (both + postOnly) * (preOnly + neither);
  if (margins === 0) return 0;
  const product = both * neither - preOnly * postOnly;
  const corrected = product > 0 ? Math.max(0, product - n / 2) : product;
  return corrected / Math.sqrt(margins);
}

/**
 * Tango's score interval for the share after minus the share before: the differences that a two-sided score test,
 * with the other cells at their best values, would not reject. Without people -1 to 1.
 * Tango (1998), Statistics in Medicine 17, 891-908.
 * @throws RangeError as `newcombePairedInterval`
 */
export function tangoInterval(table: PairedTable, level = 0.95): Interval {
  const n = pairedTotal(table);
  checkLevel(level);
  if (n === 0) return { low: -1, high: 1, level };
  const z = normalCritical(level);
  const { preOnly: lost, postOnly: gained } = table;
  return { low: lowerTangoLimit(gained, lost, n, z), high: -lowerTangoLimit(lost, gained, n, z), level };
}

/** Lower limit for (plus - minus) / n; the upper one is the same with the roles exchanged. */
function lowerTangoLimit(plus: number, minus: number, n: number, z: number): number {
  if (minus === n) return -1;
  if (plus === n) return (n - z ** 2) / (n + z ** 2);
  if (plus === 0 && minus === 0) return -(z ** 2) / (n + z ** 2);
  // The best share of `minus` under a given difference solves 2n q^2 + b q + c = 0.
  const distance = (difference: number) => {
    const b = (2 * n - plus + minus) * difference - plus - minus;
    const c = -minus * difference * (1 - difference);
    const root = Math.sqrt(Math.max(0, b ** 2 - 8 * n * c));
    const share = b > 0 ? (-2 * c) / (root + b) : (root - b) / (4 * n);
    const variance = n * (2 * share + difference * (1 - difference));
    return plus - minus - n * difference - z * Math.sqrt(Math.max(0, variance));
  };
  return findRoot(distance, -1, (plus - minus) / n, 1e-15) ?? -1;
}

/**
 * D +- z sqrt(b + c - (b - c)^2 / n) / n for the share after minus the share before. Too short for few people; not cut
 * off at -1 and 1. Null without people.
 * @throws RangeError as `newcombePairedInterval`
 */
export function pairedWaldInterval(table: PairedTable, level = 0.95): Interval | null {
  const n = pairedTotal(table);
  checkLevel(level);
  return n === 0 ? null : waldAround(table.preOnly, table.postOnly, n, level);
}

/**
 * The Wald interval after one lost and one gained person were added; not cut off at -1 and 1.
 * Bonett & Price (2012), Journal of Educational and Behavioral Statistics 37, 479-488.
 * @throws RangeError as `newcombePairedInterval`
 */
export function bonettPriceInterval(table: PairedTable, level = 0.95): Interval {
  const n = pairedTotal(table);
  checkLevel(level);
  return waldAround(table.preOnly + 1, table.postOnly + 1, n + 2, level);
}

function waldAround(lost: number, gained: number, n: number, level: number): Interval {
  const half = (normalCritical(level) * Math.sqrt(lost + gained - (gained - lost) ** 2 / n)) / n;
  return { low: (gained - lost) / n - half, high: (gained - lost) / n + half, level };
}
