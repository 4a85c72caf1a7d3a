import { anonymityReport } from "@alongside/analysis/disclosure-control/k-anonymity";
import { effectiveThreshold } from "@alongside/analysis/disclosure-control/shown-count";
import { fewestDifferentValues } from "@alongside/analysis/disclosure-control/value-diversity";
import type { AnonymitySummary, KnownColumn } from "@alongside/domain/release/anonymity-summary";
import type { RAnswerCount } from "@alongside/interchange/formats/r-script/binary-script-input";
import type { RPerson } from "@alongside/interchange/formats/r-script/r-script-input";

/** One column of what others may know: a text for each person. */
interface Known {
  readonly column: KnownColumn;
  readonly values: readonly string[];
}

/**
 * How alike people are, step by step: by what hardly needs knowing, then with more known of each. Steps that tell nothing new
 * are left out.
 */
export function levelsOf(steps: readonly (readonly Known[])[]): AnonymitySummary["levels"] {
  const levels: AnonymitySummary["levels"] = [];
  let columns: readonly Known[] = [];
  for (const step of steps) {
    columns = [...columns, ...step];
    const people = columns[0]?.values.length ?? 0;
    const rows = Array.from({ length: people }, (_, person) => columns.map(({ values }) => values[person] ?? ""));
    const found = anonymityReport({ columns: columns.map(({ column }) => column), rows });
    const known = columns.map(({ column }) => column).filter((column) => found.columns.includes(column));
    if (levels.length > 0 && known.length === levels.at(-1)?.known.length) continue;
    levels.push({ known, smallest: found.smallestClass, alone: found.uniqueShare ?? 0 });
  }
  return levels;
}

/** How many sites there are people of, and how many of them have fewer than the threshold. */
export function siteSizes(siteIds: readonly string[], threshold: number) {
  const sizes = new Map<string, number>();
  for (const id of siteIds) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  const k = effectiveThreshold(threshold);
  return { sizes, all: sizes.size, small: [...sizes.values()].filter((n) => n < k).length };
}

/** Of the script of one outcome. */
export function summarisePeople(
  people: readonly RPerson[],
  everybody: readonly { readonly siteId: string }[],
  threshold: number,
): AnonymitySummary {
  const column = (name: KnownColumn, of: (person: RPerson) => string | number | null): Known => ({
    column: name,
    values: people.map((person) => String(of(person) ?? "")),
  });
  const first = [
    column("cohort", ({ cohort }) => cohort),
    column("site", ({ site }) => site),
    column("volunteer", ({ volunteer }) => volunteer),
    column("standing", ({ standing }) => standing),
  ];
  const { all, small } = siteSizes(
    everybody.map(({ siteId }) => siteId),
    threshold,
  );
  const hasSites = people.some(({ site }) => site !== null);
  return {
    threshold: effectiveThreshold(threshold),
    people: people.length,
    levels: levelsOf([
      first,
      [column("forms", ({ states }) => states.join(""))],
      [column("first-score", ({ scores }) => scores[0] ?? null)],
    ]),
    fewestDifferent: fewestDifferentValues({
      known: people.map((_, at) => first.map(({ values }) => values[at] ?? "")),
      values: people.map(({ scores }) => scores),
    }),
    smallestCount: null,
    sites: { treatment: all < 2 ? "none" : hasSites ? "each" : "left-out", all, small },
    leftOut: all > 1 && !hasSites ? ["site"] : [],
  };
}

/** Of the script of a measure that is yes or no, which has numbers of people and no rows of them. */
export function summariseCounts(answers: readonly RAnswerCount[], threshold: number): AnonymitySummary {
  const counts = answers.map(({ people }) => people).filter((n) => n > 0);
  return {
    ...{ threshold: effectiveThreshold(threshold), people: null, levels: [], fewestDifferent: null, leftOut: [] },
    smallestCount: counts.length === 0 ? null : Math.min(...counts),
    sites: { treatment: "none", all: 0, small: 0 },
  };
}
