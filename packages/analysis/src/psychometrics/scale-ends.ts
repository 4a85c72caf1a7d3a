import type { MeasureDescription } from "../change/measure-description";
import type { PersonSeries } from "../rows/person-series";
import { type Stability, stabilityOf, type TooFewForScale } from "./stability";

/** More people than this at an end, and the scale cannot show those people's change that way. */
export const END_LIMIT = 0.15;

/** People at one end of a scale. */
export interface ScaleEnd {
  readonly share: number;
  /** 15 % or more. */
  readonly crowded: boolean;
}

/** Shares of people at the lowest and the highest possible score before anything happened. */
export type ScaleEnds =
  | {
      readonly kind: "ends";
      readonly n: number;
      readonly stability: Stability;
      readonly floor: ScaleEnd;
      readonly ceiling: ScaleEnd;
      /** The end at which nobody can get better; null where a measure has no better end. */
      readonly goodEnd: "floor" | "ceiling" | null;
    }
  | { readonly kind: "no-ends" }
  | TooFewForScale;

/** Floor and ceiling at the baseline, over everybody scored then. */
export function scaleEnds(
  people: readonly PersonSeries[],
  { range, improvement }: Pick<MeasureDescription, "range" | "improvement">,
): ScaleEnds {
  if (range === null) return { kind: "no-ends" };
  const scores = people.flatMap(({ values }) => values[0] ?? []);
  const n = scores.length;
  const stability = stabilityOf(n);
  if (typeof stability !== "string") return stability;
  const at = (end: number): ScaleEnd => {
    const share = scores.filter((score) => score === end).length / n;
    return { share, crowded: share >= END_LIMIT };
  };
  return {
    kind: "ends",
    n,
    stability,
    floor: at(range.minimum),
    ceiling: at(range.maximum),
    goodEnd: improvement === "none" ? null : improvement === "increase" ? "ceiling" : "floor",
  };
}
