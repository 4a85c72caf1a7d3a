import { rComment, rTable } from "../r-script/literal";
import { FIGURE_TOLERANCES, type RFigure } from "../r-script/r-script-input";
import { CONCLUSION } from "../r-script/sections/conclusion";
import { MIXED_VALUES_CODE, SHIFT_CODE, TIMES_CODE, VALUES_CODE } from "./computations";
import type { RResultsInput } from "./r-results-input";

/** What the script is and how to use it; the first lines of the file. */
const INTRODUCTION = [
  "Computes figures of one page again, from the data below, and compares.",
  "Run it with:  Rscript FILE",
  "It needs R 4 and its package survival, which comes with R. It writes and fetches nothing.",
  "The last lines say whether anything differs; then the exit status is 1.",
  "A row is one person, or one result. There are no names or codes; keep it as you keep any record about people.",
];

const PREPARATION = `library(survival)
found <- new.env()
figure <- function(name, value) assign(name, as.numeric(value)[1], envir = found)
interval_figures <- function(name, value, low, high) {
  figure(paste0(name, ".value"), value)
  figure(paste0(name, ".low"), low)
  figure(paste0(name, ".high"), high)
}`;

/**
 * A script for R that carries its data, recomputes the figures it is given and compares. Deterministic; plain ASCII. Parts
 * without rows are left out.
 * @throws RangeError when a number is not finite
 */
export function writeRResults({ provenance, shifts, values, times, figures }: RResultsInput): string {
  const head = [...INTRODUCTION.map(rComment), "#"].concat(
    provenance.map(({ label, value }) => rComment(`${label}: ${value}`)),
  );
  const shiftTable = rTable(
    ["rule", "cohort", "before", "after"],
    shifts.map(({ rule, cohort, before, after }) => [rule, cohort, before, after]),
  );
  const valueTable = rTable(
    ["person", "cohort", "after", "low", "high"],
    values.map(({ person, cohort, after, low, high }) => [person, cohort, after, low, high]),
  );
  const timeTable = rTable(
    ["event", "cohort", "days", "happened"],
    times.map(({ event, cohort, days, happened }) => [event, cohort, days, happened]),
  );
  const mixed = figures.some(({ name }) => /^level\.(\w+\.mixed|difference)\./.test(name));
  const parts = [
    head,
    ["# ---- Figures of the page, and how closely R has to agree ----", `page <- ${pageTable(figures)}`],
    ["# ---- Preparation ----", PREPARATION],
    ...(shifts.length === 0 ? [] : [["# ---- Before and after ----", `shifts <- ${shiftTable}`, SHIFT_CODE]]),
    ...(values.length === 0 ? [] : [["# ---- Values and limits ----", `values <- ${valueTable}`, VALUES_CODE]]),
    ...(mixed ? [["# ---- Values and limits, with a level of every person's own ----", MIXED_VALUES_CODE]] : []),
    ...(times.length === 0 ? [] : [["# ---- Times ----", `times <- ${timeTable}`, TIMES_CODE]]),
    ["# ---- Comparison ----", CONCLUSION],
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
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
