import { z } from "zod";
import { addDays, addMonths, type CalendarDate } from "../schedule/calendar-date";

const months = z.number().int().min(1).max(120);
const days = z.number().int().min(0).max(366);
const weeks = z.number().int().min(1).max(52);

/** When a programme expects viral loads. Its own numbers; the defaults are the usual ones. */
export const labScheduleSchema = z.strictObject({
  /** Months after the start of treatment, ascending. */
  routineMonths: z
    .array(months)
    .min(1)
    .max(12)
    .refine((list) => list.every((month, at) => at === 0 || month > (list[at - 1] ?? 0)), { error: "ascending" }),
  /** And every so many months after the last of them. */
  thenEveryMonths: months,
  /** After an unsuppressed result. */
  repeatAfterMonths: months,
  /** A result this much earlier counts for the date. */
  daysBefore: days,
  /** This much later it is overdue. */
  daysAfter: days,
  /** So long after its collection a specimen without a result yet keeps its person off the lists. */
  pendingWeeks: weeks.default(8),
});
export type LabSchedule = z.infer<typeof labScheduleSchema>;

export const DEFAULT_LAB_SCHEDULE: LabSchedule = {
  routineMonths: [6, 12],
  thenEveryMonths: 12,
  repeatAfterMonths: 3,
  daysBefore: 30,
  daysAfter: 30,
  pendingWeeks: 8,
};

/** What a schedule needs of a person. Rejected, failed and pending specimens are no results. */
export interface ScheduleFacts {
  readonly treatmentStartedOn: CalendarDate | null;
  /** Latest specimen with a result; null when there is none. */
  readonly lastResult: {
    readonly collectedOn: CalendarDate;
    readonly isUnsuppressed: boolean;
    /** The programme's rule cannot tell of it whether it is: a unit without a factor, a limit beyond the threshold. */
    readonly isUndecided: boolean;
  } | null;
}

export const RESULT_DUE_STATES = ["upcoming", "due", "overdue"] as const;
export type ResultDueState = (typeof RESULT_DUE_STATES)[number];

export type ResultDue =
  | {
      readonly kind: "expected";
      readonly why: "routine" | "repeat";
      readonly on: CalendarDate;
      /** First day on which a result counts for it, and the last before it is overdue. */
      readonly from: CalendarDate;
      readonly until: CalendarDate;
      readonly state: ResultDueState;
    }
  | { readonly kind: "not-scheduled"; readonly reason: "treatment-start-unknown" };

/**
 * The next viral load expected of a person. After an unsuppressed result it is a repeat, whenever treatment started; after one
 * that the rule cannot decide about, a repeat at once, or whoever was unsuppressed before would be expected nowhere; otherwise the first routine date that no result has been collected for. Computed each time, never stored.
 * @throws RangeError when a date is not valid.
 */
export function nextResultDue(facts: ScheduleFacts, schedule: LabSchedule, today: CalendarDate): ResultDue {
  const { lastResult, treatmentStartedOn } = facts;
  if (lastResult?.isUndecided) return expected("repeat", lastResult.collectedOn, schedule, today);
  if (lastResult?.isUnsuppressed) {
    return expected("repeat", addMonths(lastResult.collectedOn, schedule.repeatAfterMonths), schedule, today);
  }
  if (treatmentStartedOn === null) return { kind: "not-scheduled", reason: "treatment-start-unknown" };
  return expected(
    "routine",
    nextRoutine(treatmentStartedOn, lastResult?.collectedOn ?? null, schedule),
    schedule,
    today,
  );
}

function expected(
  why: "routine" | "repeat",
  on: CalendarDate,
  { daysBefore, daysAfter }: LabSchedule,
  today: CalendarDate,
): ResultDue {
  const from = addDays(on, -daysBefore);
  const until = addDays(on, daysAfter);
  return {
    kind: "expected",
    why,
    on,
    from,
    until,
    state: today < from ? "upcoming" : today > until ? "overdue" : "due",
  };
}

/** The first routine date whose days had not begun when the last specimen was collected. */
function nextRoutine(startedOn: CalendarDate, lastOn: CalendarDate | null, schedule: LabSchedule): CalendarDate {
  for (let at = 0; ; at += 1) {
    const on = addMonths(startedOn, routineMonth(schedule, at));
    if (lastOn === null || lastOn < addDays(on, -schedule.daysBefore)) return on;
  }
}

function routineMonth({ routineMonths, thenEveryMonths }: LabSchedule, at: number): number {
  const listed = routineMonths[at];
  if (listed !== undefined) return listed;
  const last = routineMonths[routineMonths.length - 1] ?? 0;
  return last + (at - routineMonths.length + 1) * thenEveryMonths;
}
