import { areFinite } from "../estimate";
/** A value that is known, or known only to lie below, above or between limits. Limits may differ from value to value. */
export type CensoredValue =
  | { readonly kind: "exact"; readonly value: number }
  | { readonly kind: "below"; readonly limit: number }
  | { readonly kind: "above"; readonly limit: number }
  | { readonly kind: "between"; readonly low: number; readonly high: number };

/** How many values are known in which way. */
export interface CensoredCounts {
  readonly exact: number;
  readonly below: number;
  readonly above: number;
  readonly between: number;
}

/** Whether all values and limits are numbers that doubles hold. */
export function areFiniteCensored(values: readonly CensoredValue[]): boolean {
  return values.every((value) => areFinite(value.kind === "between" ? [value.low, value.high] : [singleNumber(value)]));
}

/**
 * Refuses values that no correct program passes in.
 * @throws RangeError when a number is not finite or a lower limit is not below the upper one
 */
export function checkCensored(values: readonly CensoredValue[]): void {
  if (!areFiniteCensored(values)) throw new RangeError("A value or limit is not finite");
  for (const value of values) {
    if (value.kind === "between" && !(value.low < value.high))
      throw new RangeError("A lower limit is not below the upper");
  }
}

/** Counts the values by what is known of them. */
export function countCensored(values: readonly CensoredValue[]): CensoredCounts {
  const count = (kind: CensoredValue["kind"]) => values.filter((value) => value.kind === kind).length;
  return { exact: count("exact"), below: count("below"), above: count("above"), between: count("between") };
}

/** The value itself, or the limit nearest to it: the middle for values between limits. */
export function singleNumber(value: CensoredValue): number {
  switch (value.kind) {
    case "exact":
      return value.value;
    case "below":
    case "above":
      return value.limit;
    case "between":
      return value.low / 2 + value.high / 2;
  }
}
