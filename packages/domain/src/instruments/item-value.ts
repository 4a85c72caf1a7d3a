import type { Answer } from "./answers";
import type { Instrument } from "./instrument";
import type { Item } from "./item";

/** Lowest and highest value an item can score, before reversing (the same after it). A keyed item scores 0 or 1. */
export function valueRange(instrument: Instrument, item: Item): { minimum: number; maximum: number } {
  if (item.key !== undefined) return { minimum: 0, maximum: 1 };
  if (item.response.kind === "number") return { minimum: item.response.minimum, maximum: item.response.maximum };
  const values: number[] = [];
  for (const option of instrument.responseSets[item.response.set]?.options ?? []) {
    if (option.value !== null) values.push(option.value);
  }
  return { minimum: Math.min(...values), maximum: Math.max(...values) };
}

/** Turns a value round inside its range; doing it twice gives the value back. */
export function reverseValue(value: number, range: { minimum: number; maximum: number }): number {
  return range.minimum + range.maximum - value;
}

function rawValue(instrument: Instrument, item: Item, answer: number): number | null {
  if (item.response.kind === "number") return answer;
  const option = instrument.responseSets[item.response.set]?.options.find(({ code }) => code === answer);
  if (option === undefined) return null;
  return item.key === undefined ? option.value : Number(answer === item.key);
}

/**
 * The value one answer scores, reversed where the instrument says so; null when there is no value to score: not
 * answered, an option without a value, or a code the item does not have (answers are checked before they are stored, and
 * an unchecked code must never turn into a number).
 */
export function itemValue(instrument: Instrument, item: Item, answer: Answer | undefined): number | null {
  if (typeof answer !== "number" || !Number.isFinite(answer)) return null;
  const value = rawValue(instrument, item, answer);
  if (value === null || !instrument.reverse.includes(item.id)) return value;
  return reverseValue(value, valueRange(instrument, item));
}
