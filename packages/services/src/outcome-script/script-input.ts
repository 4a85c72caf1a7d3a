import { type MissingAtSite, missingBySite } from "@alongside/analysis/attrition/missing-by-site";
import type { ShownCount } from "@alongside/analysis/disclosure-control/shown-count";
import type { OutcomeAnalysis } from "@alongside/analysis/outcome/analyse-outcome";
import type { OutcomeRequest } from "@alongside/analysis/outcome/outcome-request";
import { countedPeople } from "@alongside/analysis/rows/counted-people";
import type { PersonSeries, WaveState } from "@alongside/analysis/rows/person-series";
import type { LongStrip } from "@alongside/analysis/sensitivity/long-strip";
import type { RPerson, RScriptInput, RWaveState } from "@alongside/interchange/formats/r-script/r-script-input";
import type { AdjustedFamily } from "../outcome/adjusted-test";
import { assumptionFigures } from "./assumption-figures";
import { attritionFigures, type SiteNumber } from "./attrition-figures";
import { changeFigures } from "./change-figures";
import { comparisonFigures } from "./comparison-figures";
import { FigureList } from "./figure-list";
import { longStripFigures } from "./long-strip-figures";
import { scaleFigures } from "./scale-figures";

/** The long rows with what they were computed from; null until they have been computed. */
export interface FinishedStrip {
  readonly strip: LongStrip;
  /** Changes that were filled in, one list for each completed data set. */
  readonly imputedChanges: readonly (readonly number[])[];
  /** Furthest shift looked at, with its sign. */
  readonly tippingReach: number;
}

/** What stands on the page besides the analysis. */
export interface PageBesides {
  readonly finished: FinishedStrip | null;
  /** The p value among its family, with those of the family that are at hand, its own first; null where it has none. */
  readonly family: Pick<AdjustedFamily, "adjusted" | "method" | "m" | "pValues"> | null;
  readonly date: string;
  readonly provenance: RScriptInput["provenance"];
}

const STATES = {
  scored: "s",
  prorated: "p",
  unscored: "u",
  "not-measured": "n",
  "not-expected": "x",
} as const satisfies Record<WaveState, RWaveState>;

/** Everything the script of one outcome carries: the rows, the settings and each figure of the page. */
export function scriptInput(
  given: OutcomeRequest,
  analysis: OutcomeAnalysis,
  besides: PageBesides,
): Omit<RScriptInput, "leftOut"> & { readonly leftOut: readonly LeftOut[] } {
  const counted = countedPeople(given);
  const { request } = counted;
  const { data, cohortId, description, wave } = request;
  const { finished, family, date, provenance } = besides;
  const other = analysis.comparison?.kind === "comparison" ? request.comparedWith : null;
  const people = data.people.filter((person) => person.cohortId === cohortId || person.cohortId === other);
  const siteNumber = numberSites(people);
  const list = new FigureList();
  attritionFigures(list, analysis, siteNumber);
  changeFigures(list, analysis);
  scaleFigures(list, analysis.psychometrics);
  assumptionFigures(list, analysis);
  if (analysis.comparison?.kind === "comparison") comparisonFigures(list, analysis.comparison);
  if (finished !== null) longStripFigures(list, finished.strip);
  if (family !== null) {
    list.count("family.tests", family.m);
    list.add(`family.${family.method}`, family.adjusted, "p-value");
  }
  const others = people.filter((person) => person.cohortId !== cohortId);
  const everybody = analysis.attrition.flow.enrolled.kind === "exact" && counted.everybody(cohortId);
  const bySite = [...analysis.attrition.bySite, ...missingBySite(others, wave, request.threshold)];
  const { figures, leftOut, withSites, withStandings, withStates } = shownFigures(list, analysis, bySite, everybody);
  return {
    date,
    provenance,
    leftOut,
    settings: {
      wave,
      improvement: description.improvement,
      range: description.range,
      importantDifference: request.importantDifference,
      reliability: request.reliability?.value ?? null,
      retested: request.reliability?.kind === "test-retest",
      entry: request.entryCutOff && { cutOff: request.entryCutOff.value, side: request.entryCutOff.side },
      structure: analysis.repeated?.kind === "repeated-waves" ? analysis.repeated.structure : null,
      overWavesStructure: overWavesStructure(analysis),
      plannedBy: plannedBy(analysis),
      weightedBySites: weightedBySites(analysis),
      designEffect: withSites ? null : designEffectOf(analysis),
      bootstrap: finished && {
        resamples: finished.strip.bootstrap.resamples,
        seed: finished.strip.bootstrap.seed,
      },
      tippingReach: finished?.tippingReach ?? null,
    },
    people: countable(people, cohortId, everybody).map(
      (person, at): RPerson => ({
        row: at + 1,
        cohort: person.cohortId === cohortId ? "A" : "B",
        site: withSites ? siteNumber(person.siteId) : null,
        volunteer: null,
        // Nothing is computed from these of the other cohort.
        standing: withStandings && person.cohortId === cohortId ? person.standing : null,
        scores: person.values,
        states: person.states.map((state, wave) =>
          withStates && person.cohortId === cohortId ? STATES[state] : plainState(person, wave),
        ),
        covariates: (request.covariates ?? []).map(({ values }) => values[data.people.indexOf(person)] ?? null),
      }),
    ),
    imputedChanges: finished?.imputedChanges ?? [],
    items: analysis.psychometrics.consistency.kind === "consistency" ? (request.items?.rows ?? []) : [],
    familyPValues: family?.pValues ?? [],
    familyTests: family?.m ?? 0,
    figures,
  };
}

