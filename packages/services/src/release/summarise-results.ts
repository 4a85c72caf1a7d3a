import { effectiveThreshold } from "@alongside/analysis/disclosure-control/shown-count";
import { fewestDifferentValues } from "@alongside/analysis/disclosure-control/value-diversity";
import type { AnonymitySummary } from "@alongside/domain/release/anonymity-summary";
import type { RResultsInput } from "@alongside/interchange/formats/r-results/r-results-input";
import type { ScriptHead } from "../outcome/export-script";
import { countLines } from "../outcome-script/anonymity-lines";
import { levelsOf } from "./summarise";

type Rows = Pick<RResultsInput, "shifts" | "values" | "times">;

/**
 * How alike the people in the script of results are. A row has the cohort, what a person's results were and, for those who may
 * open these, how many days the person was seen.
 */
export function summariseResults(
  { shifts, values, times }: Rows,
  threshold: number,
): { readonly report: AnonymitySummary; readonly lines: ScriptHead } {
  const before = values.filter(({ after }) => after === 0);
  const own = shifts.filter(({ rule }) => rule === 1);
  const people =
    own.length > 0
      ? own.map(({ cohort, before: first, after }) => ({ cohort, values: [first, after] }))
      : before.map(({ cohort, low, high }) => ({ cohort, values: [`${low} ${high}`] }));
  const seen = times.filter(({ event }) => event === times[0]?.event);
  const cohorts = { column: "cohort", values: people.map(({ cohort }) => cohort) } as const;
  const levels = [
    ...(people.length === 0 ? [] : levelsOf([[cohorts]])),
    ...(seen.length === 0
      ? []
      : levelsOf([
          [
            { column: "cohort", values: seen.map(({ cohort }) => cohort) },
            { column: "days", values: seen.map(({ days }) => String(days)) },
          ],
        ])),
  ];
  const report: AnonymitySummary = {
    threshold: effectiveThreshold(threshold),
    people: levels.length === 0 ? null : Math.max(people.length, seen.length),
    levels,
    fewestDifferent: fewestDifferentValues({
      known: people.map(({ cohort }) => [cohort]),
      values: people.map((person) => person.values),
    }),
    smallestCount: null,
    sites: { treatment: "none", all: 0, small: 0 },
    leftOut: [],
  };
  return { report, lines: levels.length === 0 ? countLines(report) : wordsOf(report) };
}

function wordsOf({ people, levels, fewestDifferent }: AnonymitySummary): ScriptHead {
  const told = levels.map(({ known, smallest, alone }) => {
    const by = known.length === 0 ? "nothing tells them apart" : `by ${known.join(", ")}`;
    return `${by}: smallest group ${smallest}, ${Math.round(100 * alone)} % alone in their group`;
  });
  return [
    { label: "k-anonymity", value: `${people} people; ${told.join("; ")}` },
    {
      label: "Different results at one time in the smallest groups, at least",
      value: String(fewestDifferent ?? "none"),
    },
  ];
}
