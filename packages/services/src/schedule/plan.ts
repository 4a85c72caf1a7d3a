import type { Db, Tx } from "@alongside/db/client";
import { type SqlFragment, sql } from "@alongside/db/sql";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { type CalendarDate, todayIn } from "@alongside/domain/schedule/calendar-date";
import type { TimepointPlan } from "@alongside/domain/schedule/timepoint-window";

/** One wave of a programme's plan, with the instruments asked at it. */
export interface PlannedWave extends TimepointPlan {
  readonly timepointId: string;
  readonly code: string;
  readonly label: string;
  readonly kind: string;
  /** Instrument codes, in the programme's order; never empty. */
  readonly instruments: readonly string[];
}

export interface CollectionPlan {
  /** Today where the programme works. */
  readonly today: CalendarDate;
  /** Active timepoints at which something is asked, in order. */
  readonly waves: readonly PlannedWave[];
}

/** Reads what a programme asks when, and what day it is there; null when there is no such programme. */
export async function readPlan(db: Db | Tx, programmeId: string, now: Date): Promise<CollectionPlan | null> {
  const programme = await db.programme.findUnique({
    where: { id: programmeId },
    select: {
      timeZone: true,
      timepoints: { where: { active: true }, orderBy: [{ position: "asc" }, { code: "asc" }] },
      instrumentUses: {
        where: { active: true },
        select: { instrument: true, edition: true, timepointCodes: true },
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
    instruments: [...new Set(uses.filter((use) => isAskedAt(use.timepointCodes, code)).map((use) => use.instrument))],
  }));
  return { today: todayIn(programme.timeZone, now), waves: waves.filter((wave) => wave.instruments.length > 0) };
}

/** An instrument without a list of timepoints is asked at all of them. */
function isAskedAt(timepointCodes: readonly string[], code: string): boolean {
  return timepointCodes.length === 0 || timepointCodes.includes(code);
}

/**
 * The plan as a row source for SQL: `wave(timepoint_id, opens_after, closes_after, instruments)`, in days from enrolment.
 * The offsets say what `timepointWindow` says; a test holds the two together.
 */
export function planRows(plan: CollectionPlan): SqlFragment {
  const rows = plan.waves.map((wave) => ({
    timepoint_id: wave.timepointId,
    opens_after: Math.max(0, wave.targetDay - wave.daysBefore),
    closes_after: wave.targetDay + wave.daysAfter,
    instruments: wave.instruments,
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS wave(timepoint_id uuid, opens_after int, closes_after int, instruments text[])`;
}

/**
 * SQL condition over participant `p`, their current enrolment `e` and a row `wave`: something of the wave could be
 * collected now and was not. Who is still enrolled is what `hasEnded` says; a test holds the two together.
 */
export function isLacking(plan: CollectionPlan): SqlFragment {
  return sql`(e.ended_on IS NULL OR e.ended_on >= ${plan.today}::date)
    AND e.enrolled_on + wave.opens_after <= ${plan.today}::date
    AND cardinality(wave.instruments) > (
      SELECT count(*) FROM assessment a
      WHERE a.participant_id = p.participant_id AND a.timepoint_id = wave.timepoint_id AND a.current
        AND a.instrument = ANY(wave.instruments))`;
}
