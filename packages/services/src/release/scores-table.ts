import { mergeSmall } from "@alongside/analysis/disclosure-control/merge-small";
import { effectiveThreshold, suppressCount } from "@alongside/analysis/disclosure-control/shown-count";
import { fewestDifferentValues } from "@alongside/analysis/disclosure-control/value-diversity";
import type { AnonymitySummary, KnownColumn } from "@alongside/domain/release/anonymity-summary";
import type { ReleaseDestination } from "@alongside/domain/release/release";
import type { ReleaseColumn, ReleaseLine } from "@alongside/interchange/formats/release-rows/write-release-rows";
import { knownOfPeople } from "./known-of-people";
import type { LoadedScores } from "./load-scores";
import { OTHER_SITES } from "./numbered";
import type { ScoresChoice } from "./release-of";
import type { ScoreLine } from "./score-lines";
import { levelsOf, siteSizes } from "./summarise";

/** A line as it is told, before people are numbered. */
export type ToldLine = Omit<ReleaseLine, "person"> & { readonly participantId: string };

/** A table of scores before people are numbered: person by person in the order of ids, each line made as it is read. */
export interface ScoresTable {
  readonly columns: ReadonlySet<ReleaseColumn>;
  readonly people: readonly { readonly participantId: string; readonly lines: () => Iterable<ToldLine> }[];
  /** Of how many lines. */
  readonly size: number;
  readonly report: AnonymitySummary;
}

/**
 * The rows as they will leave, except that people and sites still have their ids. Small sites are always told as one to
 * whoever may not see the people; standings and reasons that single out few are left out for them and for the outside.
 */
export function scoresTable(
  loaded: Pick<LoadedScores, "lines" | "change" | "seesPeople">,
  { mergeSites, days }: ScoresChoice,
  destination: ReleaseDestination,
): ScoresTable {
  const { threshold } = loaded.change.table;
  const careful = destination === "outside" || !loaded.seesPeople;
  const people = loaded.lines.byPerson();
  const siteOf = sitesTold(
    people.map(({ person }) => person.siteId),
    { merge: mergeSites || !loaded.seesPeople, threshold },
  );
  const standings = people.map(({ person }) => person.standing);
  const hidesStanding = careful && hasSmall(standings, threshold);
  const hidesReasons = careful && hasSmall(loaded.lines.reasons(), threshold);
  // Field by field: there may be a million of them.
  const told = (line: ScoreLine): ToldLine => ({
    participantId: line.participantId,
    cohort: line.cohort,
    site: siteOf.told.get(line.siteId) ?? "",
    standing: line.standing,
    timepoint: line.timepoint,
    day: line.day,
    date: line.date,
    measure: line.measure,
    version: line.version,
    score: line.score,
    missing: line.missing !== "" && hidesReasons ? "missing" : line.missing,
  });
  const table = people.map(({ person: { participantId }, lines }) => ({
    participantId,
    lines: () => mapped(lines(), told),
  }));
  const hasSites = siteOf.treatment === "each" || siteOf.treatment === "merged";
  const column = (name: KnownColumn, values: readonly string[]) => ({ column: name, values });
  const sites = people.map(({ person }) => siteOf.told.get(person.siteId) ?? "");
  const cohorts = people.map(({ person }) => person.cohort);
  const groups = [
    column("cohort", cohorts),
    ...(hasSites ? [column("site", sites)] : []),
    ...(hidesStanding ? [] : [column("standing", standings)]),
  ];
  const leftOut: KnownColumn[] = [
    ...(siteOf.treatment === "left-out" ? ["site" as const] : []),
    ...(hidesStanding ? ["standing" as const] : []),
    ...(hidesReasons ? ["forms" as const] : []),
  ];
  const known = knownOfPeople(table, days);
  return {
    columns: new Set<ReleaseColumn>([
      ...(["person", "cohort", "timepoint", "measure", "version", "score", "missing"] as const),
      ...(hasSites ? ["site" as const] : []),
      ...(hidesStanding ? [] : ["standing" as const]),
      days === "calendar" ? "date" : "day",
    ]),
    people: table,
    size: loaded.lines.size,
    report: {
      threshold: effectiveThreshold(threshold),
      people: people.length,
      levels: levelsOf([groups, [column("forms", known.forms)], [column("days", known.days)]]),
      fewestDifferent: fewestDifferentValues({
        known: people.map((_, at) => groups.map(({ values }) => values[at] ?? "")),
        values: known.scores,
      }),
      smallestCount: null,
      sites: { treatment: siteOf.treatment, all: siteOf.all, small: siteOf.small },
      leftOut,
    },
  };
}

function* mapped<T, U>(all: Iterable<T>, of: (one: T) => U): Iterable<U> {
  for (const one of all) yield of(one);
}

function hasSmall(values: Iterable<string>, threshold: number): boolean {
  const sizes = new Map<string, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()].some((n) => suppressCount(n, threshold).kind === "hidden");
}

function sitesTold(siteIds: readonly string[], { merge, threshold }: { merge: boolean; threshold: number }) {
  const { sizes, all, small } = siteSizes(siteIds, threshold);
  const merged = mergeSmall(sizes, threshold);
  const each = new Map([...sizes.keys()].map((id) => [id, id]));
  if (all < 2) return { treatment: "none" as const, all, small, told: new Map<string, string>() };
  if (!merge || merged.kind === "kept") return { treatment: "each" as const, all, small, told: each };
  if (merged.kind === "left-out")
    return { treatment: "left-out" as const, all, small, told: new Map<string, string>() };
  for (const id of merged.together) each.set(id, OTHER_SITES);
  return { treatment: "merged" as const, all, small, told: each };
}
