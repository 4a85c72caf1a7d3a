/**
 * Stops what is not a share strictly between 0 and 1.
 * @throws RangeError naming what it was meant to be
 */
export function requireShare(share: number, meaning: string): void {
  if (!(share > 0 && share < 1)) throw new RangeError(`Not a ${meaning}: ${share}`);
}

/**
 * Stops what is not a positive number.
 * @throws RangeError naming what it was meant to be
 */
export function requirePositive(value: number, meaning: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`Not a ${meaning}: ${value}`);
}
