import { midRanks } from "@alongside/statistics/descriptive/ranks";

/** The standardised signed rank statistic of data moved down by a shift, as R's wilcox.test searches it for its interval. */
export function signedRankScore(values: readonly number[], shift: number, corrected: boolean): number {
  const moved = values.map((value) => value - shift).filter((value) => value !== 0);
  const { ranks, tieSizes } = midRanks(moved.map(Math.abs));
  const n = moved.length;
  const positive = moved.reduce((sum, value, index) => sum + (value > 0 ? (ranks[index] ?? 0) : 0), 0);
  const centred = positive - (n * (n + 1)) / 4;
  const ties = tieSizes.reduce((sum, size) => sum + (size ** 3 - size), 0);
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - ties / 48);
  return (centred - (corrected ? Math.sign(centred) * 0.5 : 0)) / deviation;
}

/** The standardised rank sum statistic of a first group moved down by a shift, likewise. */
export function rankSumScore(
  first: readonly number[],
  second: readonly number[],
  shift: number,
  corrected: boolean,
): number {
  const [m, n] = [first.length, second.length];
  const { ranks, tieSizes } = midRanks([...first.map((value) => value - shift), ...second]);
  const rankSum = ranks.slice(0, m).reduce((sum, rank) => sum + rank, 0);
  const centred = rankSum - (m * (m + 1)) / 2 - (m * n) / 2;
  const ties = tieSizes.reduce((sum, size) => sum + (size ** 3 - size), 0);
  const deviation = Math.sqrt(((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1))));
  return (centred - (corrected ? Math.sign(centred) * 0.5 : 0)) / deviation;
}
