import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { type SuppressionStatus, suppressionStatus } from "../viral-load-rows/category-rule";
import type { ViralLoadData, ViralLoadPerson, ViralLoadRow } from "../viral-load-rows/viral-load-data";

/** Which event is timed. */
export type TimedEvent =
  /** First suppressed result of people whose first result was not. */
  | "suppression"
  /** First unsuppressed result after a suppressed one. */
  | "rebound";

/** The time of one person, in days. */
export interface PersonTime {
  readonly siteId: string;
  /** From the start: the first result for suppression, the first suppressed one for rebound. */
  readonly days: number;
  /** Whether it ended by the event; else the person was last tested then. */
  readonly event: boolean;
  /** Days between the last result without the event and the one that shows it; null without the event. */
  readonly gap: number | null;
  /** Whether one of the results of this time waits for a second person or was queried. */
  readonly awaiting: boolean;
}

/** The times of a cohort, and who has none. */
export interface PersonTimes {
  readonly times: readonly PersonTime[];
  /** People whose first result lets nothing happen: suppressed already, or never suppressed. */
  readonly notAtRisk: number;
  /** People at risk who were never tested again, so that nothing is known of them. */
  readonly onceOnly: number;
  /** People without a result that tells. */
  readonly untested: number;
}

/**
 * Times from single results, whatever wave they belong to, from the baseline or enrolment on. Results that do not tell under the rule are passed over: they can
 * neither start, end nor prolong a time.
 * @param confirmed a rebound counts only when the next result that tells is unsuppressed as well; it is dated by the first.
 *   An unconfirmed one at the end leaves the person last seen at the result before it.
 */
export function suppressionTimes(
  data: ViralLoadData,
  cohortId: string,
  rule: ThresholdRule,
  event: TimedEvent,
  confirmed: boolean,
): PersonTimes {
  const times: PersonTime[] = [];
  let [notAtRisk, onceOnly, untested] = [0, 0, 0];
  for (const { person, visits } of visitsOfCohort(data, cohortId, rule)) {
    const found = timeOf(person, visits, event, confirmed);
    if (found === "untested") untested += 1;
    else if (found === "not-at-risk") notAtRisk += 1;
    else if (found === "once-only") onceOnly += 1;
    else times.push(found);
  }
  return { times, notAtRisk, onceOnly, untested };
}

/** How many people of a cohort have another time to rebound, or none, because a second result has to confirm it. */
export function changedByConfirming(data: ViralLoadData, cohortId: string, rule: ThresholdRule): number {
  return visitsOfCohort(data, cohortId, rule).filter(({ person, visits }) => {
    const [once, twice] = [false, true].map((confirmed) => timeOf(person, visits, "rebound", confirmed));
    if (typeof once !== "object" || typeof twice !== "object") return once !== twice;
    return once.days !== twice.days || once.event !== twice.event;
  }).length;
}

function visitsOfCohort(data: ViralLoadData, cohortId: string, rule: ThresholdRule) {
  const byPerson = new Map<string, ViralLoadRow[]>();
  const [baseline] = data.waves;
  for (const row of data.rows) {
    // What was measured before the programme began is history, unless it is the baseline itself.
    if (row.day < 0 && row.timepointId !== baseline?.timepointId) continue;
    const own = byPerson.get(row.participantId);
    if (own === undefined) byPerson.set(row.participantId, [row]);
    else own.push(row);
  }
  return data.people
    .filter((person) => person.cohortId === cohortId)
    .map((person) => ({ person, visits: visitsOf(byPerson.get(person.participantId) ?? [], rule) }));
}

interface Visit {
  readonly day: number;
  readonly status: Exclude<SuppressionStatus, "undetermined">;
  readonly awaiting: boolean;
}

/** Results that tell, in order of time; of several on one day the last in the list. */
function visitsOf(rows: readonly ViralLoadRow[], rule: ThresholdRule): readonly Visit[] {
  const byDay = new Map<number, Visit>();
  for (const { day, result, awaiting = false } of rows) {
    const status = suppressionStatus(result, rule);
    if (status !== "undetermined") byDay.set(day, { day, status, awaiting });
  }
  return [...byDay.values()].toSorted((a, b) => a.day - b.day);
}

function timeOf(
  { siteId }: ViralLoadPerson,
  visits: readonly Visit[],
  event: TimedEvent,
  confirmed: boolean,
): PersonTime | "untested" | "not-at-risk" | "once-only" {
  if (visits.length === 0) return "untested";
  const start = event === "suppression" ? 0 : visits.findIndex(({ status }) => status === "suppressed");
  const first = visits[start];
  if (first === undefined || (event === "suppression" && first.status === "suppressed")) return "not-at-risk";
  const wanted = event === "suppression" ? "suppressed" : "unsuppressed";
  const later = visits.slice(start + 1);
  const twice = confirmed && event === "rebound";
  const waits = (until: number) => visits.slice(start, start + until + 2).some(({ awaiting }) => awaiting);
  const at = later.findIndex(
    ({ status }, index) => status === wanted && (!twice || later[index + 1]?.status === wanted),
  );
  if (at >= 0) {
    const [shown, previous] = [later[at] ?? first, at === 0 ? first : (later[at - 1] ?? first)];
    return { siteId, days: shown.day - first.day, event: true, gap: shown.day - previous.day, awaiting: waits(at) };
  }
  // Single unsuppressed results in between were not confirmed; one at the very end may yet be.
  const end = twice ? later.findLastIndex(({ status }) => status !== wanted) : later.length - 1;
  const last = later[end];
  if (last === undefined) return "once-only";
  return { siteId, days: last.day - first.day, event: false, gap: null, awaiting: waits(end) };
}
