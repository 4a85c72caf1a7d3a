/**
 * Exact decimal numbers: coefficient / 10^scale. Sums and cross-products of scores are kept in this form because they
 * are added in any order, by the database and by programs, and must come out the same to the last digit; and because
 * the textbook formula sumXX - sumX^2 / n loses all its digits in floating point when the mean is large.
 */
export interface Decimal {
  readonly coefficient: bigint;
  /** Digits after the decimal point, never negative. */
  readonly scale: number;
}

export const ZERO: Decimal = { coefficient: 0n, scale: 0 };

const PATTERN = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * Reads a finite number or decimal text ("12.50", "-3", "1e-7"). A double is read as its shortest decimal form, which
 * is also what PostgreSQL prints for it, so both sides add the same numbers.
 * @throws RangeError for anything else, NaN and infinities included.
 */
export function parseDecimal(input: number | string): Decimal {
  // Most sums of most cells are nothing, and a whole number needs no reading of its digits.
  if (input === 0 || input === "0") return ZERO;
  if (Number.isSafeInteger(input)) return { coefficient: BigInt(input), scale: 0 };
  const match = PATTERN.exec(String(input));
  if (!match) throw new RangeError(`Not a decimal number: ${String(input).slice(0, 40)}`);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const magnitude = BigInt(whole + fraction);
  const signed = sign === "-" ? -magnitude : magnitude;
  const scale = fraction.length - Number(exponent);
  return scale >= 0
    ? reduce({ coefficient: signed, scale })
    : { coefficient: signed * 10n ** BigInt(-scale), scale: 0 };
}

/** Drops trailing zeros after the point, so that equal numbers have equal forms. */
function reduce({ coefficient, scale }: Decimal): Decimal {
  let [digits, places] = [coefficient, scale];
  while (places > 0 && digits % 10n === 0n) {
    digits /= 10n;
    places -= 1;
  }
  return { coefficient: digits, scale: places };
}

function atScale(number: Decimal, scale: number): bigint {
  return number.coefficient * 10n ** BigInt(scale - number.scale);
}

/** The exact sum of two numbers. */
export function add(a: Decimal, b: Decimal): Decimal {
  if (a.coefficient === 0n) return b;
  if (b.coefficient === 0n) return a;
  if (a.scale === 0 && b.scale === 0) return { coefficient: a.coefficient + b.coefficient, scale: 0 };
  const scale = Math.max(a.scale, b.scale);
  return reduce({ coefficient: atScale(a, scale) + atScale(b, scale), scale });
}

/** The same number with the other sign. */
export function negate(a: Decimal): Decimal {
  return { coefficient: -a.coefficient, scale: a.scale };
}

/** The exact difference: the first number less the second. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

/** The exact product of two numbers. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return reduce({ coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale });
}

/** The sign of a number: -1, 0 or 1. */
export function sign(a: Decimal): -1 | 0 | 1 {
  if (a.coefficient === 0n) return 0;
  return a.coefficient < 0n ? -1 : 1;
}

/** Plain text without exponent and without superfluous zeros; equal numbers give equal text. */
export function toText(number: Decimal): string {
  if (number.scale === 0) return String(number.coefficient);
  const { coefficient, scale } = reduce(number);
  const digits = String(coefficient < 0n ? -coefficient : coefficient).padStart(scale + 1, "0");
  const minus = coefficient < 0n ? "-" : "";
  if (scale === 0) return minus + digits;
  return `${minus}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
