import { showNestedCounts } from "../disclosure-control/show-nested-counts";
import { type ShownCount, suppressCount } from "../disclosure-control/shown-count";
import type { OutcomeRequest } from "../outcome/outcome-request";
import type { PersonSeries } from "./person-series";

/** A request with only those people whose number may be known from its figures. */
export interface CountedRequest {
  readonly request: OutcomeRequest;
  /** Of each cohort, how many have a baseline, as the Change page shows it. */
  readonly baseline: (cohortId: string) => ShownCount;
  /** Whether nobody of a cohort had to be left out, nor could have been: its people may then be counted. */
  readonly everybody: (cohortId: string) => boolean;
}

/**
 * Where the Change page shows the number of people with a baseline as a range, because a few of them have no later score, any
 * figure of everybody with a baseline would tell that number: its n, a row in the script, a line of the chart. Such figures
 * are then of those only whose number is shown: people with the score in question or, where many are without it, with that of
 * the wave that most people have. In the same way nobody without a baseline is drawn where only a few have a later score.
 */
export function countedPeople(request: OutcomeRequest): CountedRequest {
  const { data, threshold, wave, comparedWith, items, covariates } = request;
  const cohorts = [request.cohortId, ...(comparedWith === null ? [] : [comparedWith])];
  const found = new Map(
    cohorts.map((cohortId) => {
      const people = data.people.filter((person) => person.cohortId === cohortId);
      const baseline = request.shown?.[cohortId]?.baseline ?? baselineShown(people, threshold);
      return [cohortId, { baseline, ...countedOf(people, wave, threshold, baseline) }] as const;
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
      data: { ...data, people: data.people.filter((_, at) => stays[at]) },
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

/** Who is left out of a cohort, and whether everybody may be counted. */
function countedOf(people: readonly PersonSeries[], wave: number, threshold: number, baseline: ShownCount) {
  const isSmall = (list: readonly unknown[]) => suppressCount(list.length, threshold).kind === "hidden";
  const measured = people.filter((person) => hasScore(person, 0));
  const others = people.filter((person) => !hasScore(person, 0) && person.values.some((value) => value !== null));
  const later = Array.from({ length: Math.max(0, ...people.map(({ values }) => values.length)) }, (_, at) => at).slice(
    1,
  );
  const hidesOthers = later.some((at) => isSmall(others.filter((person) => hasScore(person, at))));
  const hidesBaseline = baseline.kind !== "exact";
  return {
    everybody: !hidesBaseline && !hidesOthers,
    left: [...(hidesBaseline ? uncounted(measured, wave, later, isSmall) : []), ...(hidesOthers ? others : [])],
  };
}

function uncounted(
  measured: readonly PersonSeries[],
  wave: number,
  later: readonly number[],
  isSmall: (list: readonly unknown[]) => boolean,
): readonly PersonSeries[] {
  const without = (at: number) => measured.filter((person) => !hasScore(person, at));
  const here = without(wave);
  if (here.length === 0 || isSmall(here)) return here;
  const [nearest] = later.toSorted((a, b) => without(a).length - without(b).length);
  if (nearest === undefined || !isSmall(without(nearest))) return [];
  return here.filter((person) => !hasScore(person, nearest));
}

function itemsOf(
  items: NonNullable<OutcomeRequest["items"]>,
  people: readonly number[],
  rowsLeft: ReadonlySet<number>,
): NonNullable<OutcomeRequest["items"]> {
  const stays = people.map((row) => !rowsLeft.has(row));
  return { ...items, rows: items.rows.filter((_, at) => stays[at]), people: people.filter((_, at) => stays[at]) };
}
