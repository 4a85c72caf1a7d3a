/** Ranks from 1, and how many values share each. */
export interface MidRanks {
  /** One per value, in the order given; equal values share the mean of their places. */
  readonly ranks: number[];
  /** The sizes of the groups of equal values, from the smallest value up; 1 where a value stands alone. */
  readonly tieSizes: number[];
}

/**
 * Mid-ranks. Values are equal only when they are the same double: differences of decimals are to be rounded by the
 * caller before they are ranked. R: rank(values).
 * @throws RangeError when a value is not a number
 */
export function midRanks(values: readonly number[]): MidRanks {
  if (values.some(Number.isNaN)) throw new RangeError("Not a list of numbers");
  const places = new Map<number, { below: number; size: number }>();
  const tieSizes: number[] = [];
  let below = 0;
  const sorted = Float64Array.from(values).sort();
  for (let from = 0; from < sorted.length; ) {
    const value = sorted[from] ?? 0;
    let to = from + 1;
    while (to < sorted.length && sorted[to] === value) to += 1;
    const size = to - from;
    places.set(value, { below, size });
    tieSizes.push(size);
    below += size;
    from = to;
  }
  const ranks = values.map((value) => {
    const place = places.get(value) ?? { below: 0, size: 1 };
    return place.below + (place.size + 1) / 2;
  });
  return { ranks, tieSizes };
}
