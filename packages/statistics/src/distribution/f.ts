import { betaTails, oddsQuantile, type Tails } from "./beta";
import { chiSquaredCdf, chiSquaredQuantile, chiSquaredUpper } from "./chi-squared";

/** P(F <= x) with df1, df2 > 0; df2 may be infinite. R: pf(x, df1, df2). */
export function fCdf(x: number, df1: number, df2: number): number {
  return df2 === Infinity ? chiSquaredCdf(x * df1, df1) : tails(x, df1, df2).lower;
}

/** P(F > x). R: pf(x, df1, df2, lower.tail = FALSE). */
export function fUpper(x: number, df1: number, df2: number): number {
  return df2 === Infinity ? chiSquaredUpper(x * df1, df1) : tails(x, df1, df2).upper;
}

/** x with P(F <= x) = p. R: qf(p, df1, df2). */
export function fQuantile(p: number, df1: number, df2: number): number {
  return df2 === Infinity ? chiSquaredQuantile(p, df1) / df1 : oddsQuantile(p, df1 / 2, df2 / 2) * (df2 / df1);
}

function tails(x: number, df1: number, df2: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  const odds = x * (df1 / df2);
  return betaTails(odds === Infinity ? 1 : odds / (1 + odds), 1 / (1 + odds), df1 / 2, df2 / 2);
}
