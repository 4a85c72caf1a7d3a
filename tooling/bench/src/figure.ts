/** What must hold for an aim to be met. */
export interface Aim {
  readonly comparison: "at-most" | "at-least";
  readonly value: number;
}

/** One measured number: a row of the table, an object of the JSON. */
export interface Figure {
  readonly bench: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: Aim;
}

/** Whether the aim is met; undefined where there is none. */
export function isMet({ value, aim }: Figure): boolean | undefined {
  if (aim === undefined) return undefined;
  return aim.comparison === "at-most" ? value <= aim.value : value >= aim.value;
}

/** The middle value; of an even number of values the mean of the two in the middle. Throws on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  if (low === undefined || high === undefined) throw new RangeError("the median of nothing");
  return (low + high) / 2;
}

/** The smallest value with at least this part of all values at or below it (nearest rank). Throws on an empty list. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("a quantile of nothing");
  return value;
}
