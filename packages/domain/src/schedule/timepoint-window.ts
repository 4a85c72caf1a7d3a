import { addDays, type CalendarDate } from "./calendar-date";

/** When a wave is planned, in days counted from the day of enrolment. */
export interface TimepointPlan {
  readonly targetDay: number;
  readonly daysBefore: number;
  readonly daysAfter: number;
}

/** The days on which an assessment counts for the timepoint. Both ends are included. */
export interface TimepointWindow {
  readonly opensOn: CalendarDate;
  readonly targetOn: CalendarDate;
  readonly closesOn: CalendarDate;
}

/**
 * The window of a timepoint for someone enrolled on a day. It never opens before enrolment: nothing may be assessed
 * earlier than that.
 * @throws RangeError when the date or the day counts are not valid.
 */
export function timepointWindow(plan: TimepointPlan, enrolledOn: CalendarDate): TimepointWindow {
  const targetOn = addDays(enrolledOn, plan.targetDay);
  const opensOn = addDays(targetOn, -plan.daysBefore);
  return {
    opensOn: opensOn < enrolledOn ? enrolledOn : opensOn,
    targetOn,
    closesOn: addDays(targetOn, plan.daysAfter),
  };
}
