import { addDays, type CalendarDate } from "@alongside/domain/schedule/calendar-date";
import type { StudyMapping } from "@alongside/interchange/formats/study-csv/mapping";

/** True when some value of the file can carry a day. */
export function hasDates(mapping: StudyMapping): boolean {
  return (
    mapping.columns.date !== undefined ||
    (mapping.form === "wide" && mapping.values.some((value) => value.date !== undefined))
  );
}

/**
 * Days for a study that gives none. Nothing is known but the plan, and no measurement may lie in the future: the last
 * timepoint falls on the day of the import and the others so many days before it.
 */
export class StudyDays {
  readonly #today: CalendarDate;
  readonly #first: number;
  readonly #span: number;

  constructor(targetDays: readonly number[], today: CalendarDate) {
    this.#today = today;
    this.#first = Math.min(0, ...targetDays);
    this.#span = Math.max(0, ...targetDays) - this.#first;
  }

  /** Enrolment of a participant: the earliest of their days, else the day that leaves room for the whole plan. */
  enrolment(earliest: CalendarDate | undefined): CalendarDate {
    return earliest ?? addDays(this.#today, -this.#span);
  }

  /** Day of a value without one: by the plan from enrolment, not after today. */
  undated(enrolledOn: CalendarDate, targetDay: number): CalendarDate {
    const planned = addDays(enrolledOn, targetDay - this.#first);
    return planned > this.#today && enrolledOn <= this.#today ? this.#today : planned;
  }
}
