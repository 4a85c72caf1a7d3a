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
  /**
   * "nearest": the nearest free control. "below-first": the nearest free control who is not above, and the nearest above
   * only when there is none; MatchIt 4.5.1 does this when the largest choose first.
   */
  readonly search?: "nearest" | "below-first";
}

/**
 * Pairs of treated people and controls who are near each other, each control used once. The treated with the largest
 * distance measure, who are hardest to match, choose first. People with the same distance stand in their given order: the
 * earlier chooses first, and a control before the chooser is taken before one behind.
 * Source: Rosenbaum and Rubin (1985), American Statistician 39, 33-38. R: MatchIt::matchit(method = "nearest"), with
 * search "below-first".
 * @param distance one number per person, usually the propensity score
 * @returns pairs in the order they were made; treated people without an entry found no control
 * @throws RangeError for unequal lengths, values that are not finite, or a ratio that is not a whole number above 0
 */
export function nearestNeighbourMatching(
  distance: ArrayLike<number>,
  treated: readonly boolean[],
  { ratio = 1, caliper = Number.POSITIVE_INFINITY, search = "nearest" }: MatchingOptions = {},
): readonly MatchedPair[] {
  const n = treated.length;
  if (distance.length !== n) throw new RangeError(`${distance.length} distances for ${n} people`);
  if (!(Number.isInteger(ratio) && ratio > 0)) throw new RangeError(`A ratio of ${ratio}`);
  if (!Array.from(distance).every(Number.isFinite)) throw new RangeError("A distance is not finite");
  const at = (person: number | undefined) => (person === undefined ? Number.NaN : (distance[person] ?? Number.NaN));
  const people = Array.from({ length: n }, (_, person) => person);
  const rising = [...people].sort((a, b) => at(a) - at(b));
  const placeOf = new Int32Array(n);
  rising.forEach((person, place) => {
    placeOf[person] = place;
  });
  const below = new FreePlaces(n, -1);
  const above = new FreePlaces(n, 1);
  const take = (place: number) => {
    below.take(place);
    above.take(place);
  };
  rising.forEach((person, place) => {
    if (treated[person]) take(place);
  });
  const choosing = people.filter((person) => treated[person]).sort((a, b) => at(b) - at(a));
  const pairs: MatchedPair[] = [];
  for (let round = 0; round < ratio; round += 1) {
    for (const person of choosing) {
      const place = placeOf[person] ?? 0;
      const candidates = [rising[below.from(place)], rising[above.from(place)]];
      const [down, up] = candidates.map((control) => Math.abs(at(control) - at(person)));
      const control = choose(candidates, down ?? Number.NaN, up ?? Number.NaN, search);
      if (control === undefined || Math.abs(at(control) - at(person)) > caliper) continue;
      take(placeOf[control] ?? 0);
      pairs.push({ treated: person, control });
    }
  }
  return pairs;
}

/** The control below or the one above; a missing one has the gap NaN. */
function choose(
  [below, above]: readonly (number | undefined)[],
  down: number,
  up: number,
  search: "nearest" | "below-first",
): number | undefined {
  if (below === undefined || above === undefined) return below ?? above;
  return search === "below-first" || down <= up ? below : above;
}

/** Places in a row, some taken; finds the next free one in a direction, shortening the way for later searches. */
class FreePlaces {
  /** Links are shifted by one, so that the places before the first and after the last are there too. */
  private readonly links: Int32Array;

  constructor(
    size: number,
    private readonly direction: -1 | 1,
  ) {
    this.links = Int32Array.from({ length: size + 2 }, (_, shifted) => shifted);
  }

  take(place: number): void {
    this.links[place + 1] = place + 1 + this.direction;
  }

  /** The first free place from a place on, -1 or the number of places when there is none. */
  from(place: number): number {
    let end = place + 1;
    while (this.link(end) !== end) end = this.link(end);
    for (let shifted = place + 1; shifted !== end; ) {
      const next = this.link(shifted);
      this.links[shifted] = end;
      shifted = next;
    }
    return end - 1;
  }

  private link(shifted: number): number {
    return this.links[shifted] ?? shifted;
  }
}
