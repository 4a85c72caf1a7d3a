import { normalCritical, normalUpper } from "../distribution/normal";
import { areFinite, type EstimateValue, finiteEstimate, type InsufficientData, insufficient } from "../estimate";
import { clopperPearsonInterval, exactBinomialPValue } from "../proportions/exact-binomial";
import { checkEvents } from "./rate";

/** Events of one group and the time during which they could happen. */
export interface EventsOverTime {
  readonly events: number;
  readonly time: number;
}

function isFiniteRate({ events, time }: EventsOverTime): boolean {
  return areFinite([events, time]);
}

/**
 * Ratio of two rates, first over second, exact: given all events, those of the first group are binomial. Holds as well for two
 * periods of the same people when events come as a Poisson process at each person's own rate. Przyborowski & Wilenski (1940),
 * Biometrika 31, 313-323. R: poisson.test(c(x1, x2), c(t1, t2), r = nullRatio).
 * @param level of the interval, 0 to 1
 * @param nullRatio the ratio tested, above 0
 * @returns insufficient data without events, and "not-identifiable" without events in the second group, when the ratio has no
 *   upper end; the standard error is that of the logarithm, absent events in the first group taken as half an event there
 * @throws RangeError for counts that are not whole, or times or a ratio that are not above 0
 */
export function exactRateRatio(
  first: EventsOverTime,
  second: EventsOverTime,
  level = 0.95,
  nullRatio = 1,
): EstimateValue | InsufficientData {
  if (![first, second].every(isFiniteRate)) return insufficient("not-finite", 0);
  checkEvents(first.events, first.time);
  checkEvents(second.events, second.time);
  if (!(nullRatio > 0 && nullRatio < Number.POSITIVE_INFINITY))
    throw new RangeError(`A ratio above 0, not ${nullRatio}`);
  const n = first.events + second.events;
  if (n === 0) return insufficient("no-events", 0);
  if (second.events === 0) return insufficient("not-identifiable", n);
  const share = clopperPearsonInterval(first.events, n, level);
  const times = second.time / first.time;
  const ratioOf = (part: number) => (part / (1 - part)) * times;
  const expected = (nullRatio * first.time) / (nullRatio * first.time + second.time);
  const pValue = exactBinomialPValue(first.events, n, expected);
  return finiteEstimate({
    value: (first.events / second.events) * times,
    interval: { low: ratioOf(share.low), high: ratioOf(share.high), level },
    n,
    method: "exact-rate-ratio",
    standardError: Math.sqrt(1 / Math.max(0.5, first.events) + 1 / second.events),
    test: { distribution: "exact", statistic: first.events, pValue, null: nullRatio },
    provenance: { statistic: "counts/rate-ratio", version: 1 },
  });
}

/**
 * Ratio of two rates, first over second, with the normal interval of its logarithm, sqrt(1/x1 + 1/x2). Rothman, Greenland &
 * Lash (2008), Modern Epidemiology, chapter 14. R: exp(log(ratio) + c(-1, 1) * qnorm(.975) * sqrt(1/x1 + 1/x2)).
 * @param level of the interval, 0 to 1
 * @returns insufficient data when a group has no events; the standard error is that of the logarithm
 * @throws RangeError for counts that are not whole, or times that are not above 0
 */
export function waldRateRatio(
  first: EventsOverTime,
  second: EventsOverTime,
  level = 0.95,
): EstimateValue | InsufficientData {
  if (![first, second].every(isFiniteRate)) return insufficient("not-finite", 0);
  checkEvents(first.events, first.time);
  checkEvents(second.events, second.time);
  const n = first.events + second.events;
  if (first.events === 0 || second.events === 0) return insufficient(n === 0 ? "no-events" : "not-identifiable", n);
  const logarithm = Math.log(first.events / first.time) - Math.log(second.events / second.time);
  const standardError = Math.sqrt(1 / first.events + 1 / second.events);
  const half = normalCritical(level) * standardError;
  const statistic = logarithm / standardError;
  return finiteEstimate({
    value: Math.exp(logarithm),
    interval: { low: Math.exp(logarithm - half), high: Math.exp(logarithm + half), level },
    n,
    method: "wald-rate-ratio",
    standardError,
    test: { distribution: "normal", statistic, pValue: 2 * normalUpper(Math.abs(statistic)), null: 1 },
    provenance: { statistic: "counts/rate-ratio", version: 1 },
  });
}
