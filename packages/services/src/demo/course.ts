import { addDays, type CalendarDate, daysBetween } from "@alongside/domain/schedule/calendar-date";
import { DEMO_DAYS, DEMO_TIMEPOINTS, type DemoTimepoint } from "./demo-plan";
import type { RandomStream } from "./random-stream";

export interface Wave {
  readonly timepoint: DemoTimepoint;
  readonly answeredOn: CalendarDate;
}

/** One simulated person's way through the programme, up to today. */
export interface Course {
  readonly enrolledOn: CalendarDate;
  readonly waves: readonly Wave[];
  readonly end: { readonly status: EndStatus; readonly on: CalendarDate } | null;
}
type EndStatus = "completed" | "withdrawn" | "transferred" | "lost" | "died";

/** Why people leave, in proportion. "unnoticed": they are not reached any more, and nobody has recorded an end. */
const LEAVING = [
  { status: "lost", weight: 50 },
  { status: "withdrawn", weight: 24 },
  { status: "transferred", weight: 20 },
  { status: "died", weight: 3 },
  { status: "unnoticed", weight: 3 },
] as const;

/** Chance of leaving by day 365 of somebody of average wellbeing with a peer supporter; more while waiting for one. */
const LEAVING_PER_YEAR = { withPeer: 0.26, waiting: 0.36 } as const;
/** Factor on that chance for one standard deviation less wellbeing, so that those who leave are not like those who stay. */
const LEAVING_PER_SD = 1.7;
/** Chance that a wave is not collected although the person is there. A clinic catches up with most of what it missed. */
const NOT_COLLECTED = { baseline: 0.01, later: 0.03 } as const;
/** Days of trying after which somebody who is not reached any more is called lost. */
const DAYS_OF_TRYING = 30;
/** Chance that one is collected after its window has closed. */
const LATE = 0.05;

/**
 * Draws a course.
 * @param wellbeing general wellbeing in standard deviations
 * @param dose 0 for people who wait for a peer supporter
 */
export function drawCourse(stream: RandomStream, today: CalendarDate, wellbeing: number, dose: number): Course {
  const enrolledOn = addDays(today, -stream.integer(DEMO_DAYS.lastEnrolled, DEMO_DAYS.firstEnrolled));
  const perYear = dose > 0 ? LEAVING_PER_YEAR.withPeer : LEAVING_PER_YEAR.waiting;
  const rate = -Math.log(1 - perYear) * LEAVING_PER_SD ** -wellbeing;
  const leavesOn = addDays(enrolledOn, Math.max(3, Math.round((-Math.log(1 - stream.uniform()) / rate) * 365)));
  const leaving = LEAVING[stream.weighted(LEAVING.map(({ weight }) => weight))]?.status ?? "lost";
  const waves = DEMO_TIMEPOINTS.flatMap((timepoint): Wave[] => {
    const answeredOn = drawDay(stream, timepoint, enrolledOn);
    const missed = stream.chance(timepoint.kind === "baseline" ? NOT_COLLECTED.baseline : NOT_COLLECTED.later);
    // Nothing on the day itself: some of its hours are still to come.
    return missed || answeredOn >= today || answeredOn >= leavesOn ? [] : [{ timepoint, answeredOn }];
  });
  return { enrolledOn, waves, end: endOf({ today, leavesOn, leaving, waves }) };
}

function drawDay(stream: RandomStream, timepoint: DemoTimepoint, enrolledOn: CalendarDate): CalendarDate {
  const { kind, targetDay, daysBefore, daysAfter } = timepoint;
  if (kind === "baseline") return addDays(enrolledOn, Math.min(daysAfter, Math.abs(Math.round(3 * stream.normal()))));
  const late = stream.chance(LATE) ? daysAfter + stream.integer(2, 20) : null;
  const usual = Math.round((stream.normal() * daysAfter) / 3);
  return addDays(enrolledOn, targetDay + (late ?? Math.min(daysAfter, Math.max(-daysBefore, usual))));
}

function endOf(drawn: {
  readonly today: CalendarDate;
  readonly leavesOn: CalendarDate;
  readonly leaving: (typeof LEAVING)[number]["status"];
  readonly waves: readonly Wave[];
}): Course["end"] {
  const { today, leavesOn, leaving, waves } = drawn;
  if (leavesOn < today) {
    if (leaving === "unnoticed") return null;
    const on = leaving === "lost" ? addDays(leavesOn, DAYS_OF_TRYING) : leavesOn;
    return on < today ? { status: leaving, on } : null;
  }
  const last = waves.at(-1);
  const finished = last?.timepoint.code === "month-12" && daysBetween(last.answeredOn, today) > 3;
  return finished ? { status: "completed", on: addDays(last.answeredOn, 2) } : null;
}
