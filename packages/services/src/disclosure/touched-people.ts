import type { TouchedPerson } from "@alongside/analysis/disclosure-control/people-between";
import type { Tx } from "@alongside/db/client";
import { type SqlFragment, sql } from "@alongside/db/sql";
import { uuidList } from "../lab-result/read-people";
import { type PlannedDays, waveOfDay } from "../suppression/wave-of-day";

/** Which records figures are made of: answers to questionnaires, or laboratory results. */
export type RecordFamily = "scores" | "results";

/** A moment, and the sites that a release before or after it is of. */
export interface Since {
  readonly programmeId: string;
  readonly family: RecordFamily;
  /** ISO 8601. */
  readonly at: string;
  /** Sites in either release. */
  readonly siteIds: readonly string[];
  /** Sites in one of the two only: everybody there is looked at. */
  readonly onlyInOne: readonly string[];
  readonly waves: readonly (PlannedDays & { readonly kind: string })[];
}

/** Somebody who is known again in what was read of another moment. */
export type KnownPerson = TouchedPerson & { readonly participantId: string };

/**
 * Everybody of whom something was recorded, corrected or taken back after a moment, and everybody at sites that are in one of
 * two releases only: what they added to each figure then, and what they add now.
 */
export async function touchedPeople(db: Tx, since: Since): Promise<readonly KnownPerson[]> {
  const people = await (since.family === "scores" ? touchedScores(db, since) : touchedResults(db, since));
  return [...people, ...(await erasedPeople(db, since))];
}

/** Of somebody erased it is not known any more in which figures they were, only that they were in some. */
async function erasedPeople(db: Tx, { programmeId, at, siteIds }: Since): Promise<readonly KnownPerson[]> {
  const rows = await db.$queryRaw<{ erased: number }[]>`
    SELECT count(*)::float8 AS erased FROM erasure
     WHERE programme_id = ${programmeId}::uuid AND erased_at > ${at}::timestamptz`;
  const before = new Map([["erased", ""]]);
  return Array.from({ length: rows[0]?.erased ?? 0 }, (_, at) => ({
    ...{ participantId: `erased ${at}`, siteId: siteIds[0] ?? "" },
    ...{ before, now: new Map<string, string>() },
  }));
}

/** Whether anything at all was recorded after a moment. Quick, and so asked first. */
export async function isTouched(db: Tx, { programmeId, family, at }: Omit<Since, "onlyInOne" | "siteIds" | "waves">) {
  const after = sql`> ${at}::timestamptz`;
  const own = sql`programme_id = ${programmeId}::uuid`;
  const enrolled = sql`EXISTS (SELECT 1 FROM enrolment WHERE ${own} AND recorded_at ${after})
    OR EXISTS (SELECT 1 FROM withdrawal WHERE ${own} AND recorded_at ${after})
    OR EXISTS (SELECT 1 FROM erasure WHERE ${own} AND erased_at ${after})`;
  const found = await db.$queryRaw<{ touched: boolean }[]>(
    family === "scores"
      ? sql`SELECT EXISTS (SELECT 1 FROM assessment WHERE ${own} AND recorded_at ${after}) OR ${enrolled} AS touched`
      : sql`SELECT EXISTS (SELECT 1 FROM lab_result WHERE ${own} AND (entered_at ${after} OR undone_at ${after}))
                OR EXISTS (SELECT 1 FROM lab_verification WHERE ${own} AND decided_at ${after})
                OR EXISTS (SELECT 1 FROM treatment_start WHERE ${own} AND recorded_at ${after}) OR ${enrolled} AS touched`,
  );
  return found[0]?.touched ?? false;
}

interface Place {
  readonly participantId: string;
  readonly siteId: string;
  readonly cohortId: string;
  /** Came after the moment. */
  readonly isNew: boolean;
  /** Has withdrawn, so that no figure counts them; and had by the moment. */
  readonly isOut: boolean;
  readonly wasOut: boolean;
}

interface ScoreRow extends Place {
  readonly measure: string | null;
  readonly timepointId: string | null;
  readonly said: string | null;
  readonly isNumber: boolean;
  readonly later: boolean;
  readonly current: boolean;
}

async function touchedScores(db: Tx, since: Since): Promise<readonly KnownPerson[]> {
  const after = sql`> ${since.at}::timestamptz`;
  const rows = await db.$queryRaw<ScoreRow[]>`
    SELECT p.participant_id AS "participantId", p.site_id AS "siteId", p.cohort_id AS "cohortId",
           p.created_at ${after} AS "isNew", ${outOn(since)}, s.measure, s.timepoint_id AS "timepointId",
           coalesce(s.value::text, s.outcome) AS said, s.value IS NOT NULL AS "isNumber",
           coalesce(a.recorded_at ${after}, false) AS later, coalesce(s.current, false) AS current
      FROM ${peopleSince(since)} p
      LEFT JOIN score s ON s.participant_id = p.participant_id
      LEFT JOIN assessment a ON a.participant_id = s.participant_id AND a.id = s.assessment_id
     WHERE ${placed(since)}
     ORDER BY p.participant_id, a.recorded_at, a.id`;
  const baseline = since.waves.find(({ kind }) => kind === "baseline")?.id ?? "";
  return grouped(rows).map((own) => ({
    participantId: own[0].participantId,
    siteId: own[0].siteId,
    // What counted then is the last that had been recorded; corrections never overwrite.
    before: scoreFigures(
      own[0].isNew || own[0].wasOut ? null : own[0],
      own.filter(({ later }) => !later),
      baseline,
    ),
    now: scoreFigures(
      own[0].isOut ? null : own[0],
      own.filter(({ current }) => current),
      baseline,
    ),
  }));
}

