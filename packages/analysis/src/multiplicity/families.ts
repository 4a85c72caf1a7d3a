import { adjustPValues } from "@alongside/statistics/multiplicity/adjust-p-values";

/** Families within which p values are adjusted for their number. */
export const FAMILIES = ["primary", "secondary", "exploratory"] as const;
export type Family = (typeof FAMILIES)[number];

/** One test that was run, whether or not it is on the screen. */
export interface FamilyTest {
  readonly key: string;
  readonly family: Family;
  /** Null where no test could be made: it takes no share of the error. */
  readonly pValue: number | null;
}

/** A test's p value among its family. */
export interface AdjustedTest extends FamilyTest {
  readonly adjusted: number | null;
  readonly method: "none" | "holm" | "BH";
  /** Tests in the family that were run. */
  readonly m: number;
}

const METHODS = { primary: "none", secondary: "holm", exploratory: "BH" } as const;

/**
 * P values adjusted within their families: the primary test stands alone, the planned secondary ones share their error by
 * Holm's method, what nobody planned is controlled for false discoveries by Benjamini and Hochberg's. Every test that was
 * run counts, also those off the screen. R: p.adjust(p, "holm"), p.adjust(p, "BH").
 */
export function adjustFamilies(tests: readonly FamilyTest[]): readonly AdjustedTest[] {
  const adjusted = new Map<FamilyTest, number>();
  for (const family of FAMILIES) {
    const run = tests.filter((test) => test.family === family && test.pValue !== null);
    const values = adjustPValues(
      run.map(({ pValue }) => pValue ?? 1),
      METHODS[family],
    );
    for (const [at, test] of run.entries()) adjusted.set(test, values[at] ?? 1);
  }
  return tests.map((test) => ({
    ...test,
    adjusted: adjusted.get(test) ?? null,
    method: METHODS[test.family],
    m: tests.filter(({ family, pValue }) => family === test.family && pValue !== null).length,
  }));
}
