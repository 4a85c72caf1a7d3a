import { type InsufficientData, insufficient, whereFinite } from "../estimate";

/** A study's effect with its sampling variance, ready to be pooled. Ratios are on the scale of their logarithm. */
export interface StudyEffect {
  readonly kind: "effect";
  readonly value: number;
  readonly variance: number;
}

/** Counts of two groups: events and others in the first, events and others in the second. */
export interface TwoByTwo {
  readonly firstEvents: number;
  readonly firstOthers: number;
  readonly secondEvents: number;
  readonly secondOthers: number;
}

/** Added to all four cells of a table in which one is zero, and to no other. */
const CONTINUITY = 0.5;

/** log odds ratio; variance 1/a + 1/b + 1/c + 1/d. R: metafor::escalc("OR"). */
export function logOddsRatio(table: TwoByTwo): StudyEffect | InsufficientData {
  return ofCells(table, ({ firstEvents: a, firstOthers: b, secondEvents: c, secondOthers: d }) => ({
    value: Math.log(a / b) - Math.log(c / d),
    variance: 1 / a + 1 / b + 1 / c + 1 / d,
  }));
}

/** log risk ratio; variance 1/a - 1/(a + b) + 1/c - 1/(c + d). R: metafor::escalc("RR"). */
export function logRiskRatio(table: TwoByTwo): StudyEffect | InsufficientData {
  return ofCells(table, ({ firstEvents: a, firstOthers: b, secondEvents: c, secondOthers: d }) => ({
    value: Math.log(a / (a + b)) - Math.log(c / (c + d)),
    variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
  }));
}

/** Risk difference; variance p(1 - p)/n of each group. R: metafor::escalc("RD"). */
export function riskDifference(table: TwoByTwo): StudyEffect | InsufficientData {
  return ofCells(table, ({ firstEvents: a, firstOthers: b, secondEvents: c, secondOthers: d }) => ({
    value: a / (a + b) - c / (c + d),
    variance: ((a / (a + b)) * (b / (a + b))) / (a + b) + ((c / (c + d)) * (d / (c + d))) / (c + d),
  }));
}

/**
 * An effect of a table, with 0.5 added to all cells when one is zero.
 * @throws RangeError for a count that is negative or not finite
 */
function ofCells(
  table: TwoByTwo,
  effect: (cells: TwoByTwo) => { readonly value: number; readonly variance: number },
): StudyEffect | InsufficientData {
  const { firstEvents: a, firstOthers: b, secondEvents: c, secondOthers: d } = table;
  const counts = [a, b, c, d];
  if (!counts.every((count) => Number.isFinite(count) && count >= 0)) throw new RangeError("A count is negative");
  if (a + b === 0 || c + d === 0) return insufficient("no-events", a + b + c + d);
  const add = counts.includes(0) ? CONTINUITY : 0;
  const cells = { firstEvents: a + add, firstOthers: b + add, secondEvents: c + add, secondOthers: d + add };
  const { value, variance } = effect(cells);
  return studyEffect(value, variance, a + b + c + d);
}

/** An effect on the scale on which it is pooled, if doubles hold it. */
export function studyEffect(value: number, variance: number, n: number): StudyEffect | InsufficientData {
  return whereFinite({ kind: "effect", value, variance }, n);
}