function scoreFigures(person: Place | null, rows: readonly ScoreRow[], baseline: string): ReadonlyMap<string, string> {
  const figures = new Map<string, string>();
  if (person === null) return figures;
  figures.set(`${person.cohortId} enrolled`, "");
  const scored = new Map<string, ScoreRow>();
  for (const row of rows) if (row.measure !== null) scored.set(`${row.measure} ${row.timepointId}`, row);
  for (const [key, { measure, timepointId, said, isNumber }] of scored) {
    figures.set(`${person.cohortId} ${key}`, said ?? "");
    const first = scored.get(`${measure} ${baseline}`);
    if (timepointId === baseline || !isNumber || first?.isNumber !== true) continue;
    figures.set(`${person.cohortId} ${key} paired`, `${first.said} ${said}`);
  }
  return figures;
}

interface ResultRow extends Place {
  readonly kind: string | null;
  readonly day: number | null;
}

/** Of results it is enough that something was entered, taken back or agreed on: each such person counts as different. */
async function touchedResults(db: Tx, since: Since): Promise<readonly KnownPerson[]> {
  const after = sql`> ${since.at}::timestamptz`;
  const rows = await db.$queryRaw<ResultRow[]>`
    SELECT p.participant_id AS "participantId", p.site_id AS "siteId", p.cohort_id AS "cohortId",
           p.created_at ${after} AS "isNew", ${outOn(since)}, r.kind, r.collected_on - e.enrolled_on AS day
      FROM participant p
      JOIN enrolment e ON e.participant_id = p.participant_id AND e.current
      LEFT JOIN lab_result r ON r.participant_id = p.participant_id
       AND (${everybodyAt(since)} OR r.entered_at ${after} OR r.undone_at ${after} OR EXISTS (
             SELECT 1 FROM lab_verification v
              WHERE v.participant_id = r.participant_id AND v.result_id = r.id AND v.decided_at ${after}))
     WHERE ${placed(since)} AND (${everybodyAt(since)} OR e.recorded_at ${after} OR r.id IS NOT NULL OR ${withdrew(since)}
        OR EXISTS (SELECT 1 FROM treatment_start t
                    WHERE t.participant_id = p.participant_id AND t.recorded_at ${after}))
     ORDER BY p.participant_id`;
  const single = new Set(since.onlyInOne);
  return grouped(rows).map((own) => {
    const [{ participantId, siteId, cohortId, isNew }] = own;
    const figures = new Map([[`${cohortId} enrolled`, ""]]);
    for (const { kind, day } of own) {
      if (kind !== null && day !== null) figures.set(`${cohortId} ${kind} ${waveOfDay(day, since.waves)}`, "");
    }
    // At a site in one release only it matters that somebody is there, at a site in both that something is different.
    return { participantId, siteId, before: single.has(siteId) && !isNew ? figures : new Map(), now: figures };
  });
}

function placed({ programmeId, siteIds }: Since): SqlFragment {
  return sql`p.programme_id = ${programmeId}::uuid AND p.site_id IN (${uuidList(siteIds)})`;
}

/** Who answered, came or withdrew since, or is at a site that counts whole: found first and through indexes. */
function peopleSince({ programmeId, at, onlyInOne }: Since): SqlFragment {
  const own = sql`programme_id = ${programmeId}::uuid`;
  const after = sql`> ${at}::timestamptz`;
  const whole = onlyInOne.length === 0 ? sql`false` : sql`site_id IN (${uuidList(onlyInOne)})`;
  return sql`(SELECT * FROM participant WHERE participant_id = ANY (ARRAY(
      SELECT participant_id FROM assessment WHERE ${own} AND recorded_at ${after}
      UNION SELECT participant_id FROM withdrawal WHERE ${own} AND recorded_at ${after}
      UNION SELECT participant_id FROM participant WHERE ${own} AND (created_at ${after} OR ${whole}))))`;
}

function withdrew({ at }: Since): SqlFragment {
  return sql`p.participant_id IN (
    SELECT participant_id FROM withdrawal w WHERE w.programme_id = p.programme_id AND w.recorded_at > ${at}::timestamptz)`;
}

/** What counts is the last that somebody said about the use of what was collected, now and by the moment. */
function outOn({ at }: Since): SqlFragment {
  const last = (until: SqlFragment) => sql`
    coalesce((SELECT w.leaves_out FROM withdrawal w WHERE w.participant_id = p.participant_id AND ${until}
               ORDER BY w.recorded_at DESC, w.id DESC LIMIT 1), false)`;
  return sql`${last(sql`w.current`)} AS "isOut", ${last(sql`w.recorded_at <= ${at}::timestamptz`)} AS "wasOut"`;
}

function everybodyAt({ onlyInOne }: Since): SqlFragment {
  return onlyInOne.length === 0 ? sql`false` : sql`p.site_id IN (${uuidList(onlyInOne)})`;
}

/** Rows in order of people, one list for each. */
function grouped<R extends Place>(rows: readonly R[]): readonly (readonly [R, ...R[]])[] {
  const people: [R, ...R[]][] = [];
  for (const row of rows) {
    const last = people.at(-1);
    if (last !== undefined && last[0].participantId === row.participantId) last.push(row);
    else people.push([row]);
  }
  return people;
}
