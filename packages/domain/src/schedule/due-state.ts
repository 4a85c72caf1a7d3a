import type { CalendarDate } from "./calendar-date";
import { type TimepointPlan, type TimepointWindow, timepointWindow } from "./timepoint-window";

/** Every state a planned assessment can be in. Computed from the record and the clock each time, never stored. */
export const DUE_STATES = [
  /** The window has not opened. */
  "upcoming",
  /** Inside the window, not done. */
  "open",
  /** The window has closed, the person is still enrolled, and it can still be collected late. */
  "overdue",
  /** The window closed while the person was enrolled, that has ended or nothing more is asked, and nothing was collected. */
  "missed",
  /** Collected inside the window. */
  "done",
  /** Collected before the window opened or after it closed. */
  "done-out-of-window",
  /** Enrolment ended, or nothing more was to be asked, before the window closed, so the assessment was never fully due. */
  "not-expected",
] as const;
export type DueState = (typeof DUE_STATES)[number];

export interface EnrolmentPeriod {
  readonly enrolledOn: CalendarDate;
  /** Last day of enrolment; null while it lasts. */
  readonly endedOn: CalendarDate | null;
  /** True for somebody who stepped back or said no: nothing more is asked, whatever the enrolment says. */
  readonly notAsked?: boolean;
}

export interface DueVerdict {
  readonly state: DueState;
  readonly window: TimepointWindow;
}

/**
 * Whether an enrolment is over. Its last day still belongs to it: what is open that day can be collected until midnight
 * and is nothing anybody expects on the next. An end recorded for a day still to come has not happened yet.
 */
export function hasEnded(endedOn: CalendarDate | null, today: CalendarDate): endedOn is CalendarDate {
  return endedOn !== null && endedOn < today;
}

/**
 * State of one planned assessment.
 * @param plan the timepoint
 * @param enrolment the current enrolment
 * @param answeredOn day on which it was answered, null when it was not
 * @param today the date in the programme's time zone, from `todayIn`
 * @throws RangeError when a date is not valid
 */
export function dueState(
  plan: TimepointPlan,
  enrolment: EnrolmentPeriod,
  answeredOn: CalendarDate | null,
  today: CalendarDate,
): DueVerdict {
  const window = timepointWindow(plan, enrolment.enrolledOn);
  return { state: stateOf(window, enrolment, answeredOn, today), window };
}

function stateOf(
  { opensOn, closesOn }: TimepointWindow,
  { endedOn, notAsked = false }: EnrolmentPeriod,
  answeredOn: CalendarDate | null,
  today: CalendarDate,
): DueState {
  if (answeredOn !== null) return answeredOn < opensOn || answeredOn > closesOn ? "done-out-of-window" : "done";
  const ended = hasEnded(endedOn, today);
  if (ended && endedOn < closesOn) return "not-expected";
  if (notAsked) return today > closesOn ? "missed" : "not-expected";
  if (today < opensOn) return "upcoming";
  if (today <= closesOn) return "open";
  return ended ? "missed" : "overdue";
}
