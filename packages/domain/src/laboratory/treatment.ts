import { z } from "zod";
import { addMonths, type CalendarDate, isCalendarDate } from "../schedule/calendar-date";
import type { EntryProblem } from "./entry-problem";

/** From which day a person has been on antiretroviral treatment. Corrected by a new version, like any record. */
export const treatmentStartSchema = z.strictObject({ startedOn: z.string().refine(isCalendarDate, { error: "date" }) });
export type TreatmentStart = z.infer<typeof treatmentStartSchema>;

/** The first licensed antiretroviral; a start before it is a slip of the pen. */
const FIRST_TREATMENT = "1987-03-19";

/** What makes a start of treatment impossible. */
export function treatmentStartProblems({ startedOn }: TreatmentStart, today: CalendarDate): readonly EntryProblem[] {
  if (startedOn > today) {
    return [{ field: "startedOn", rule: "date-in-future", values: { date: startedOn, today } }];
  }
  if (startedOn < FIRST_TREATMENT) {
    return [
      { field: "startedOn", rule: "before-treatment-existed", values: { date: startedOn, earliest: FIRST_TREATMENT } },
    ];
  }
  return [];
}

/** Whether so many full months of treatment have passed on a day; false before its start. */
export function hasBeenTreatedFor(months: number, startedOn: CalendarDate, on: CalendarDate): boolean {
  return on >= addMonths(startedOn, months);
}
