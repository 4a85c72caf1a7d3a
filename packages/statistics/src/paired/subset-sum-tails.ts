/**
 * Probability that a random subset of whole-numbered scores, each taken or left by a fair coin, sums to at most and to
 * at least a value. Scores are taken in one after the other (shift algorithm), so ties among them cost nothing.
 * Source: Streitberg & Roehmel, Statistical Software Newsletter 12 (1986) 10-17.
 * @param scores whole and not negative
 * @throws RangeError when a score is not a whole number of at least 0
 */
export function subsetSumTails(
  scores: readonly number[],
  value: number,
): { readonly atMost: number; readonly atLeast: number } {
  if (!scores.every((score) => Number.isInteger(score) && score >= 0)) {
    throw new RangeError("Scores must be whole numbers of at least 0");
  }
  const largest = scores.reduce((sum, score) => sum + score, 0);
  const mass = new Float64Array(largest + 1);
  mass[0] = 1;
  let reached = 0;
  for (const score of scores) {
    reached += score;
    for (let sum = reached; sum >= 0; sum -= 1) {
      mass[sum] = ((mass[sum] ?? 0) + (sum >= score ? (mass[sum - score] ?? 0) : 0)) / 2;
    }
  }
  let [atMost, atLeast] = [0, 0];
  mass.forEach((share, sum) => {
    if (sum <= value) atMost += share;
    if (sum >= value) atLeast += share;
  });
  return { atMost: Math.min(1, atMost), atLeast: Math.min(1, atLeast) };
}
