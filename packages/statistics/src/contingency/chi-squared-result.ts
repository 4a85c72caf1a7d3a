import { chiSquaredUpper } from "../distribution/chi-squared";
import type { Provenance } from "../estimate";

/** A test whose statistic is compared with a chi-squared distribution. */
export interface ChiSquaredTest {
  readonly kind: "chi-squared-test";
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Upper tail. */
  readonly pValue: number;
  /** People, pairs or blocks the test rests on. */
  readonly n: number;
  /** Stable name of the method, e.g. "cochran-q". */
  readonly method: string;
  readonly provenance: Provenance;
}

/** The test with its tail probability; `statistic` is zero or more. R: pchisq(statistic, df, lower.tail = FALSE). */
export function chiSquaredTest(
  statistic: number,
  degreesOfFreedom: number,
  about: { readonly n: number; readonly method: string; readonly provenance: Provenance },
): ChiSquaredTest {
  const pValue = chiSquaredUpper(statistic, degreesOfFreedom);
  return { kind: "chi-squared-test", statistic, degreesOfFreedom, pValue, ...about };
}
