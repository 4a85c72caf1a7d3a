import { BTHEB } from "./btheb";
import { CHAIN } from "./chain";
import { FDD } from "./fdd";
import type { ShippedStudy } from "./study";

/** The studies that come with the product, the ready-made example first. */
export const SHIPPED_STUDIES = [BTHEB, FDD, CHAIN] as const satisfies readonly ShippedStudy[];
export type ShippedStudySlug = (typeof SHIPPED_STUDIES)[number]["slug"];

/** The study of that slug, or undefined. */
export function shippedStudy(slug: string): ShippedStudy | undefined {
  return SHIPPED_STUDIES.find((study) => study.slug === slug);
}

/** The file of a study as bytes, as an upload of `data.csv` would bring them. */
export function studyBytes(study: ShippedStudy): Uint8Array {
  return new TextEncoder().encode(study.csv);
}
