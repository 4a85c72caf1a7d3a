/** Whether a figure about a scale would come out much the same in other people of the programme. */
export type Stability = "stable" | "unstable";

/** Fewer people than this, and a figure about a scale is shown as unstable. */
export const STABLE_FROM = 50;
/** Fewer people than this, and it is not shown. */
export const SHOWN_FROM = 20;

/** Why a figure about a scale is not shown. */
export interface TooFewForScale {
  readonly kind: "hidden";
  readonly needed: typeof SHOWN_FROM;
  readonly had: number;
}

/** Stability by the number of people, or that there are too few to show anything. */
export function stabilityOf(n: number): Stability | TooFewForScale {
  if (n < SHOWN_FROM) return { kind: "hidden", needed: SHOWN_FROM, had: n };
  return n < STABLE_FROM ? "unstable" : "stable";
}
