import type { Assumption } from "../assumption/assumption";
import { ASSUMPTION_LIMITS, byLimits } from "../assumption/limits";
import { boundsOf, type ShownCount } from "../disclosure-control/shown-count";
import type { FollowUpChange } from "./cohort-change";
import type { MeasureDescription } from "./measure-description";

/** From so many pairs on a t interval bears changes as skewed as 2, the most that questionnaires are known to bring. */
const PAIRS_THAT_BEAR_SKEWNESS = 100;

export interface SumsToCheck {
  readonly description: MeasureDescription;
  /** People of the cohort scored at the baseline. */
  readonly baseline: ShownCount;
  readonly followUp: Pick<FollowUpChange, "paired" | "lost" | "summary">;
  /** Whether it depended on the score at the baseline who belongs to the cohort; null where nobody says. */
  readonly chosenByScore: boolean | null;
}

/**
 * The assumptions of a change before and after that can be decided, or ruled on one side, from counts and sums as they are
 * shown. What needs rows (the shape of the changes, who sits at the end of a scale) is "cannot-check" here unless a bound
 * already decides it; the page of the outcome checks it with rows.
 */
export function checksFromSums(sums: SumsToCheck): readonly Assumption[] {
  return [missingAtRandom(sums), normalMean(sums), roomToMove(sums), noEntryCutOff(sums), reliableScale(sums)];
}

/** Of numbers told as a range, what holds at both of its ends. */
function missingAtRandom({ baseline, followUp: { lost } }: SumsToCheck): Assumption {
  const limits = ASSUMPTION_LIMITS.missing;
  const [people, gone] = [boundsOf(baseline), boundsOf(lost)];
  if (people.low === 0) return { id: "missing-at-random", status: "cannot-check" };
  const [least, most] = [gone.low / people.high, Math.min(1, gone.high / people.low)];
  const status = byLimits(least, limits);
  if (status !== byLimits(most, limits)) return { id: "missing-at-random", status: "cannot-check" };
  const figure = least === most ? { figure: least, n: people.low } : {};
  return { id: "missing-at-random", status, limit: limits.warn, ...figure };
}

function normalMean({ followUp: { paired } }: SumsToCheck): Assumption {
  const { low: n } = boundsOf(paired);
  return { id: "normal-mean", status: n >= PAIRS_THAT_BEAR_SKEWNESS ? "pass" : "cannot-check", n };
}

/** At most s2 / (s2 + d2) of people sit a distance d from their mean (Cantelli 1928); s2 over n, of these very people. */
function roomToMove({ description, followUp: { summary, paired } }: SumsToCheck): Assumption {
  const { range, improvement } = description;
  const unknown = { id: "room-to-move", status: "cannot-check" } as const;
  if (range === null || improvement === "none" || summary.kind !== "summary" || paired.kind !== "exact") return unknown;
  const { meanBefore, sdBefore } = summary;
  if (meanBefore.kind !== "value" || sdBefore.kind !== "value") return unknown;
  const distance = (improvement === "increase" ? range.maximum : range.minimum) - meanBefore.value;
  const variance = (sdBefore.value ** 2 * (paired.n - 1)) / paired.n;
  const limits = ASSUMPTION_LIMITS.goodEnd;
  // Everybody at the good end: no spread, and no room.
  if (distance === 0) return { ...unknown, status: "fail", figure: 1, limit: limits.warn, n: paired.n };
  const most = variance / (variance + distance ** 2);
  if (most > limits.warn) return unknown;
  return { id: "room-to-move", status: "pass", limit: limits.warn, n: paired.n };
}

function noEntryCutOff({ chosenByScore }: SumsToCheck): Assumption {
  if (chosenByScore === null) return { id: "no-entry-cut-off", status: "cannot-check" };
  return { id: "no-entry-cut-off", status: chosenByScore ? "fail" : "pass" };
}

function reliableScale({ description: { reliability } }: SumsToCheck): Assumption {
  if (reliability === undefined) return { id: "reliable-scale", status: "cannot-check" };
  const limits = ASSUMPTION_LIMITS.reliability;
  const status = reliability < limits.fail ? "fail" : reliability < limits.warn ? "warn" : "pass";
  return { id: "reliable-scale", status, figure: reliability, limit: limits.warn };
}
