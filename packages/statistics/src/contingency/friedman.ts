import { midRanks } from "../descriptive/ranks";
import { type InsufficientData, insufficient, tooFew } from "../estimate";
import { type ChiSquaredTest, chiSquaredTest } from "./chi-squared-result";

const PROVENANCE = { statistic: "contingency/friedman", version: 1 } as const;

/** Friedman's test with the concordance of the people's orders. */
export interface FriedmanTest extends ChiSquaredTest {
  /** Kendall's W, 0 to 1: the statistic over n (k - 1). */
  readonly concordance: number;
}

/**
 * Friedman's test: whether k occasions (or conditions) rank alike within the same people. Corrected for ties.
 * Insufficient data without people, with fewer than two occasions, and when everybody is tied throughout.
 * Friedman (1937), JASA 32, 675-701. R: friedman.test(matrix).
 * @param rows one row per person, as many numbers in each
 * @throws RangeError when rows differ in length
 */
export function friedman(rows: readonly (readonly number[])[]): FriedmanTest | InsufficientData {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== k)) throw new RangeError("Rows differ in length");
  if (!rows.every((row) => row.every(Number.isFinite))) return insufficient("not-finite", n);
  if (n === 0) return tooFew(1, 0);
  if (k < 2) return tooFew(2, k);
  const middle = (k + 1) / 2;
  const columns: number[] = Array.from({ length: k }, () => 0);
  let spread = 0;
  for (const row of rows) {
    midRanks(row).ranks.forEach((rank, column) => {
      columns[column] = (columns[column] ?? 0) + rank - middle;
      spread += (rank - middle) ** 2;
    });
  }
  if (spread === 0) return insufficient("no-spread", n);
  const between = columns.reduce((sum, deviation) => sum + deviation ** 2, 0);
  const statistic = ((k - 1) * between) / spread;
  const test = chiSquaredTest(statistic, k - 1, { n, method: "friedman", provenance: PROVENANCE });
  return { ...test, concordance: statistic / (n * (k - 1)) };
}
