import { adjustPValues } from "@alongside/statistics/multiplicity/adjust-p-values";

/** Families within which p values are adjusted for their number. */
export const FAMILIES = ["primary", "secondary", "exploratory"] as const;
export type Family = (typeof FAMILIES)[number];

/** One test that was run, whether or not it is on the screen. */
export interface FamilyTest {
  readonly key: string;
  readonly family: Family;
  /**
   * Null where no test could be made: it takes no share of the error. "elsewhere" for a test that the product runs on another
   * page and whose p value is not at hand here: it takes its share.
   */
  readonly pValue: number | "elsewhere" | null;
}

/** A test's p value among its family. */
export interface AdjustedTest extends FamilyTest {
  readonly adjusted: number | null;
  readonly method: "none" | "holm" | "BH";
  /** Tests in the family that are run, here or elsewhere. */
  readonly m: number;
}

const METHODS = { primary: "holm", secondary: "holm", exploratory: "BH" } as const;

/**
 * P values adjusted within their families: the primary test stands alone, and shares its error by Holm's method where more
 * than one cohort is tested on the primary outcome; so do the planned secondary ones. What nobody planned is controlled for
 * false discoveries by Benjamini and Hochberg's method. Every test that is run counts, also those off the screen: those whose p
 * value is not at hand are taken for the largest of their family, which can only make the others larger.
 * R: p.adjust(p, "holm", n = m), p.adjust(p, "BH", n = m).
 */
export function adjustFamilies(tests: readonly FamilyTest[]): readonly AdjustedTest[] {
  const run = (family: Family) => tests.filter((test) => test.family === family && test.pValue !== null);
  const adjusted = new Map<FamilyTest, number>();
  const sizes = new Map(FAMILIES.map((family) => [family, run(family).length]));
  for (const family of FAMILIES) {
    const members = run(family).flatMap((test) => (typeof test.pValue === "number" ? [{ test, p: test.pValue }] : []));
    const values = adjustPValues(
      members.map(({ p }) => p),
      METHODS[family],
      sizes.get(family),
    );
    for (const [at, { test }] of members.entries()) adjusted.set(test, values[at] ?? 1);
  }
  return tests.map((test) => {
    const m = sizes.get(test.family) ?? 0;
    const alone = test.family === "primary" && m === 1;
    return { ...test, adjusted: adjusted.get(test) ?? null, method: alone ? "none" : METHODS[test.family], m };
  });
}
