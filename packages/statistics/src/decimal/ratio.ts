import type { Decimal } from "./decimal";

/** More than the 17 significant digits of a double; rest is cut, which leaves an error far below half a unit. */
const SIGNIFICANT_DIGITS = 30;

interface Scientific {
  readonly negative: boolean;
  readonly digits: bigint;
  /** The value is digits * 10^exponent. */
  readonly exponent: number;
}

function divide(numerator: Decimal, denominator: Decimal): Scientific {
  if (denominator.coefficient === 0n) throw new RangeError("Division by zero");
  const top = numerator.coefficient < 0n ? -numerator.coefficient : numerator.coefficient;
  const bottom = denominator.coefficient < 0n ? -denominator.coefficient : denominator.coefficient;
  // Scaled up or down, so that the quotient always has SIGNIFICANT_DIGITS digits or one more.
  const shift = SIGNIFICANT_DIGITS + String(bottom).length - String(top).length;
  const power = 10n ** BigInt(Math.abs(shift));
  return {
    negative: numerator.coefficient < 0n !== denominator.coefficient < 0n,
    digits: shift >= 0 ? (top * power) / bottom : top / (bottom * power),
    exponent: denominator.scale - numerator.scale - shift,
  };
}

/**
 * numerator / denominator as a double, correct to its last digit or so. Values too large for a double become infinite,
 * values too small become zero, as in floating point.
 * @throws RangeError when the denominator is zero.
 */
export function ratio(numerator: Decimal, denominator: Decimal): number {
  const { negative, digits, exponent } = divide(numerator, denominator);
  const magnitude = Number(`${digits}e${exponent}`);
  return negative && magnitude !== 0 ? -magnitude : magnitude;
}

/**
 * Square root of numerator / denominator as a double. Beyond the range of doubles the root is taken before the
 * power of ten is applied, so it survives where the quotient itself would overflow.
 * @throws RangeError when the quotient is negative or the denominator is zero.
 */
export function squareRootOfRatio(numerator: Decimal, denominator: Decimal): number {
  const { negative, digits, exponent } = divide(numerator, denominator);
  if (digits === 0n) return 0;
  if (negative) throw new RangeError("Square root of a negative number");
  const quotient = Number(`${digits}e${exponent}`);
  if (quotient > 1e-290 && quotient < 1e300) return Math.sqrt(quotient);
  const odd = exponent % 2 !== 0;
  const root = Math.sqrt(Number(odd ? digits * 10n : digits));
  // Below 1e21 a number prints without exponent, so one can be appended.
  return Number(`${root}e${(odd ? exponent - 1 : exponent) / 2}`);
}
