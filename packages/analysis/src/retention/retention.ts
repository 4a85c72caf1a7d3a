import {
  type InsufficientData,
  type Interval,
  type Provenance,
  type Suppressed,
  tooFew,
} from "@alongside/statistics/estimate";
import { cumulativeIncidence } from "@alongside/statistics/survival/cumulative-incidence";
import { type GrayTest, grayTest } from "@alongside/statistics/survival/gray-test";
import { extremesFrom } from "../disclosure-control/extremes";
import { effectiveThreshold, type ShownCount, SUPPRESSED } from "../disclosure-control/shown-count";
import { type CareSplit, careSplit, maySplit } from "./care-split";
import { endingOf, type RetentionPerson } from "./retention-person";
import { type EndedTime, type ShownDay, shownDays } from "./shown-days";
import { type EndingGroup, shownEndings } from "./shown-endings";

/** A share of people with its interval; null where it has no limits, as at 0 and at 1. */
export interface SharePoint {
  readonly share: number;
  readonly interval: Interval | null;
}

/** How a cohort stands so many days after enrolment. */
export interface RetentionPoint {
  readonly days: number;
  /** People still in the programme and seen for longer. */
  readonly atRisk: number;
  /** In the programme still, or until its planned end. */
  readonly stayed: SharePoint;
  /** Of all, those who came to the planned end; null where they are too few to be told. */
  readonly completed: SharePoint | null;
  /** Ended so by now, a share for every group, in its order; null where between two days too few ended so. */
  readonly ended: readonly SharePoint[] | null;
  /** How those in the programme still divide; null where it may not be told, or no contact of the cohort is logged. */
  readonly care: CareSplit | null;
}

/** The points that may be shown, the first at day 0. */
export interface RetentionCurve {
  readonly kind: "curve";
  readonly points: readonly RetentionPoint[];
}

/** Who stayed in one cohort, as far as it may be shown. */
export interface CohortRetention {
  readonly cohortId: string;
  readonly n: ShownCount;
  readonly groups: readonly EndingGroup[];
  readonly curve: RetentionCurve | InsufficientData | Suppressed;
  /** Whether people were seen for longer than the last point. */
  readonly endsEarly: boolean;
  /** Whether contacts of anybody in the cohort are logged: without them nobody can say who was seen. */
  readonly logged: boolean;
}

/** Who stayed, cohort by cohort. */
export interface Retention {
  readonly kind: "retention";
  readonly cohorts: readonly CohortRetention[];
  /** Gray's test that as many left early in every cohort; null with fewer than two cohorts. */
  readonly leftAlike: GrayTest | Suppressed | null;
  readonly provenance: Provenance;
}

export interface RetentionRequest {
  readonly people: readonly RetentionPerson[];
  /** In the programme's order, each with its number of people as the other pages show it. */
  readonly cohorts: readonly { readonly id: string; readonly n: ShownCount }[];
  readonly threshold: number;
}

/**
 * Who stayed, left, was transferred, died or completed, by Aalen-Johansen, because whoever died cannot leave any more: one less
 * Kaplan-Meier of leaving alone would count them as if they still could. Stayed is one less all endings before the planned one.
 * Read off at days between which nobody or enough people stopped. Completions too few to be told end the time without an event.
 * R: survfit(Surv(days, factor(ending)) ~ 1, conf.type = "log-log"), cmprsk::cuminc(days, ending, cohort)$Tests.
 */
export function retention({ people, cohorts, threshold }: RetentionRequest): Retention {
  const shown = cohorts.map(({ id, n }) =>
    cohortRetention(
      id,
      people.filter(({ cohortId }) => cohortId === id),
      n,
      threshold,
    ),
  );
  return {
    kind: "retention",
    cohorts: shown,
    leftAlike: leftAlike(people, shown),
    provenance: { statistic: "survival/cumulative-incidence", version: 1 },
  };
}

