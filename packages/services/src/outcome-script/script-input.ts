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
export function scriptInput(given: OutcomeRequest, analysis: OutcomeAnalysis, besides: PageBesides): RScriptInput {
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
  const { figures, withSites, withStandings, withStates } = shownFigures(list, analysis, bySite, everybody);
  return {
    date,
    provenance,
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

function plannedBy({ comparison }: OutcomeAnalysis): RScriptInput["settings"]["plannedBy"] {
  const primary = comparison?.kind === "comparison" ? comparison.primary : null;
  return primary === "difference-in-differences" ? primary : "ancova";
}

/**
 * What cannot be computed without sites: differences of cohorts that allow for them and what is planned by these, and weighted
 * differences with sites as clusters.
 */
const SITE_FIGURES = [
  ...["sites.", "assumptions.independence", "assumptions.enough-clusters", "unclear.difference."],
  ...["weighting.weighted", "weighting.doubly-robust", "weighting.other-"],
];

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
  { attrition }: OutcomeAnalysis,
  bySite: readonly MissingAtSite[],
  everybody: boolean,
) {
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
  const bySites = !withSites && attrition.model.kind === "missingness-model" && attrition.model.sites.length > 0;
  const left = [
    ...(withSites ? [] : ["attrition.site-"]),
    ...(withStandings ? [] : ["attrition.standing."]),
    ...(withStates ? [] : ["attrition.wave-"]),
    ...(bySites ? ["attrition.model."] : []),
    ...(withSites ? [] : SITE_FIGURES),
    // What counts people without a row.
    ...(everybody ? [] : ROW_FIGURES),
  ];
  const figures = list.figures.filter(({ name }) => !left.some((prefix) => name.startsWith(prefix)));
  return { figures, withSites, withStandings, withStates };
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
