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

const METHODS = { primary: "holm", secondary: "holm", exploratory: "BH" } as const;

/**
 * P values adjusted within their families: the primary test stands alone, and shares its error by Holm's method where more
 * than one cohort is tested on the primary outcome; so do the planned secondary ones. What nobody planned is controlled for
 * false discoveries by Benjamini and Hochberg's method. Every test that was run counts, also those off the screen.
 * R: p.adjust(p, "holm"), p.adjust(p, "BH").
 */
export function adjustFamilies(tests: readonly FamilyTest[]): readonly AdjustedTest[] {
  const run = (family: Family) => tests.filter((test) => test.family === family && test.pValue !== null);
  const adjusted = new Map<FamilyTest, number>();
  for (const family of FAMILIES) {
    const members = run(family);
    const values = adjustPValues(
      members.map(({ pValue }) => pValue ?? 1),
      METHODS[family],
    );
    for (const [at, test] of members.entries()) adjusted.set(test, values[at] ?? 1);
  }
  return tests.map((test) => {
    const m = run(test.family).length;
    const alone = test.family === "primary" && m === 1;
    return { ...test, adjusted: adjusted.get(test) ?? null, method: alone ? "none" : METHODS[test.family], m };
  });
}
