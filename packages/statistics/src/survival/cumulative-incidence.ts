import { normalCritical } from "../distribution/normal";
import { areFinite, type InsufficientData, type Interval, insufficient, tooFew } from "../estimate";
import { type CompetingFollowUp, type CompetingRow, checkedTimes, competingTable } from "./competing-follow-up";

/** The share from this time on, up to the next step. */
export interface IncidenceStep {
  readonly time: number;
  /** People under observation without any event just before this time. */
  readonly atRisk: number;
  /** Events of the cause at this time. */
  readonly events: number;
  /** Events of other causes at this time. */
  readonly competing: number;
  readonly incidence: number;
  readonly standardError: number;
  /** On the log(-log) scale of the share; null while the share is 0 or when it is 1. */
  readonly interval: Interval | null;
}

/** Cumulative incidence of one cause among others. Before its first step the share is 0. */
export interface IncidenceCurve {
  readonly kind: "curve";
  readonly n: number;
  readonly events: number;
  readonly steps: readonly IncidenceStep[];
}

/** Which variance: by the delta method, as survfit, or Aalen's with a correction for ties, as cmprsk. */
export type IncidenceVariance = "delta" | "aalen";

/**
 * Share of people who have had an event of one cause by each time, when other causes can come first: the Aalen-Johansen
 * estimate, sum of S(t-) d / n. One minus Kaplan-Meier is not that share. Aalen & Johansen (1978), Scand J Stat 5, 141-150.
 * R: survfit(Surv(exit, factor(cause)) ~ 1, conf.type = "log-log") for "delta", cmprsk::cuminc for "aalen".
 * @param cause whose share is asked for, from 1
 * @param level of the pointwise intervals, 0 to 1
 * @throws RangeError for impossible follow-up
 */
export function cumulativeIncidence(
  followUp: CompetingFollowUp,
  cause: number,
  level = 0.95,
  variance: IncidenceVariance = "delta",
): IncidenceCurve | InsufficientData {
  if (!areFinite(followUp.exit)) return insufficient("not-finite", followUp.exit.length);
  const times = checkedTimes(followUp);
  const critical = normalCritical(level);
  if (times.length === 0) return tooFew(1, 0);
  const table = competingTable(times, followUp.cause, cause);
  const part = variance === "delta" ? deltaPart : aalenPart;
  const steps = table.map((row) => {
    let sum = 0;
    for (const earlier of table) {
      if (earlier.time > row.time) break;
      sum += part(earlier, row.incidence);
    }
    const standardError = Math.sqrt(Math.max(0, sum));
    const { time, atRisk, own: events, other: competing, incidence } = row;
    const interval = logLogInterval(incidence, critical * standardError, level);
    return { time, atRisk, events, competing, incidence, standardError, interval };
  });
  return { kind: "curve", n: times.length, events: followUp.cause.filter((code) => code === cause).length, steps };
}

/** Martingale variance with (n - d) / n^2 (n - 1) for ties, cause by cause. */
function aalenPart({ atRisk, own, other, before, after, incidence }: CompetingRow, until: number): number {
  const later = after > 0 ? (until - incidence) / after : 0;
  const ties = (events: number) => (events * (events > 1 ? (atRisk - events) / (atRisk - 1) : 1)) / atRisk ** 2;
  return before ** 2 * ((1 - later) ** 2 * ties(own) + later ** 2 * ties(other));
}

/** Delta method over the multinomial of each event time, which equals the infinitesimal jackknife. */
function deltaPart({ atRisk, own, other, before, incidence }: CompetingRow, until: number): number {
  const [later, events] = [until - incidence, own + other];
  const left = atRisk - events;
  const hazard = left > 0 ? (later ** 2 * events) / (atRisk * left) : 0;
  const share = (before ** 2 * own * (atRisk - own)) / atRisk ** 3;
  return hazard + share - (2 * later * before * own) / atRisk ** 2;
}

function logLogInterval(share: number, half: number, level: number): Interval | null {
  if (share <= 0 || share >= 1) return null;
  const depth = -Math.log(share);
  const factor = Math.exp(half / (share * depth));
  return { low: Math.exp(-depth * factor), high: Math.exp(-depth / factor), level };
}
