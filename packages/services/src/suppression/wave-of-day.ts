/** A planned wave in days from enrolment. */
export interface PlannedDays {
  readonly id: string;
  readonly targetDay: number;
  readonly daysBefore: number;
  readonly daysAfter: number;
}

/** How a specimen is given to a wave; another way is another name. */
export const WAVE_RULE = "nearest-planned-day-in-window@1";

/**
 * The wave a specimen of a day counts for: of those whose window it lies in, both ends included, the one whose planned day
 * is nearest; of two as near the one planned first. Null when it lies in none. No window opens before enrolment.
 */
export function waveOfDay(day: number, waves: readonly PlannedDays[]): string | null {
  const [nearest] = waves
    .filter(({ targetDay, daysBefore, daysAfter }) => {
      return day >= Math.max(0, targetDay - daysBefore) && day <= targetDay + daysAfter;
    })
    .toSorted((a, b) => Math.abs(day - a.targetDay) - Math.abs(day - b.targetDay) || a.targetDay - b.targetDay);
  return nearest?.id ?? null;
}
