import { entry } from "../linear-algebra/vector";
import type { RandomStream } from "../random/mrg32k3a";

/** People whose value may be given. */
const DONORS = 5;

/**
 * For each target the position of a donor: one, at random, of the five whose predictions are nearest. Donors with equal
 * predictions stand in random order, so that ties do not favour the first. Uses one random number per donor and one per
 * target. Source: Little, Journal of Business and Economic Statistics 6 (1988) 287-296; van Buuren, Flexible Imputation
 * of Missing Data (2018), section 3.4. R: mice::mice.impute.pmm(matchtype = 1, donors = 5).
 * @param donors predictions, at least one
 */
export function matchDonors(donors: Float64Array, targets: Float64Array, stream: RandomStream): readonly number[] {
  const order = Array.from(donors, (prediction, position) => ({ prediction, position, tie: stream.uniform() }));
  order.sort((a, b) => a.prediction - b.prediction || a.tie - b.tie);
  const sorted = Float64Array.from(order, ({ prediction }) => prediction);
  const wanted = Math.min(DONORS, sorted.length);
  return Array.from(targets, (target) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entry(sorted, middle) < target) low = middle + 1;
      else high = middle;
    }
    // The nearest ones lie side by side: from `first` to below `last`.
    let [first, last] = [low, low];
    while (last - first < wanted) {
      const below = first > 0 ? target - entry(sorted, first - 1) : Number.POSITIVE_INFINITY;
      const above = last < sorted.length ? entry(sorted, last) - target : Number.POSITIVE_INFINITY;
      if (below < above) first -= 1;
      else last += 1;
    }
    return order[first + stream.below(wanted)]?.position ?? 0;
  });
}
