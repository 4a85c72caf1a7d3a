import { showNestedCounts } from "../disclosure-control/show-nested-counts";
import { boundsOf, type ShownCount, suppressCount } from "../disclosure-control/shown-count";
import type { OutcomeRequest } from "../outcome/outcome-request";
import type { PersonSeries } from "./person-series";

/** What decides whose number may be known. */
type Counted = Pick<
  OutcomeRequest,
  "data" | "threshold" | "cohortId" | "comparedWith" | "items" | "covariates" | "shown"
>;

/** A request with only those people whose number may be known from its figures. */
export interface CountedRequest<R extends Counted = OutcomeRequest> {
  readonly request: R;
  /** Of each cohort, how many have a baseline: as the Change page shows it, but no fewer than are drawn. */
  readonly baseline: (cohortId: string) => ShownCount;
  /** Whether nobody of a cohort had to be left out, nor could have been: its people may then be counted. */
  readonly everybody: (cohortId: string) => boolean;
}

/**
 * Where the Change page shows the number of people with a baseline as a range, because a few of them have no later score, any
 * figure of everybody with a baseline would tell that number: its n, a row in the script, a line of the chart. Such figures
 * are then of people with a baseline and at least one later score. So each later score of people with a baseline belongs to
 * somebody who is drawn, and no two means differ by somebody who is not. In the same way, at a wave where only
 * a few people without a baseline have a score, or where only a few people have none at all, those without a baseline are not
 * drawn.
 */
export function countedPeople<R extends Counted>(request: R): CountedRequest<R> {
  const { data, threshold, comparedWith, items, covariates } = request;
  const cohorts = [request.cohortId, ...(comparedWith === null ? [] : [comparedWith])];
  const found = new Map(
    cohorts.map((cohortId) => {
      const people = data.people.filter((person) => person.cohortId === cohortId);
      const baseline = request.shown?.[cohortId]?.baseline ?? baselineShown(people, threshold);
      const enrolled = request.shown?.[cohortId]?.enrolled.kind ?? "exact";
      const counted = countedOf(people, threshold, baseline, enrolled === "exact");
      const drawn = people.filter((person) => hasScore(person, 0) && !counted.left.includes(person)).length;
      return [cohortId, { ...counted, baseline: atLeast(baseline, drawn) }] as const;
    }),
  );
  const left = new Set([...found.values()].flatMap(({ left: own }) => own));
  const stays = data.people.map((person) => !left.has(person));
  const rowsLeft = new Set([...left].map(({ row }) => row));
  const counted = (cohortId: string) => found.get(cohortId);
  return {
    baseline: (cohortId) => counted(cohortId)?.baseline ?? { kind: "exact", n: 0 },
    everybody: (cohortId) => counted(cohortId)?.everybody ?? true,
    request: {
      ...request,
      data: {
        ...data,
        people: data.people.flatMap((person, at) => {
          const blank = hasScore(person, 0) ? [] : (counted(person.cohortId)?.blank ?? []);
          return stays[at] ? [blank.length === 0 ? person : withoutScores(person, blank)] : [];
        }),
      },
      items: items?.people === undefined ? items : itemsOf(items, items.people, rowsLeft),
      ...(covariates === undefined
        ? {}
        : { covariates: covariates.map((one) => ({ ...one, values: one.values.filter((_, at) => stays[at]) })) }),
    },
  };
}

function hasScore({ values }: PersonSeries, wave: number): boolean {
  return (values[wave] ?? null) !== null;
}

/** As the Change page decides it from one measure: beside the people who have a baseline and a later score. */
function baselineShown(people: readonly PersonSeries[], threshold: number): ShownCount {
  const measured = people.filter((person) => hasScore(person, 0));
  const later = Array.from(
    { length: Math.max(0, ...people.map(({ values }) => values.length)) },
    (_, wave) => wave,
  ).slice(1);
  const paired = later.map((wave) => ({
    id: `paired ${wave}`,
    n: measured.filter((person) => hasScore(person, wave)).length,
    contains: [],
  }));
  const shown = showNestedCounts(
    [{ id: "baseline", n: measured.length, contains: paired.map(({ id }) => id) }, ...paired],
    [],
    threshold,
  );
  return shown.get("baseline") ?? { kind: "exact", n: 0 };
}

/** Who is left out of a cohort, at which waves people without a baseline are, and whether everybody may be counted. */
function countedOf(people: readonly PersonSeries[], threshold: number, baseline: ShownCount, knowsEnrolled: boolean) {
  const isSmall = (list: readonly unknown[]) => suppressCount(list.length, threshold).kind === "hidden";
  const later = Array.from({ length: Math.max(0, ...people.map(({ values }) => values.length)) }, (_, at) => at).slice(
    1,
  );
  const measured = people.filter((person) => hasScore(person, 0));
  const others = people.filter((person) => !hasScore(person, 0) && person.values.some((value) => value !== null));
  const never = people.filter(({ values }) => values.every((value) => value === null));
  const blank = later.filter((wave) => {
    const [own, all] = [others, people].map((list) => list.filter((person) => hasScore(person, wave)));
    if (own === undefined || all === undefined || own.length === 0) return false;
    // Where the few with a baseline are the ones whose number is hidden, the Change page has the mean of all of them.
    if (isSmall(all.slice(own.length)) && !isSmall(all)) return false;
    // Of the rows and everybody enrolled, the few without any score would be the difference.
    return isSmall(own) || (knowsEnrolled && isSmall(never));
  });
  const isGone = (person: PersonSeries) => !later.some((at) => hasScore(person, at));
  const isBlank = (person: PersonSeries) => later.every((at) => blank.includes(at) || !hasScore(person, at));
  const hidesBaseline = baseline.kind !== "exact";
  return {
    everybody: !hidesBaseline && blank.length === 0,
    blank,
    left: [...(hidesBaseline ? measured.filter(isGone) : []), ...others.filter(isBlank)],
  };
}

/** The same person without the scores at some waves. */
function withoutScores(person: PersonSeries, waves: readonly number[]): PersonSeries {
  return {
    ...person,
    values: person.values.map((value, at) => (waves.includes(at) ? null : value)),
    states: person.states.map((state, at) => (waves.includes(at) ? "not-expected" : state)),
  };
}

/** What is shown elsewhere, but no fewer than are drawn. */
function atLeast(count: ShownCount, drawn: number): ShownCount {
  const { low, high } = boundsOf(count);
  if (count.kind === "exact" || drawn <= low) return count;
  return drawn >= high ? { kind: "exact", n: high } : { kind: "range", low: drawn, high };
}

function itemsOf(
  items: NonNullable<OutcomeRequest["items"]>,
  people: readonly number[],
  rowsLeft: ReadonlySet<number>,
): NonNullable<OutcomeRequest["items"]> {
  const stays = people.map((row) => !rowsLeft.has(row));
  return { ...items, rows: items.rows.filter((_, at) => stays[at]), people: people.filter((_, at) => stays[at]) };
}
