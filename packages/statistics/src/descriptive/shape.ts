import { type InsufficientData, insufficient, tooFew } from "../estimate";
import type { Quantity } from "../paired/change-from-moments";
import type { MomentSums } from "./moment-sums";

/**
 * Three figures go by each of these names. With m_k the k-th mean power of the deviations and s the standard deviation
 * (divisor n - 1), skewness is
 * - "moment": m3 / m2^(3/2);
 * - "adjusted": the moment figure times sqrt(n (n - 1)) / (n - 2), unbiased for the normal; SAS, SPSS, Excel;
 * - "sample": m3 / s^3; R's psych and Minitab.
 * R: e1071::skewness(x, type = 1, 2, 3) in this order.
 */
export type ShapeDefinition = "moment" | "adjusted" | "sample";

/** Skewness; needs two people, three for "adjusted", who are not all alike. */
export function skewness(sums: MomentSums, definition: ShapeDefinition): Quantity {
  const { n } = sums;
  const without = missing(sums, definition === "adjusted" ? 3 : 2);
  if (without !== null) return without;
  const moment = (sums.cubes / n / (sums.squares / n)) * Math.sqrt(n / sums.squares);
  const factor = {
    moment: 1,
    adjusted: Math.sqrt(n * (n - 1)) / (n - 2),
    sample: (1 - 1 / n) ** 1.5,
  }[definition];
  return finite(moment * factor, n);
}

/**
 * Kurtosis in excess of the normal's 3, likewise: m4 / m2^2 - 3; its unbiased form
 * ((n + 1) g + 6) (n - 1) / ((n - 2) (n - 3)) of four people or more; m4 / s^4 - 3. R: e1071::kurtosis.
 */
export function excessKurtosis(sums: MomentSums, definition: ShapeDefinition): Quantity {
  const { n } = sums;
  const without = missing(sums, definition === "adjusted" ? 4 : 2);
  if (without !== null) return without;
  const moment = (n * (sums.fourthPowers / sums.squares)) / sums.squares - 3;
  const value = {
    moment,
    adjusted: (((n + 1) * moment + 6) * (n - 1)) / ((n - 2) * (n - 3)),
    sample: (moment + 3) * (1 - 1 / n) ** 2 - 3,
  }[definition];
  return finite(value, n);
}

function missing({ n, squares }: MomentSums, needed: number): InsufficientData | null {
  if (n < needed) return tooFew(needed, n);
  return squares === 0 ? insufficient("no-spread", n) : null;
}

function finite(value: number, n: number): Quantity {
  return Number.isFinite(value) ? { kind: "value", value } : insufficient("out-of-range", n);
}
