import { add, type Decimal, multiply, parseDecimal, toText, ZERO } from "../decimal/decimal";
import type { PairedSums } from "./paired-change-from-sums";

/**
 * Exact sums over pairs, x before and y after, as decimal text.
 * @throws RangeError when the lengths differ or a value is not finite
 */
export function sumsOfPairs(pre: readonly number[], post: readonly number[]): PairedSums {
  if (pre.length !== post.length) throw new RangeError(`${pre.length} values before but ${post.length} after`);
  const x = pre.map(parseDecimal);
  const y = post.map(parseDecimal);
  return {
    n: pre.length,
    sumX: total(x, () => ONE),
    sumY: total(y, () => ONE),
    sumXX: total(x, (index) => x[index]),
    sumYY: total(y, (index) => y[index]),
    sumXY: total(x, (index) => y[index]),
  };
}

const ONE = parseDecimal(1);

function total(values: readonly Decimal[], factor: (index: number) => Decimal | undefined): string {
  return toText(values.reduce((sum, value, index) => add(sum, multiply(value, factor(index) ?? ZERO)), ZERO));
}
