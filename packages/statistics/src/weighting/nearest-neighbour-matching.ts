export interface MatchedPair {
  /** Positions of two people. */
  readonly treated: number;
  readonly control: number;
}

export interface MatchingOptions {
  /** Controls for each treated person, in rounds: everyone gets a first before anyone gets a second. */
  readonly ratio?: number;
  /** Greatest distance of a pair; without one the nearest is taken however far. */
  readonly caliper?: number;
}

/**
 * Pairs of treated people and controls who are near each other, each control used once. The treated with the largest
 * distance measure, who are hardest to match, choose first; ties go by order.
 * Source: Rosenbaum and Rubin (1985), American Statistician 39, 33-38. R: MatchIt::matchit(method = "nearest").
 * @param distance one number per person, usually the propensity score
 * @returns pairs in the order they were made; treated people without an entry found no control
 * @throws RangeError for unequal lengths, values that are not finite, or a ratio that is not a whole number above 0
 */
export function nearestNeighbourMatching(
  distance: ArrayLike<number>,
  treated: readonly boolean[],
  { ratio = 1, caliper = Number.POSITIVE_INFINITY }: MatchingOptions = {},
): readonly MatchedPair[] {
  const n = treated.length;
  if (distance.length !== n) throw new RangeError(`${distance.length} distances for ${n} people`);
  if (!(Number.isInteger(ratio) && ratio > 0)) throw new RangeError(`A ratio of ${ratio}`);
  const at = (person: number) => distance[person] ?? 0;
  if (!Array.from(distance).every(Number.isFinite)) throw new RangeError("A distance is not finite");
  const people = Array.from({ length: n }, (_, person) => person);
  const choosing = people.filter((person) => treated[person]).sort((a, b) => at(b) - at(a));
  const free = new FreePeople(
    people.filter((person) => !treated[person]).sort((a, b) => at(a) - at(b) || a - b),
    at,
  );
  const pairs: MatchedPair[] = [];
  for (let round = 0; round < ratio; round += 1) {
    for (const person of choosing) {
      const control = free.takeNearest(at(person), caliper);
      if (control !== undefined) pairs.push({ treated: person, control });
    }
  }
  return pairs;
}

/** People in rising order of distance, with links over those already taken, so that neighbours are found quickly. */
class FreePeople {
  private readonly left: number[];
  private readonly right: number[];

  constructor(
    private readonly sorted: readonly number[],
    private readonly at: (person: number) => number,
  ) {
    // One place before the first and one after the last stand for "none".
    this.left = Array.from({ length: sorted.length + 2 }, (_, place) => place);
    this.right = Array.from({ length: sorted.length + 2 }, (_, place) => place);
  }

  takeNearest(value: number, caliper: number): number | undefined {
    const place = this.firstNotBelow(value);
    const above = this.follow(this.right, place);
    const below = this.follow(this.left, place - 1);
    const [up, down] = [this.gap(above, value), this.gap(below, value)];
    const nearest = Math.min(up, down);
    if (nearest === Number.POSITIVE_INFINITY || nearest > caliper) return undefined;
    const candidates = [...(up === nearest ? [above] : []), ...(down === nearest ? [this.firstAlike(below)] : [])];
    const chosen = candidates.reduce((best, one) => (this.person(one) < this.person(best) ? one : best));
    const person = this.person(chosen);
    this.left[chosen] = chosen - 1;
    this.right[chosen] = chosen + 1;
    return person;
  }

  /** Of free people with the same value the one who stands first, from any of them. */
  private firstAlike(place: number): number {
    let first = place;
    for (let one = place; one > 0 && this.gap(one, this.value(place)) === 0; one = this.follow(this.left, one - 1)) {
      first = one;
    }
    return first;
  }

  private person(place: number): number {
    return this.sorted[place - 1] ?? -1;
  }
  private value(place: number): number {
    return this.at(this.person(place));
  }
  private gap(place: number, value: number): number {
    return place < 1 || place > this.sorted.length ? Number.POSITIVE_INFINITY : Math.abs(this.value(place) - value);
  }

  /** Place, from 1, of the first person whose value is not below. */
  private firstNotBelow(value: number): number {
    let [low, high] = [1, this.sorted.length + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.value(middle) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The next free place, shortening the way for those who come later. */
  private follow(links: number[], from: number): number {
    let end = from;
    while ((links[end] ?? end) !== end) end = links[end] ?? end;
    for (let place = from; place !== end; ) {
      const next = links[place] ?? end;
      links[place] = end;
      place = next;
    }
    return end;
  }
}
