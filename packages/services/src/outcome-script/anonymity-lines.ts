import { controlTable } from "@alongside/analysis/disclosure-control/control-table";
import { anonymityReport } from "@alongside/analysis/disclosure-control/k-anonymity";
import type { ControlledCell } from "@alongside/analysis/disclosure-control/linked-table";
import type { AnonymitySummary } from "@alongside/domain/release/anonymity-summary";
import type { RPerson, RScriptInput } from "@alongside/interchange/formats/r-script/r-script-input";

/** What somebody else may know of a person, and the script says of each. */
const COLUMNS = ["cohort", "site", "volunteer", "standing", "forms", "first score"] as const;

/**
 * How alike the people in the rows of a script are, for its head: once by what others may know of them, once with their first
 * score too. And how many they are by cohort and site, as it may be published.
 */
export function anonymityLines(
  people: readonly RPerson[],
  threshold: number,
  { fewestDifferent }: Pick<AnonymitySummary, "fewestDifferent">,
): RScriptInput["provenance"] {
  const rows = people.map(({ cohort, site, volunteer, standing, states, scores }) => [
    cohort,
    ...[site, volunteer, standing, states.join(""), scores[0] ?? null].map((value) =>
      value === null ? "" : String(value),
    ),
  ]);
  const [cohorts, sites] = [classesOf(rows.map(([cohort]) => cohort)), classesOf(rows.map(([, site]) => site))];
  const counts = cohorts.flatMap((cohort) =>
    sites.map((site) => rows.filter((row) => row[0] === cohort && row[1] === site).length),
  );
  const table = controlTable({ sizes: [cohorts.length, sites.length], counts }, threshold, "hide");
  return [
    {
      label: "k-anonymity",
      value: reportWords(
        COLUMNS.slice(0, -1),
        rows.map((row) => row.slice(0, -1)),
      ),
    },
    { label: "k-anonymity, first score known", value: reportWords(COLUMNS, rows) },
    {
      label: "Different scores at one time in the smallest groups, at least",
      value: String(fewestDifferent ?? "none"),
    },
    {
      label: "People, by cohort, by site and by both, fit to be published",
      value: table.margins.map(({ cells }) => cells.map(cellWords).join(" ")).join(" | "),
    },
  ];
}

/** The same for a script that has no row of anybody. */
export function countLines({ smallestCount }: Pick<AnonymitySummary, "smallestCount">): RScriptInput["provenance"] {
  const smallest = smallestCount === null ? "none" : String(smallestCount);
  return [{ label: "k-anonymity", value: `no rows of people; the smallest number of people in it: ${smallest}` }];
}

function reportWords(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const report = anonymityReport({ columns, rows });
  if (report.uniqueShare === null) return "no people";
  const by = report.columns.length === 0 ? "nothing tells them apart" : `by ${report.columns.join(", ")}`;
  const unique = `${Math.round(100 * report.uniqueShare)} % alone in their group`;
  return `${report.people} people ${by}: smallest group ${report.smallestClass}, ${unique}`;
}

function classesOf(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.map((value) => value ?? ""))].toSorted();
}

function cellWords(cell: ControlledCell): string {
  return "n" in cell ? String(cell.n) : "-";
}
