import { DialectError } from "./failure";
import { asNumbers, asTexts, isFactor } from "./read";
import type { RValue } from "./values";

/**
 * The positions from 0 that an index of R names: numbers from 1, negative numbers to leave out, truth values, names.
 * null stands for NA; a position at or beyond the extent is left to the caller.
 * @param extent elements there are along this dimension
 * @param names of those elements, for an index of texts
 * @param grow gives a name that is not there the next position instead of NA, for assignments
 */
export function positionsOf(
  index: RValue,
  extent: number,
  names: readonly string[] | null | undefined,
  grow = false,
): readonly (number | null)[] {
  if (index.kind === "character") return namedPositions(asTexts(index).values, extent, names, grow);
  if (index.kind === "logical") {
    const length = Math.max(extent, index.values.length);
    const positions: (number | null)[] = [];
    for (let position = 0; position < length; position++) {
      const chosen = index.values[position % index.values.length];
      if (chosen === null) positions.push(null);
      else if (chosen === true) positions.push(position);
    }
    return positions;
  }
  if (index.kind === "number") {
    const values = isFactor(index) ? index.values : asNumbers(index).values;
    if (values.some((value) => value !== null && value < 0)) {
      if (values.some((value) => value === null || value > 0))
        throw new DialectError("Negative and positive subscripts mixed");
      const without = new Set(values.map((value) => Math.trunc(-(value ?? 0)) - 1));
      return Array.from({ length: extent }, (_, position) => position).filter((position) => !without.has(position));
    }
    return values
      .filter((value) => value === null || Math.trunc(value) !== 0)
      .map((value) => (value === null || Number.isNaN(value) ? null : Math.trunc(value) - 1));
  }
  if (index.kind === "null") return [];
  throw new DialectError(`Cannot index by ${index.kind}`);
}

function namedPositions(
  wanted: readonly (string | null)[],
  extent: number,
  names: readonly string[] | null | undefined,
  grow: boolean,
): readonly (number | null)[] {
  const known = new Map<string, number>();
  for (const [position, name] of (names ?? []).entries()) if (!known.has(name)) known.set(name, position);
  let next = extent;
  return wanted.map((name) => {
    if (name === null) return null;
    const position = known.get(name);
    if (position !== undefined) return position;
    if (!grow) return null;
    known.set(name, next);
    return next++;
  });
}
