import { gammaQuantile } from "../distribution/gamma";
import { poissonCdf, poissonMass, poissonUpper } from "../distribution/poisson";
import { areFinite, type EstimateValue, finiteEstimate, type InsufficientData, insufficient } from "../estimate";

const PROVENANCE = { statistic: "counts/rate", version: 1 } as const;
/** Counts this close in probability to the one observed are as likely as it. */
const AS_LIKELY = 1 + 1e-7;

/** Exact tails of more events than these take too long. */
const MOST_EVENTS = 1e9;

/**
 * Events per unit of time at risk, with Garwood's exact interval and an exact test of a given rate, which adds the
 * probabilities of all counts no likelier than the one observed. Garwood (1936), Biometrika 28, 437-442.
 * R: poisson.test(events, time, r = null).
 * @param events how many, 0 or more
 * @param time person-time at risk, above 0, in the unit that the rate is wanted per
 * @param level of the interval, 0 to 1
 * @param nullRate the rate tested, above 0
 * @returns "out-of-range" beyond 1e9 events seen or expected; else per unit of time; the standard error is that of the rate, sqrt(events) / time
 * @throws RangeError for events that are not a whole number, or time or a rate that is not above 0
 */
export function personTimeRate(
  events: number,
  time: number,
  level = 0.95,
  nullRate = 1,
): EstimateValue | InsufficientData {
  if (!areFinite([events, time])) return insufficient("not-finite", 0);
  checkEvents(events, time);
  if (!(nullRate > 0 && nullRate < Number.POSITIVE_INFINITY)) throw new RangeError(`A rate above 0, not ${nullRate}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`A level between 0 and 1, not ${level}`);
  if (Math.max(events, nullRate * time) > MOST_EVENTS) return insufficient("out-of-range", events);
  const tail = (1 - level) / 2;
  const low = events === 0 ? 0 : gammaQuantile(tail, events) / time;
  const high = gammaQuantile(1 - tail, events + 1) / time;
  return finiteEstimate({
    value: events / time,
    interval: { low, high, level },
    n: events,
    method: "exact-rate",
    standardError: Math.sqrt(events) / time,
    test: { distribution: "exact", statistic: events, pValue: poissonPValue(events, nullRate * time), null: nullRate },
    provenance: PROVENANCE,
  });
}

/**
 * Refuses counts and times that no correct program passes in.
 * @throws RangeError for events that are not a whole number from 0, or time that is not above 0
 */
export function checkEvents(events: number, time: number): void {
  if (!(Number.isInteger(events) && events >= 0)) throw new RangeError(`Not a number of events: ${events}`);
  if (!(time > 0 && time < Number.POSITIVE_INFINITY)) throw new RangeError(`A time above 0, not ${time}`);
}

/** Both tails of counts that are no likelier than the one observed. */
function poissonPValue(events: number, mean: number): number {
  if (events === mean) return 1;
  const limit = poissonMass(events, mean) * AS_LIKELY;
  if (events < mean) {
    // Probabilities fall above the mean: the first count there that is as unlikely, by doubling and bisection.
    let [low, high] = [Math.ceil(mean) - 1, Math.max(1, 2 * Math.ceil(mean))];
    while (poissonMass(high, mean) > limit) high *= 2;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (poissonMass(middle, mean) > limit) low = middle;
      else high = middle;
    }
    return Math.min(1, poissonCdf(events, mean) + poissonUpper(high - 1, mean));
  }
  const upper = poissonUpper(events - 1, mean);
  if (poissonMass(0, mean) > limit) return upper;
  // Probabilities rise below the mean: the last count there that is as unlikely.
  let [low, high] = [0, Math.floor(mean) + 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (poissonMass(middle, mean) <= limit) low = middle;
    else high = middle;
  }
  return Math.min(1, poissonCdf(low, mean) + upper);
}
