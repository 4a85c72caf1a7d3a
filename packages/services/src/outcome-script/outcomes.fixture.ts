import { readFileSync } from "node:fs";
import { bthebRequest } from "@alongside/analysis/outcome/btheb-request.fixture";
import type { OutcomeRequest } from "@alongside/analysis/outcome/outcome-request";
import type { PersonSeries, WaveState } from "@alongside/analysis/rows/person-series";

const DATA = new URL("../../../../tooling/oracle/data/debian/", import.meta.url);

/** Rows of a published data set, cells by heading. */
function readData(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = readFileSync(new URL(`${name}.csv`, DATA), "utf8")
    .trim()
    .split(/\r?\n/);
  const headings = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ""]));
  });
}

function person(row: number, given: Partial<PersonSeries> & Pick<PersonSeries, "values">): PersonSeries {
  const states = given.values.map((value): WaveState => (value === null ? "not-measured" : "scored"));
  return { row, cohortId: "all", siteId: `site ${row % 2}`, volunteerId: null, standing: "active", states, ...given };
}

/** An outcome of these people, at the last wave. */
function outcomeOf(people: readonly PersonSeries[], given: Partial<OutcomeRequest> = {}): OutcomeRequest {
  const waves = people[0]?.values.length ?? 0;
  const { description } = bthebRequest();
  return bthebRequest({
    data: {
      measure: "measure/score",
      waves: Array.from({ length: waves }, (_, at) => ({ timepointId: `t${at}`, label: `t${at}`, targetDay: 30 * at })),
      people,
    },
    description: { ...description, improvement: "increase", range: null },
    cohortId: "all",
    wave: waves - 1,
    ...given,
  });
}

/** Rows of one person after the other, a wave each. */
function seriesOf(name: string, id: string, value: string): readonly PersonSeries[] {
  const bySubject = new Map<string, number[]>();
  for (const row of readData(name)) {
    const own = bySubject.get(row[id] ?? "") ?? [];
    own.push(Number(row[value]));
    bySubject.set(row[id] ?? "", own);
  }
  return [...bySubject.values()].map((values, row) => person(row, { values }));
}

/** Growth of jaws at four ages: complete, in halves of a millimetre. */
export const orthodontOutcome = () => outcomeOf(seriesOf("orthodont", "Subject", "distance"));

/** Reaction times on ten days: more days than the freest covariance of 18 people can carry. */
export const sleepstudyOutcome = () => outcomeOf(seriesOf("sleepstudy", "Subject", "Reaction"));

/** Weights of girls before and after, one decimal, two waves only. */
export const anorexiaOutcome = (cohortId: string) =>
  outcomeOf(
    readData("anorexia").map((row, at) =>
      person(at, { cohortId: row.Treat ?? "", values: [Number(row.Prewt), Number(row.Postwt)] }),
    ),
    { cohortId, importantDifference: 2.5, entryCutOff: { value: 90, side: "at-most" } },
  );

/** The trial Beating the Blues, treatment as usual, chosen for scores of at least two. */
export const bthebOutcome = () =>
  bthebRequest({ cohortId: "BtheB", entryCutOff: { value: 2, side: "at-least" }, reliability: null });

/** Both arms of the trial, people of three sites, and the length of the illness as a covariate. */
export function bthebCompared(): OutcomeRequest {
  const base = bthebRequest({ cohortId: "BtheB", comparedWith: "TAU" });
  const long = readData("btheb").map((row) => Number(row.length === ">6m"));
  return { ...base, covariates: [{ name: "length", values: base.data.people.map((_, at) => long[at] ?? null) }] };
}

/** Both arms at two months, people of so many sites whose later scores lie apart. */
export function bthebAtSites(
  given: { readonly sites?: number; readonly apart?: number } & Partial<OutcomeRequest> = {},
): OutcomeRequest {
  const { sites = 12, apart = 1, ...others } = given;
  const base = bthebRequest({ cohortId: "BtheB", comparedWith: "TAU", wave: 1, design: "cohorts", ...others });
  const people = base.data.people.map((one) => {
    const shift = apart * ((one.row % sites) - (sites - 1) / 2);
    const values = one.values.map((value, wave) => (value === null || wave === 0 ? value : value + shift));
    return { ...one, siteId: `site ${one.row % sites}`, values };
  });
  return { ...base, data: { ...base.data, people } };
}

/** Simulated people with answers to five items of one factor, in cohorts of six sites. */
export function scaleOutcome(): OutcomeRequest {
  const base = simulatedOutcome(160);
  const people = base.data.people.map((one, at) => ({
    ...one,
    siteId: `site ${at % 6}`,
    cohortId: at % 3 === 0 ? "other" : "all",
  }));
  const noise = (at: number, item: number) => (Math.abs(Math.sin(at * 12.9898 + item * 78.233)) * 43758.5453) % 5;
  const items = people.slice(0, 60).map(({ values }, at) => {
    return Array.from({ length: 5 }, (_, item) => Math.floor((values[0] ?? 12) / 3 + noise(at + 1, item)));
  });
  const itemIds = items[0]?.map((_, item) => `item ${item}`) ?? [];
  return {
    ...base,
    data: { ...base.data, people },
    comparedWith: "other",
    items: { itemIds, rows: items, incomplete: 0 },
  };
}

/** Simulated people with missing waves, ties, sites and standings, and forms that gave no score. */
export function simulatedOutcome(count: number, given: Partial<OutcomeRequest> = {}): OutcomeRequest {
  let state = 20260615;
  const uniform = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, one) => sum + one, -6);
  const below = (most: number) => Math.floor(uniform() * most);
  const people = Array.from({ length: count }, (_, row) => {
    const level = normal();
    const values = [0, 1, 2, 3].map((wave) => {
      const score = Math.round(12 + 4 * level + 3 * normal() - wave);
      return uniform() < 0.08 + 0.09 * wave ? null : Math.max(0, Math.min(27, score));
    });
    const states = values.map((value): WaveState => {
      if (value !== null) return uniform() < 0.2 ? "prorated" : "scored";
      return (["unscored", "not-measured", "not-expected"] as const)[below(3)] ?? "not-measured";
    });
    const standing = ["active", "withdrawn", "died"][below(3)] ?? "active";
    return person(row, { siteId: `site ${below(3)}`, standing, values, states });
  });
  const { description } = bthebRequest();
  return outcomeOf(people, {
    description: { ...description, improvement: "decrease", range: { minimum: 0, maximum: 27 } },
    ...given,
  });
}
