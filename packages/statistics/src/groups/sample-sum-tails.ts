/** Probabilities of the sum of a random sample. */
export interface SampleSumTails {
  readonly atMost: number;
  readonly atLeast: number;
  /** That the sum lies at least as far from its mean, on either side. */
  readonly asFar: number;
}

/**
 * Where the sum of the scores of `size` people drawn at random without replacement lies against a value. Scores are
 * taken in one after the other, counting the samples of every size and sum, so ties among them cost nothing.
 * Source: Streitberg & Roehmel, Statistical Software Newsletter 12 (1986) 10-17.
 * @param scores whole and not negative
 * @throws RangeError when a score is not a whole number of at least 0 or the size not within 0 to their number
 */
export function sampleSumTails(scores: readonly number[], size: number, value: number): SampleSumTails {
  if (!scores.every((score) => Number.isInteger(score) && score >= 0)) {
    throw new RangeError("Scores must be whole numbers of at least 0");
  }
  if (!Number.isInteger(size) || size < 0 || size > scores.length) throw new RangeError(`Not a sample size: ${size}`);
  const total = scores.reduce((sum, score) => sum + score, 0);
  // The smaller part is enumerated; its sum decides that of the other.
  if (2 * size > scores.length) {
    const rest = sampleSumTails(scores, scores.length - size, total - value);
    return { atMost: rest.atLeast, atLeast: rest.atMost, asFar: rest.asFar };
  }
  const counts = sumCounts(scores, size);
  // Compared as whole numbers: n times the sum against size times the total.
  const distance = Math.abs(value * scores.length - size * total);
  let [all, atMost, atLeast, asFar] = [0, 0, 0, 0];
  counts.forEach((count, sum) => {
    all += count;
    if (sum <= value) atMost += count;
    if (sum >= value) atLeast += count;
    if (Math.abs(sum * scores.length - size * total) >= distance) asFar += count;
  });
  const share = (count: number) => Math.min(1, count / all);
  return { atMost: share(atMost), atLeast: share(atLeast), asFar: share(asFar) };
}

/** How many samples of a size have each sum, as shares of 2^(number of scores) so that nothing overflows. */
function sumCounts(scores: readonly number[], size: number): Float64Array {
  const sorted = [...scores].sort((a, b) => a - b);
  const largest = sorted.slice(sorted.length - size).reduce((sum, score) => sum + score, 0);
  const bySize = Array.from({ length: size + 1 }, () => new Float64Array(largest + 1));
  const none = bySize[0];
  if (none !== undefined) none[0] = 1;
  sorted.forEach((score, taken) => {
    for (let members = size; members >= 0; members -= 1) {
      const target = bySize[members];
      if (target === undefined) continue;
      const source = members > 0 && members <= taken + 1 ? bySize[members - 1] : undefined;
      addShifted(target, source, score);
    }
  });
  return bySize[size] ?? new Float64Array(1);
}

/** target(s) becomes half of target(s) + source(s - shift). */
function addShifted(target: Float64Array, source: Float64Array | undefined, shift: number): void {
  for (let sum = target.length - 1; sum >= 0; sum -= 1) {
    const added = source !== undefined && sum >= shift ? (source[sum - shift] ?? 0) : 0;
    target[sum] = ((target[sum] ?? 0) + added) / 2;
  }
}
