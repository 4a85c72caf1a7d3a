import type { Db, Tx } from "@alongside/db/client";
import { type CalendarDate, todayIn } from "@alongside/domain/schedule/calendar-date";
import type { TimepointPlan } from "@alongside/domain/schedule/timepoint-window";

/** One wave of a programme's plan, with the instruments asked at it. */
export interface PlannedWave extends TimepointPlan {
  readonly timepointId: string;
  readonly code: string;
  readonly label: string;
  readonly kind: string;
  /** Instrument slugs, in the programme's order; never empty. */
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
        select: { instrument: true, timepointCodes: true },
        orderBy: [{ position: "asc" }, { instrument: "asc" }],
      },
    },
  });
  if (programme === null) return null;
  const waves = programme.timepoints.map(({ id, code, label, kind, targetDay, daysBefore, daysAfter }) => ({
    timepointId: id,
    code,
    label,
    kind,
    targetDay,
    daysBefore,
    daysAfter,
    instruments: [
      ...new Set(
        programme.instrumentUses.filter((use) => isAskedAt(use.timepointCodes, code)).map((use) => use.instrument),
      ),
    ],
  }));
  return { today: todayIn(programme.timeZone, now), waves: waves.filter((wave) => wave.instruments.length > 0) };
}

/** An instrument without a list of timepoints is asked at all of them. */
export function isAskedAt(timepointCodes: readonly string[], code: string): boolean {
  return timepointCodes.length === 0 || timepointCodes.includes(code);
}
