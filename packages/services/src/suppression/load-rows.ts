import type { CascadePerson, TreatmentRecord } from "@alongside/analysis/cascade/cascade-people";
import type { ViralLoadData, ViralLoadPerson, ViralLoadRow } from "@alongside/analysis/viral-load-rows/viral-load-data";
import { consentPermits, notLeftOut } from "@alongside/db/consent/use-filter";
import type { RowUse } from "@alongside/db/outcome/read-scores";
import { type SqlFragment, sql } from "@alongside/db/sql";
import { daysBetween, todayIn } from "@alongside/domain/schedule/calendar-date";
import { timepointWindow } from "@alongside/domain/schedule/timepoint-window";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";
import { uuidList } from "../lab-result/read-people";
import { type FoundColumns, readingOf } from "./reading";
import { type PlannedDays, WAVE_RULE, waveOfDay } from "./wave-of-day";

/** What the loader has to know of the programme. */
export interface SuppressionPlace {
  readonly timeZone: string;
  /** The baseline first. */
  readonly waves: readonly (PlannedDays & { readonly label: string })[];
}

/** Everybody in reach as the analyses of viral load need them. */
export interface LoadedSuppression {
  readonly data: ViralLoadData;
  /** The same people in the same order, on the day of the report. */
  readonly cascade: readonly CascadePerson[];
  readonly today: string;
  /** How specimens were given to waves. */
  readonly waveRule: string;
  /** Results without a number or limit in copies/mL, which are in no row. */
  readonly unreadable: number;
}

interface StoredPerson {
  readonly participantId: string;
  readonly siteId: string;
  readonly cohortId: string;
  readonly enrolledOn: string;
  readonly endedOn: string | null;
  readonly status: string;
  readonly treatmentStartedOn: string | null;
}
interface StoredRow extends FoundColumns {
  readonly participantId: string;
  readonly specimen: string;
  readonly collectedOn: string;
  readonly verification: string;
}

/** Standings of a result on which a second person has not agreed. */
const AWAITING: ReadonlySet<string> = new Set(["awaiting", "queried"]);

/**
 * Everybody enrolled in the scope and all their viral loads in force, with the wave each specimen counts for. Nothing in
 * it says who somebody is.
 * @param siteIds only these sites of the scope
 */
export async function loadSuppressionRows(
  { now }: Context,
  scope: Scope,
  place: SuppressionPlace,
  siteIds?: readonly string[],
  use: RowUse = "figures",
): Promise<LoadedSuppression> {
  const today = todayIn(place.timeZone, now());
  const allowed = siteIds ?? scope.siteIds;
  const sites = allowed === "all" ? sql`true` : sql`p.site_id IN (${uuidList(allowed)})`;
  const where = sql`p.programme_id = ${scope.programmeId}::uuid AND ${sites} AND ${usable(scope.programmeId, use)}`;
  const [people, results] = await Promise.all([
    scope.db.$queryRaw<StoredPerson[]>(sql`
      SELECT p.participant_id AS "participantId", p.site_id AS "siteId", p.cohort_id AS "cohortId",
             e.enrolled_on::text AS "enrolledOn", e.ended_on::text AS "endedOn", e.status,
             t.started_on::text AS "treatmentStartedOn"
        FROM participant p JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
        LEFT JOIN treatment_start t ON t.participant_id = p.participant_id AND t.current
       WHERE ${where} ORDER BY e.enrolled_on, p.participant_id`),
    scope.db.$queryRaw<StoredRow[]>(sql`
      SELECT r.participant_id AS "participantId", r.specimen, r.collected_on::text AS "collectedOn", r.state,
             r.comparator, r.copies_per_ml AS "copiesPerMl", r.lower_limit AS "lowerLimit",
             r.detection_limit AS "detectionLimit", r.verification
        FROM participant p JOIN enrolment e ON e.participant_id = p.participant_id AND e.current
        JOIN lab_result r ON r.participant_id = p.participant_id
       WHERE ${where} AND r.current AND r.kind = 'viral-load' AND r.state NOT IN ('rejected', 'failed', 'pending')
       ORDER BY r.participant_id, r.collected_on, r.entered_at, r.id`),
  ]);
  return assemble(place, today, people, results);
}

/** Whose results may stand in analyses, and in rows that leave the page: over participant `p` and enrolment `e`. */
export function usable(programmeId: string, use: RowUse): SqlFragment {
  const [id, day] = [sql`p.participant_id`, sql`e.enrolled_on`];
  const linked = sql`${notLeftOut(id)} AND ${consentPermits("laboratory-link", programmeId, id, day)}`;
  return use === "figures" ? linked : sql`${linked} AND ${consentPermits("research-export", programmeId, id, day)}`;
}

function assemble(
  { waves }: SuppressionPlace,
  today: string,
  people: readonly StoredPerson[],
  results: readonly StoredRow[],
): LoadedSuppression {
  const byPerson = group(results);
  const rows: ViralLoadRow[] = [];
  const cascade: CascadePerson[] = [];
  let unreadable = 0;
  for (const person of people) {
    const { participantId, siteId, cohortId, enrolledOn } = person;
    const told: CascadePerson["results"][number][] = [];
    for (const row of byPerson.get(participantId) ?? []) {
      const result = readingOf(row);
      if (result === null) {
        unreadable += 1;
        continue;
      }
      const day = daysBetween(enrolledOn, row.collectedOn);
      const { specimen } = row;
      const waiting = AWAITING.has(row.verification) ? { awaiting: true } : {};
      const timepointId = waveOfDay(day, waves);
      rows.push({ participantId, siteId, cohortId, timepointId, day, specimen, result, ...waiting });
      told.push({ daysAgo: daysBetween(row.collectedOn, today), result, ...waiting });
    }
    cascade.push({ inCare: isInCare(person, today), treatment: treatmentOf(person, today), results: told });
  }
  return {
    data: {
      waves: waves.map(({ id, label, targetDay }) => ({ timepointId: id, label, targetDay })),
      people: people.map((person) => personOf(person, waves, today)),
      rows,
    },
    cascade,
    today,
    waveRule: WAVE_RULE,
    unreadable,
  };
}

function group(results: readonly StoredRow[]): ReadonlyMap<string, readonly StoredRow[]> {
  const groups = new Map<string, StoredRow[]>();
  for (const row of results) {
    const own = groups.get(row.participantId);
    if (own === undefined) groups.set(row.participantId, [row]);
    else own.push(row);
  }
  return groups;
}

/** A wave is expected of somebody once its window is open, unless they had died before. */
function personOf(person: StoredPerson, waves: readonly PlannedDays[], today: string): ViralLoadPerson {
  const { participantId, siteId, cohortId, enrolledOn, status, endedOn } = person;
  const died = status === "died" ? endedOn : null;
  const expected = waves.map((wave) => {
    const { opensOn } = timepointWindow(wave, enrolledOn);
    return opensOn <= today && (died === null || died >= opensOn);
  });
  return { participantId, siteId, cohortId, expected, diedOn: died === null ? null : daysBetween(enrolledOn, died) };
}

/** Alive, not transferred and not withdrawn. */
function isInCare({ status, endedOn }: StoredPerson, today: string): boolean {
  return endedOn === null || endedOn >= today || status === "completed";
}

function treatmentOf({ treatmentStartedOn }: StoredPerson, today: string): TreatmentRecord {
  if (treatmentStartedOn === null) return { kind: "unknown" };
  return { kind: "on-treatment", days: daysBetween(treatmentStartedOn, today) };
}