function cohortRetention(
  cohortId: string,
  people: readonly RetentionPerson[],
  n: ShownCount,
  threshold: number,
): CohortRetention {
  const none = { cohortId, n, groups: [], endsEarly: false, logged: false };
  // Whether it is nobody is told only where their number is.
  if (n.kind !== "exact") return { ...none, curve: SUPPRESSED };
  if (people.length === 0) return { ...none, curve: tooFew(1, 0) };
  if (people.length < extremesFrom(threshold)) return { ...none, curve: SUPPRESSED };
  const smallest = effectiveThreshold(threshold);
  const groups = shownEndings(people, smallest);
  if (groups === null) return { ...none, curve: SUPPRESSED };
  const completions = people.filter(({ status }) => status === "completed").length;
  const causes = [
    ...groups.map(({ endings }) => endings),
    ...(completions >= smallest ? [["completed"] as const] : []),
  ];
  const times = people.map(({ days, status }): EndedTime => {
    const ending = endingOf(status);
    const group = causes.findIndex((some: readonly string[]) => ending !== null && some.includes(ending));
    return { days, group: group === -1 ? null : group };
  });
  const before = groups.map((_, group) => group);
  const days = shownDays(times, [before, ...(causes.length > groups.length ? [[groups.length]] : [])], smallest);
  const points = pointsAt(days, times, { before: groups.length, completed: causes.length > groups.length });
  const logged = people.some(({ loggedFrom }) => loggedFrom !== null);
  return {
    ...{ cohortId, n, groups, logged },
    curve: { kind: "curve", points: logged ? withCare(points, people, threshold) : points },
    endsEarly: times.some((one) => one.days > (days.at(-1)?.day ?? 0)),
  };
}

/** The share with any of these endings, as a function of the day. */
function incidence(times: readonly EndedTime[], counts: (group: number) => boolean): (day: number) => SharePoint {
  const exit = times.map(({ days }) => days);
  const cause = times.map(({ group }) => (group === null ? 0 : counts(group) ? 1 : 2));
  const curve = cumulativeIncidence({ exit, cause }, 1);
  const steps = curve.kind === "curve" ? curve.steps : [];
  return (day) => {
    const last = steps.findLast(({ time }) => time <= day);
    return { share: last?.incidence ?? 0, interval: last?.interval ?? null };
  };
}

function pointsAt(
  days: readonly ShownDay[],
  times: readonly EndedTime[],
  groups: { readonly before: number; readonly completed: boolean },
): readonly RetentionPoint[] {
  const gone = incidence(times, (group) => group < groups.before);
  const each = Array.from({ length: groups.before }, (_, one) => incidence(times, (group) => group === one));
  const completed = groups.completed ? incidence(times, (group) => group === groups.before) : null;
  return [{ day: 0, apart: true }, ...days].map(({ day, apart }) => ({
    days: day,
    atRisk: day === 0 ? times.length : times.filter((one) => one.days > day).length,
    stayed: opposite(gone(day)),
    ended: apart ? each.map((at) => at(day)) : null,
    completed: completed === null ? null : completed(day),
    care: null,
  }));
}

/** The points with those in the programme divided by whether they were seen, wherever that may be told. */
function withCare(
  points: readonly RetentionPoint[],
  people: readonly RetentionPerson[],
  threshold: number,
): readonly RetentionPoint[] {
  let before: CareSplit | null = null;
  return points.map((point) => {
    const split = careSplit(people, point.days);
    if (!maySplit(split, before, threshold)) return point;
    before = split;
    return { ...point, care: split };
  });
}

function opposite({ share, interval }: SharePoint): SharePoint {
  return { share: 1 - share, interval: interval && { ...interval, low: 1 - interval.high, high: 1 - interval.low } };
}

/** Only where every cohort shows how many left by themselves: the test would say as much. */
function leftAlike(people: readonly RetentionPerson[], shown: readonly CohortRetention[]): Retention["leftAlike"] {
  if (shown.length < 2) return null;
  const tells = ({ groups, curve }: CohortRetention) =>
    curve.kind === "curve" && groups.every(({ endings }) => !endings.includes("left") || endings.length === 1);
  if (!shown.every(tells)) return SUPPRESSED;
  const own = people.filter(({ cohortId }) => shown.some((one) => one.cohortId === cohortId));
  const cause = own.map(({ status }) => {
    const ending = endingOf(status);
    if (ending === null) return 0;
    return ending === "left" ? 1 : 2;
  });
  const groups = own.map(({ cohortId }) => shown.findIndex((one) => one.cohortId === cohortId));
  return grayTest({ exit: own.map(({ days }) => days), cause }, groups, shown.length, 1);
}
