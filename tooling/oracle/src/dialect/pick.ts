import { DialectError } from "./failure";
import { flags, numbers, texts } from "./make";
import type { Attributes, RAtomic, RValue, RVector } from "./values";

/** The element at a position from 0: a list's entry itself, else a vector of one. */
export function pick(vector: RVector, position: number): RValue {
  if (position < 0 || position >= vector.values.length) throw new DialectError("Subscript out of bounds");
  if (vector.kind === "list") {
    const entry = vector.values[position];
    if (entry === undefined) throw new DialectError("Subscript out of bounds");
    return entry;
  }
  const { levels, class: className } = vector.attributes;
  return pickAtomic(vector, [position], { levels, class: className });
}

/** Elements at positions from 0; null and positions outside give NA. */
export function pickAtomic(vector: RAtomic, positions: readonly (number | null)[], attributes: Attributes): RAtomic {
  if (vector.kind === "number") return numbers(takeFrom(vector.values, positions), attributes);
  if (vector.kind === "character") return texts(takeFrom(vector.values, positions), attributes);
  return flags(takeFrom(vector.values, positions), attributes);
}

export function takeFrom<T>(
  values: readonly (T | null)[],
  positions: readonly (number | null)[],
): readonly (T | null)[] {
  return positions.map((position) => (position === null ? null : (values[position] ?? null)));
}
