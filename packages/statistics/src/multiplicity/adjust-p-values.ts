/**
 * Bonferroni and Holm control the chance of any false finding, Hochberg and Hommel that of tests that do not depend on one
 * another; BH the share of false findings among findings, BY the same under any dependence.
 */
export type Adjustment = "none" | "bonferroni" | "holm" | "hochberg" | "hommel" | "BH" | "BY";

/**
 * P values adjusted for their number, in the order given. R: p.adjust.
 * Sources: Holm, Scand. J. Stat. 6 (1979) 65-70; Hochberg, Biometrika 75 (1988) 800-802; Hommel, Biometrika 75 (1988) 383-386; Benjamini & Hochberg, JRSS B 57
 * (1995) 289-300; Benjamini & Yekutieli, Ann. Stat. 29 (2001) 1165-1188.
 * @param tests how many tests were made, if more than are given
 * @throws RangeError when a value is not within 0 to 1 or there are fewer tests than p values
 */
export function adjustPValues(
  pValues: readonly number[],
  adjustment: Adjustment,
  tests: number = pValues.length,
): number[] {
  if (!pValues.every((p) => p >= 0 && p <= 1)) throw new RangeError("A p value is not within 0 to 1");
  if (!Number.isInteger(tests) || tests < pValues.length) throw new RangeError(`Not a number of tests: ${tests}`);
  if (tests <= 1) return [...pValues];
  switch (adjustment) {
    case "none":
      return [...pValues];
    case "bonferroni":
      return pValues.map((p) => Math.min(1, tests * p));
    case "holm":
      return stepDown(pValues, tests);
    case "hochberg":
      return stepUp(pValues, (rank) => tests - rank + 1);
    case "BH":
      return stepUp(pValues, (rank) => tests / rank);
    case "BY": {
      const sum = harmonic(tests);
      return stepUp(pValues, (rank) => (sum * tests) / rank);
    }
    case "hommel":
      return hommel(pValues, tests);
  }
}

interface Ranked {
  readonly p: number;
  readonly index: number;
}

function ascending(pValues: readonly number[]): Ranked[] {
  return pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
}

/** From the smallest up, each at least the one before. */
function stepDown(pValues: readonly number[], tests: number): number[] {
  const adjusted: number[] = [...pValues];
  let reached = 0;
  ascending(pValues).forEach(({ p, index }, rank) => {
    reached = Math.max(reached, Math.min(1, (tests - rank) * p));
    adjusted[index] = reached;
  });
  return adjusted;
}

/** From the largest down, each its factor times the p value and at most the one before. */
function stepUp(pValues: readonly number[], factorOf: (rank: number) => number): number[] {
  const adjusted: number[] = [...pValues];
  const sorted = ascending(pValues);
  let reached = 1;
  for (let rank = sorted.length; rank >= 1; rank -= 1) {
    const one = sorted[rank - 1];
    if (one === undefined) continue;
    reached = Math.min(reached, factorOf(rank) * one.p);
    adjusted[one.index] = reached;
  }
  return adjusted;
}

function harmonic(tests: number): number {
  let sum = 0;
  for (let rank = tests; rank >= 1; rank -= 1) sum += 1 / rank;
  return sum;
}

/**
 * Hommel by the closure of Simes' tests: the adjusted value of a hypothesis is the largest Simes p value over all sets
 * that hold it. Among the sets of one size the worst holds the largest other p values, so for every size only that one
 * is formed. Tests that were made and not given count as p values of 1.
 */
function hommel(pValues: readonly number[], tests: number): number[] {
  const sorted = ascending([...pValues, ...Array.from({ length: tests - pValues.length }, () => 1)]);
  const adjusted: number[] = [...pValues];
  sorted.forEach(({ p, index }, place) => {
    if (index >= pValues.length) return;
    let worst = p;
    for (let size = 2; size <= tests; size += 1) {
      // The size - 1 largest others; p itself comes first unless it is one of the largest.
      const start = tests - size;
      const members =
        place <= start ? [p, ...sorted.slice(start + 1).map((one) => one.p)] : sorted.slice(start).map((one) => one.p);
      worst = Math.max(worst, Math.min(...members.map((member, rank) => (size * member) / (rank + 1))));
    }
    adjusted[index] = worst;
  });
  return adjusted;
}
