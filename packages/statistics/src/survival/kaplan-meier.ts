import { normalCritical } from "../distribution/normal";
import { type InsufficientData, type Interval, insufficient, tooFew, whereFinite } from "../estimate";
import { checkFollowUp, type FollowUp, isFiniteFollowUp } from "./follow-up";
import { mergeNearTimes } from "./merge-near-times";
import { type SurvivalScale, survivalInterval } from "./survival-interval";

/** The curve from this time on, up to the next step. */
export interface SurvivalStep {
  readonly time: number;
  /** People under observation just before this time. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Share still without the event just after this time. */
  readonly survival: number;
  /** Greenwood's, of the share. Null once nobody is left, when the share is 0 and its spread unknown. */
  readonly standardError: number | null;
  /** Null where the scale has no limits: at 0, and at 1 for "log-log" and "logit". */
  readonly interval: Interval | null;
  /** Sum of events over people at risk so far (Nelson-Aalen). */
  readonly cumulativeHazard: number;
}

/** A Kaplan-Meier curve. Before its first step the share is 1. */
export interface SurvivalCurve {
  readonly kind: "curve";
  readonly n: number;
  readonly events: number;
  readonly level: number;
  /** One per time at which somebody had the event or left, in order of time. */
  readonly steps: readonly SurvivalStep[];
}

/**
 * Kaplan-Meier curve: product of 1 - d/n over event times, with Greenwood's standard error, allowing late entry.
 * Kaplan & Meier (1958), J Am Stat Assoc 53, 457-481. R: survfit(Surv(entry, exit, event) ~ 1, conf.type = scale).
 * @param level of the pointwise intervals, 0 to 1
 * @param scale on which the intervals are symmetric
 * @throws RangeError for impossible follow-up, see `checkFollowUp`
 */
export function kaplanMeier(
  followUp: FollowUp,
  level = 0.95,
  scale: SurvivalScale = "log-log",
): SurvivalCurve | InsufficientData {
  const n = followUp.exit.length;
  if (!isFiniteFollowUp(followUp)) return insufficient("not-finite", n);
  checkFollowUp(followUp);
  const critical = normalCritical(level);
  if (n === 0) return tooFew(1, 0);
  let [survival, greenwood, cumulativeHazard] = [1, 0, 0];
  const steps = riskTable(followUp).map(({ time, atRisk, events, censored }) => {
    if (events > 0 && atRisk > 0) {
      const left = atRisk - events;
      survival = left > 0 ? (survival * left) / atRisk : 0;
      greenwood += left > 0 ? events / (atRisk * left) : 0;
      cumulativeHazard += events / atRisk;
    }
    const error = survival > 0 ? Math.sqrt(greenwood) : null;
    const standardError = error === null ? null : survival * error;
    const interval = error === null ? null : survivalInterval(survival, error, { critical, level, scale });
    return { time, atRisk, events, censored, survival, standardError, interval, cumulativeHazard };
  });
  return whereFinite({ kind: "curve", n, events: followUp.event.filter(Boolean).length, level, steps }, n);
}

interface RiskRow {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

/** Who is at risk, has the event and leaves at each distinct exit time. Counts of weights. */
function riskTable({ exit, event, entry, weights }: FollowUp): RiskRow[] {
  const [exits = [], entries = []] = mergeNearTimes([exit, entry ?? []]);
  const rows = new Map<number, { events: number; censored: number }>();
  exits.forEach((time, row) => {
    const cell = rows.get(time) ?? { events: 0, censored: 0 };
    const weight = weights?.[row] ?? 1;
    if (event[row]) cell.events += weight;
    else cell.censored += weight;
    rows.set(time, cell);
  });
  const times = [...rows.keys()].sort((a, b) => a - b);
  const arrivals = entries.map((time, row) => [time, weights?.[row] ?? 1] as const).sort(([a], [b]) => b - a);
  // Backwards in time, so that the number at risk is a sum of those still to leave, less those still to come.
  const table: RiskRow[] = [];
  let [leaving, arriving, next] = [0, 0, 0];
  for (const time of times.reverse()) {
    const { events, censored } = rows.get(time) ?? { events: 0, censored: 0 };
    leaving += events + censored;
    for (let late = arrivals[next]; late !== undefined && late[0] >= time; late = arrivals[next]) {
      arriving += late[1];
      next += 1;
    }
    table.push({ time, atRisk: leaving - arriving, events, censored });
  }
  return table.reverse();
}
