import type { Tx } from "@alongside/db/client";
import { stillAsked } from "@alongside/db/consent/use-filter";
import { type SqlFragment, sql } from "@alongside/db/sql";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { type Asking, isExpected } from "@alongside/domain/schedule/asked-of";
import { type CalendarDate, todayIn } from "@alongside/domain/schedule/calendar-date";
import type { TimepointPlan } from "@alongside/domain/schedule/timepoint-window";

/** An instrument in use, with when and of whom it is asked. */
interface PlannedUse extends Asking {
  readonly instrument: string;
}

/** One wave of a programme's plan. What is asked at it depends on the cohort: `instrumentsAt`. */
export interface PlannedWave extends TimepointPlan {
  readonly timepointId: string;
  readonly code: string;
  readonly label: string;
  readonly kind: string;
}

export interface CollectionPlan {
  readonly programmeId: string;
  /** Today where the programme works. */
  readonly today: CalendarDate;
  /** Active timepoints, in order. */
  readonly waves: readonly PlannedWave[];
  /** Every cohort, closed ones too: people in them are still followed. */
  readonly cohorts: readonly { readonly id: string; readonly kind: string }[];
  /** Instruments in use, in the programme's order. */
  readonly uses: readonly PlannedUse[];
}

/** Reads what a programme asks when, and what day it is there; null when there is no such programme. */
export async function readPlan(db: Tx, programmeId: string, now: Date): Promise<CollectionPlan | null> {
  const programme = await db.programme.findUnique({
    where: { id: programmeId },
    select: {
      timeZone: true,
      timepoints: { where: { active: true }, orderBy: [{ position: "asc" }, { code: "asc" }] },
      cohorts: { select: { id: true, kind: true }, orderBy: { id: "asc" } },
      instrumentUses: {
        where: { active: true },
        select: { instrument: true, edition: true, timepointCodes: true, askedOf: true },
        orderBy: [{ position: "asc" }, { instrument: "asc" }],
      },
    },
  });
  if (programme === null) return null;
  const uses = programme.instrumentUses.filter((use) => findInstrument(use.instrument, use.edition) !== undefined);
  const waves = programme.timepoints.map(({ id, code, label, kind, targetDay, daysBefore, daysAfter }) => ({
    timepointId: id,
    code,
    label,
    kind,
    targetDay,
    daysBefore,
    daysAfter,
  }));
  return { programmeId, today: todayIn(programme.timeZone, now), waves, cohorts: programme.cohorts, uses };
}

/** Codes of the instruments that people of a cohort of this kind are expected to answer at a wave, in order. */
export function instrumentsAt(plan: CollectionPlan, wave: PlannedWave, cohortKind: string): readonly string[] {
  const expected = plan.uses.filter((use) => isExpected(use, { timepointCode: wave.code, cohortKind }));
  return [...new Set(expected.map((use) => use.instrument))];
}

/**
 * The plan as a row source for SQL: `wave(timepoint_id, cohort_id, opens_after, closes_after, instruments)`, a row for
 * every wave at which people of the cohort are expected to answer something, in days from enrolment. The offsets say what
 * `timepointWindow` says; a test holds the two together.
 */
export function planRows(plan: CollectionPlan): SqlFragment {
  const rows = plan.waves.flatMap((wave) =>
    plan.cohorts.flatMap((cohort) => {
      const instruments = instrumentsAt(plan, wave, cohort.kind);
      const opens_after = Math.max(0, wave.targetDay - wave.daysBefore);
      const closes_after = wave.targetDay + wave.daysAfter;
      const row = { timepoint_id: wave.timepointId, cohort_id: cohort.id, opens_after, closes_after, instruments };
      return instruments.length === 0 ? [] : [row];
    }),
  );
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS wave(timepoint_id uuid, cohort_id uuid, opens_after int, closes_after int, instruments text[])`;
}

/**
 * SQL condition over participant `p`, their current enrolment `e` and a row `wave`: something of the wave is expected of
 * this person, could be collected now and was not. Who is still enrolled is what `hasEnded` says and of whom something is
 * expected is what `isExpected` says; tests hold them together.
 */
export function isLacking(plan: CollectionPlan): SqlFragment {
  return sql`wave.cohort_id = p.cohort_id
    AND (e.ended_on IS NULL OR e.ended_on >= ${plan.today}::date)
    AND ${stillAsked(sql`p.participant_id`)}
    AND e.enrolled_on + wave.opens_after <= ${plan.today}::date
    AND cardinality(wave.instruments) > (
      SELECT count(*) FROM assessment a
      WHERE a.participant_id = p.participant_id AND a.programme_id = ${plan.programmeId}::uuid AND a.timepoint_id = wave.timepoint_id AND a.current
        AND a.instrument = ANY(wave.instruments))`;
}