function overWavesStructure({ comparison }: OutcomeAnalysis): string | null {
  if (comparison?.kind !== "comparison" || comparison.overWaves?.kind !== "cohorts-over-waves") return null;
  return comparison.overWaves.structure;
}

function weightedBySites({ comparison }: OutcomeAnalysis): boolean {
  if (comparison?.kind !== "comparison" || comparison.weighting.kind !== "weighted-cohorts") return false;
  return comparison.weighting.clusters === "sites";
}

function designEffectOf({ comparison }: OutcomeAnalysis): number | null {
  return comparison?.kind === "comparison" ? comparison.sites.designEffect : null;
}

function plannedBy({ comparison }: OutcomeAnalysis): RScriptInput["settings"]["plannedBy"] {
  const primary = comparison?.kind === "comparison" ? comparison.primary : null;
  return primary === "difference-in-differences" ? primary : "ancova";
}

/** What the page shows and the script does not compute again, and why: for its head, and by code for the page. */
export const LEFT_OUT = {
  sites: {
    code: "sites",
    what: "differences that allow for sites, the intraclass correlation, the number of sites, and missing scores by site",
    why: "a number of people at a site is hidden, and rows with sites would tell it",
  },
  clusters: {
    code: "clusters",
    what: "weighted differences, whose errors have sites as clusters",
    why: "a number of people at a site is hidden, and rows with sites would tell it",
  },
  standings: {
    code: "standings",
    what: "how many stand in which way in the programme",
    why: "one of these numbers is hidden, or people without a row are among them",
  },
  forms: {
    code: "forms",
    what: "how many forms were asked for, came in and were prorated",
    why: "one of these numbers is hidden, and rows with the state of each form would tell it",
  },
  rows: {
    code: "rows",
    what: "numbers of everybody enrolled and of everybody scored at a time",
    why: "some people have no row, because their number is hidden",
  },
} as const satisfies Record<string, { readonly code: string; readonly what: string; readonly why: string }>;
export type LeftOut = (typeof LEFT_OUT)[keyof typeof LEFT_OUT];

