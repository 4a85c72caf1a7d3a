import { rComment, rNumber, rTable, rText, rVector } from "./literal";
import { FIGURE_TOLERANCES, type RFigure, type RScriptInput, type RSettings } from "./r-script-input";
import { ASSUMPTIONS_SECTION } from "./sections/assumptions";
import { ATTRITION_SECTION } from "./sections/attrition";
import { BOOTSTRAP_SECTION } from "./sections/bootstrap";
import { CENTRE_SECTION } from "./sections/centre";
import { CHANGE_SECTION } from "./sections/change";
import { COMPARISON_SECTION } from "./sections/comparison";
import { CONCLUSION } from "./sections/conclusion";
import { DISTRIBUTION_SECTION } from "./sections/distribution";
import { FAMILY_SECTION } from "./sections/family";
import { IMPUTATION_SECTION } from "./sections/imputation";
import { OVER_WAVES_SECTION } from "./sections/over-waves";
import { PEOPLE_SECTION } from "./sections/people";
import { PREPARATION } from "./sections/preparation";
import { RANDOM_INTERCEPT } from "./sections/random-intercept";
import { RELIABLE_CHANGE_SECTION } from "./sections/reliable-change";
import { REPEATED_SECTION } from "./sections/repeated";
import { REPEATED_MODEL } from "./sections/repeated-model";
import { RESPONDERS_SECTION } from "./sections/responders";
import { SCALE_SECTION } from "./sections/scale";
import type { RSection } from "./sections/section";
import { SETS_SECTION } from "./sections/sets";
import { SITES_SECTION } from "./sections/sites";
import { TRIAL_SECTION } from "./sections/trial";
import { UNCLEAR_SECTION } from "./sections/unclear";
import { WEIGHTING_SECTION } from "./sections/weighting";

const SECTIONS: readonly RSection[] = [
  SETS_SECTION,
  ATTRITION_SECTION,
  CHANGE_SECTION,
  CENTRE_SECTION,
  DISTRIBUTION_SECTION,
  PEOPLE_SECTION,
  RELIABLE_CHANGE_SECTION,
  RESPONDERS_SECTION,
  REPEATED_SECTION,
  BOOTSTRAP_SECTION,
  IMPUTATION_SECTION,
  COMPARISON_SECTION,
  SITES_SECTION,
  WEIGHTING_SECTION,
  OVER_WAVES_SECTION,
  TRIAL_SECTION,
  SCALE_SECTION,
  UNCLEAR_SECTION,
  ASSUMPTIONS_SECTION,
  FAMILY_SECTION,
];

/** What the script is and how to use it; the first lines of the file. */
const INTRODUCTION = [
  "Computes the figures of one page again, from the data below, and compares. What is left out is listed below.",
  "Run it with:  Rscript FILE",
  "It needs R 4 and no packages; with nlme, one model is fitted a second time. It writes and fetches nothing.",
  "The last lines say whether anything differs; then the exit status is 1.",
  "A row is one person. There are no names or codes; keep it as you keep any record about people.",
];

/**
 * A script for R that carries its data, recomputes the figures it is given and compares. Sections none of whose figures
 * are given are left out. Deterministic; plain ASCII.
 * @throws RangeError when a figure has no section, or a number is not finite
 */
