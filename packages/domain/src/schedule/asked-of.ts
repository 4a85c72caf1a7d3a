/** Whom a programme asks an instrument: everybody, or only people of cohorts of one kind. */
export const ASKED_OF = ["everyone", "peer-support", "comparison"] as const;
export type AskedOf = (typeof ASKED_OF)[number];

/** Text as stored or sent, as one of them; what is none of them asks everyone. */
export function readAskedOf(text: string): AskedOf {
  return ASKED_OF.find((one) => one === text) ?? "everyone";
}

/** When and of whom an instrument in use is asked, as a programme has set it. */
export interface Asking {
  /** Codes of the timepoints at which it is asked; empty = all. */
  readonly timepointCodes: readonly string[];
  /** One of `ASKED_OF`. */
  readonly askedOf: string;
}

/** Whether people of a cohort of this kind are asked at all. */
export function isAskedOf({ askedOf }: Pick<Asking, "askedOf">, cohortKind: string): boolean {
  return askedOf === "everyone" || askedOf === cohortKind;
}

/** Whether it is asked at a timepoint, of whomever. */
export function isAskedAt({ timepointCodes }: Pick<Asking, "timepointCodes">, timepointCode: string): boolean {
  return timepointCodes.length === 0 || timepointCodes.includes(timepointCode);
}

/**
 * Whether somebody is expected to answer an instrument at a timepoint. What nobody expects of them is neither due nor
 * overdue, and not missing either.
 */
export function isExpected(
  asking: Asking,
  of: { readonly timepointCode: string; readonly cohortKind: string },
): boolean {
  return isAskedAt(asking, of.timepointCode) && isAskedOf(asking, of.cohortKind);
}