/** What cannot be computed without sites: the differences of cohorts that allow for them, and how many sites there are. */
const SITE_FIGURES = ["sites.", "assumptions.independence", "assumptions.enough-clusters"];
/** The weighted differences, where they have sites as clusters. */
const CLUSTERED_FIGURES = ["weighting.weighted", "weighting.doubly-robust", "weighting.other-"];
/** What became of the forms besides a score. */
const FORM_FIGURES = /^attrition[.]wave-\d+[.](expected|received|prorated)$/;
/** Scores, which rows count as well as forms do where nobody with a score is without a row. */
const SCORE_FIGURES = /^attrition[.]wave-/;

/** What is of everybody enrolled, and of their sites. */
const ROW_FIGURES = [
  ...["sets.enrolled", "attrition.enrolled", "trial.supported.enrolled", "assumptions.independence"],
  ...["reliable-change.enrolled", "reliable-change.without-both"],
];

/**
 * The figures that may be computed again from the columns that may be shown: where the page hides one number of people by
 * site (by standing, by what became of forms), nobody may count them in the rows either.
 */
function shownFigures(
  list: FigureList,
  analysis: OutcomeAnalysis,
  bySite: readonly MissingAtSite[],
  everybody: boolean,
) {
  const { attrition } = analysis;
  const isShown = (counts: readonly ShownCount[]) => counts.every(({ kind }) => kind === "exact");
  const withSites = isShown(bySite.flatMap(({ baselineMeasured, missing }) => [baselineMeasured, missing]));
  const { standings } = attrition.flow;
  const withStandings = everybody && standings.length > 0 && isShown(standings.map(({ people }) => people));
  const withStates =
    everybody &&
    isShown(
      attrition.flow.waves.flatMap(({ expected, received, scorable, prorated, paired }) => [
        ...[expected, received, scorable, prorated, paired],
      ]),
    );
  const bySites = attrition.model.kind === "missingness-model" && attrition.model.sites.length > 0;
  const starts =
    (...prefixes: readonly string[]) =>
    (name: string) =>
      prefixes.some((one) => name.startsWith(one));
  const rules: readonly { readonly left: LeftOut; readonly of: (name: string) => boolean }[] = [
    ...(withSites
      ? []
      : [
          {
            left: LEFT_OUT.sites,
            of: starts("attrition.site-", ...SITE_FIGURES, ...(bySites ? ["attrition.model."] : [])),
          },
          ...(weightedBySites(analysis) ? [{ left: LEFT_OUT.clusters, of: starts(...CLUSTERED_FIGURES) }] : []),
        ]),
    ...(withStandings ? [] : [{ left: LEFT_OUT.standings, of: starts("attrition.standing.") }]),
    ...(withStates ? [] : [{ left: LEFT_OUT.forms, of: (name: string) => FORM_FIGURES.test(name) }]),
    // What counts people without a row.
    ...(everybody
      ? []
      : [{ left: LEFT_OUT.rows, of: (name: string) => starts(...ROW_FIGURES)(name) || SCORE_FIGURES.test(name) }]),
  ];
  const names = list.figures.map(({ name }) => name);
  return {
    figures: list.figures.filter(({ name }) => !rules.some(({ of }) => of(name))),
    leftOut: rules.filter(({ of }) => names.some(of)).map(({ left }) => left),
    ...{ withSites, withStandings, withStates },
  };
}

/**
 * The people whose rows may be counted: everybody with a score, and those without any where the page says how many of
 * everybody there are. Of the other cohort nothing is computed from people without a score.
 */
function countable(people: readonly PersonSeries[], cohortId: string, everybody: boolean) {
  return people.filter(
    (person) => person.values.some((value) => value !== null) || (everybody && person.cohortId === cohortId),
  );
}

/** Scored or not, and nothing more. */
function plainState({ values }: PersonSeries, wave: number): RWaveState {
  return (values[wave] ?? null) === null ? "x" : "s";
}

function numberSites(people: readonly PersonSeries[]): SiteNumber {
  const siteIds = [...new Set(people.map(({ siteId }) => siteId))].toSorted();
  return (siteId) => siteIds.indexOf(siteId) + 1;
}
