import type { BinaryScriptInput } from "./binary-script-input";
import { rComment, rTable, rText, rVector } from "./literal";
import { FIGURE_TOLERANCES } from "./r-script-input";
import { BINARY_SECTION } from "./sections/binary";
import { CONCLUSION } from "./sections/conclusion";

const INTRODUCTION = [
  "Computes the figures of one page again, from the counts below, and compares.",
  "Run it with:  Rscript FILE",
  "It needs R 4 and no packages. It writes and fetches nothing.",
  "The last lines say whether anything differs; then the exit status is 1.",
  "There are no names or codes, only numbers of people by their answers; keep it as you keep any record about people.",
];

/**
 * A script for R that carries the answers of a yes-or-no outcome as counts, recomputes the figures it is given and compares.
 * What it leaves out stands at its head with the reason. Deterministic; plain ASCII.
 * @throws RangeError when a number is not finite
 */
export function writeBinaryRScript(input: BinaryScriptInput): string {
  const left = input.leftOut.length === 0 ? [] : ["Left out:", ...input.leftOut.map((one) => `- ${one}`)];
  const parts = [
    [
      ...[...INTRODUCTION, ...left].map(rComment),
      "#",
      ...input.provenance.map(({ label, value }) => rComment(`${label}: ${value}`)),
    ],
    [heading("Figures of the page, and how closely R has to agree"), `page <- ${pageTable(input)}`],
    [heading("Data: numbers of people by their answers; A is the cohort in question"), ...dataLines(input)],
    [heading("Computation"), BINARY_SECTION],
    [heading("Comparison"), CONCLUSION],
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function heading(title: string): string {
  return `# ---- ${title} ----`;
}

function pageTable({ figures }: BinaryScriptInput): string {
  return rTable(
    ["name", "value", "tolerance", "floor"],
    figures.map(({ name, value, tolerance }) => {
      const { tolerance: allowed, floor } = FIGURE_TOLERANCES[tolerance];
      return [name, value, allowed, floor];
    }),
  );
}

function dataLines({ answers, margins, pairs, improvement, errors, familyPValues, familyTests }: BinaryScriptInput) {
  return [
    `answers <- ${rTable(
      ["cohort", "before", "after", "people"],
      answers.map(({ cohort, before, after, people }) => [cohort, before, after, people]),
    )}`,
    `margins <- ${rTable(
      ["cohort", "denominator", "n", "before", "after"],
      margins.map(({ cohort, denominator, n, before, after }) => [cohort, denominator, n, before, after]),
    )}`,
    `pairs <- ${rTable(
      ["cohort", "site", "before", "after"],
      pairs.map(({ cohort, site, before, after }) => [cohort, site, before, after]),
    )}`,
    `improvement <- ${rText(improvement)}`,
    ...(errors === null ? [] : [`errors <- ${rText(errors)}`]),
    "# Tests whose p values other pages compute count among family_tests, as the largest of the family.",
    `family_p_values <- ${rVector(familyPValues)}`,
    `family_tests <- ${familyTests}`,
  ];
}