export function writeRScript(input: RScriptInput): string {
  const names = new Set(input.figures.map(sectionOf));
  const unknown = [...names].find((name) => !SECTIONS.some((section) => section.name === name));
  if (unknown !== undefined) throw new RangeError(`No section computes figures of ${unknown}`);
  const parts = [
    [
      ...INTRODUCTION.map(rComment),
      "#",
      ...input.provenance.map(({ label, value }) => rComment(`${label}: ${value}`)),
      ...leftOutLines(input),
    ],
    [heading("Figures of the page, and how closely R has to agree"), `page <- ${pageTable(input.figures)}`],
    [heading("Data: one row a person, NA where there is no score"), ...dataLines(input)],
    [heading("Settings"), ...settingLines(input.settings)],
    [heading("Preparation"), PREPARATION],
    ...(names.has("repeated") || names.has("over-waves") ? [[heading("A model over all waves"), REPEATED_MODEL]] : []),
    ...(names.has("sites") ? [[heading("A random intercept"), RANDOM_INTERCEPT]] : []),
    ...SECTIONS.filter(({ name }) => names.has(name)).map(({ title, code }) => [heading(title), code]),
    [heading("Comparison"), CONCLUSION],
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function leftOutLines({ leftOut }: RScriptInput): readonly string[] {
  if (leftOut.length === 0) return ["#", rComment("No figure of the page is left out.")];
  return [
    ...["#", rComment("On the page, and not computed again here:")],
    ...leftOut.map(({ what, why }) => rComment(`- ${what}: ${why}`)),
  ];
}

function sectionOf({ name }: RFigure): string {
  return name.slice(0, name.indexOf("."));
}

function heading(title: string): string {
  return `# ---- ${title} ----`;
}

function pageTable(figures: readonly RFigure[]): string {
  return rTable(
    ["name", "value", "tolerance", "floor"],
    figures.map(({ name, value, tolerance }) => {
      const { tolerance: allowed, floor } = FIGURE_TOLERANCES[tolerance];
      return [name, value, allowed, floor];
    }),
  );
}

function dataLines({ people, imputedChanges, items, familyPValues, familyTests }: RScriptInput): readonly string[] {
  const waves = Array.from({ length: people[0]?.scores.length ?? 0 }, (_, at) => at);
  const headings = ["row", "cohort", "site", "volunteer", "standing"];
  const covariateCount = people[0]?.covariates.length ?? 0;
  const scores = [...waves.map((at) => `score_${at}`), ...waves.map((at) => `state_${at}`)];
  const others = Array.from({ length: covariateCount }, (_, at) => `covariate_${at + 1}`);
  const rows = people.map(({ row, cohort, site, volunteer, standing, scores: values, states, covariates }) => [
    ...[row, cohort, site, volunteer, standing],
    ...[...values, ...states, ...covariates],
  ]);
  const completed = imputedChanges.length === 0 ? [] : [`imputed_changes <- ${matrix(imputedChanges)}`];
  const answers = items.length === 0 ? [] : [`items <- t(${matrix(items)})`];
  const family =
    familyPValues.length === 0
      ? []
      : [
          "# Tests whose p values other pages compute count among family_tests, as the largest of the family.",
          `family_p_values <- ${rVector(familyPValues)}`,
          `family_tests <- ${familyTests}`,
        ];
  return [`rows <- ${rTable([...headings, ...scores, ...others], rows)}`, ...completed, ...answers, ...family];
}

/** Lists of equal length as the columns of a matrix. */
function matrix(columns: readonly (readonly number[])[]): string {
  return `matrix(${rVector(columns.flat())}, ncol = ${columns.length})`;
}

function settingLines(settings: RSettings): readonly string[] {
  const { bootstrap, entry, range, structure, overWavesStructure: overWaves } = settings;
  return [
    `wave <- ${rNumber(settings.wave)}`,
    `improvement <- ${rText(settings.improvement)}`,
    `range_minimum <- ${rNumber(range?.minimum ?? null)}`,
    `range_maximum <- ${rNumber(range?.maximum ?? null)}`,
    `important_difference <- ${rNumber(settings.importantDifference)}`,
    `reliability <- ${rNumber(settings.reliability)}`,
    `retested <- ${settings.retested ? "TRUE" : "FALSE"}`,
    `planned_by <- ${rText(settings.plannedBy)}`,
    `weighted_by_sites <- ${settings.weightedBySites ? "TRUE" : "FALSE"}`,
    ...(settings.designEffect === null ? [] : [`design_effect <- ${rNumber(settings.designEffect)}`]),
    ...(entry === null ? [] : [`entry_cut_off <- ${rNumber(entry.cutOff)}`, `entry_side <- ${rText(entry.side)}`]),
    ...(structure === null ? [] : [`structure <- ${rText(structure)}`]),
    ...(overWaves === null ? [] : [`over_waves_structure <- ${rText(overWaves)}`]),
    ...(bootstrap === null
      ? []
      : [`resamples <- ${rNumber(bootstrap.resamples)}`, `seed <- ${rVector(bootstrap.seed)}`]),
    ...(settings.tippingReach === null ? [] : [`tipping_reach <- ${rNumber(settings.tippingReach)}`]),
  ];
}
