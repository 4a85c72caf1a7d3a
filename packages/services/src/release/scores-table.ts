import { createHmac } from "node:crypto";
import { mergeSmall } from "@alongside/analysis/disclosure-control/merge-small";
import { effectiveThreshold, suppressCount } from "@alongside/analysis/disclosure-control/shown-count";
import { fewestDifferentValues } from "@alongside/analysis/disclosure-control/value-diversity";
import type { AnonymitySummary, KnownColumn } from "@alongside/domain/release/anonymity-summary";
import type { ReleaseDestination } from "@alongside/domain/release/release";
import type {
  MissingCode,
  ReleaseColumn,
  ReleaseLine,
} from "@alongside/interchange/formats/release-rows/write-release-rows";
import { formKey, type LoadedScores, type ScoresOf } from "./load-scores";
import type { ScoresChoice } from "./release-of";
import { levelsOf, siteSizes } from "./summarise";

/** What the sites that are told together are called. */
const OTHER_SITES = "other sites";

/** A table of scores before people are numbered: under their ids, in the order of these. */
export interface ScoresTable {
  readonly columns: ReadonlySet<ReleaseColumn>;
  readonly lines: readonly (Omit<ReleaseLine, "person"> & { readonly participantId: string })[];
  readonly report: AnonymitySummary;
}

/**
 * The rows as they will leave, except that people and sites still have their ids. Small sites are always told as one to
 * whoever may not see the people; standings and reasons that single out few are left out for them and for the outside.
 */
export function scoresTable(
  loaded: LoadedScores,
  { mergeSites, days }: ScoresChoice,
  destination: ReleaseDestination,
): ScoresTable {
  const { threshold } = loaded.change.table;
  const careful = destination === "outside" || !loaded.seesPeople;
  const people = [...byPerson(loaded.scores)]
    .map(([participantId, own]) => ({ participantId, own, at: own[0]?.series }))
    .toSorted((a, b) => (a.participantId < b.participantId ? -1 : 1));
  const siteOf = sitesTold(
    people.map(({ at }) => at?.siteId ?? ""),
    { merge: mergeSites || !loaded.seesPeople, threshold },
  );
  const standings = people.map(({ at }) => at?.standing ?? "");
  const hidesStanding = careful && hasSmall(standings, threshold);
  const drafts = people.flatMap(({ participantId, own }) => own.flatMap((one) => linesOf(loaded, participantId, one)));
  const reasons = drafts.flatMap(({ missing, measure, timepoint }) =>
    missing === "" ? [] : [`${measure} ${timepoint} ${missing}`],
  );
  const hidesReasons = careful && hasSmall(reasons, threshold);
  const lines = drafts.map((line) => ({
    ...line,
    site: siteOf.told.get(line.site) ?? "",
    ...(line.missing !== "" && hidesReasons ? { missing: "missing" as const } : {}),
  }));
  const ownLines = byPerson(lines);
  const told = people.map(({ participantId, at }) => ({
    ...{ cohort: at?.cohortId ?? "", site: siteOf.told.get(at?.siteId ?? "") ?? "", standing: at?.standing ?? "" },
    lines: ownLines.get(participantId) ?? [],
  }));
  const hasSites = siteOf.treatment === "each" || siteOf.treatment === "merged";
  const column = (name: KnownColumn, of: (person: (typeof told)[number]) => string) => ({
    column: name,
    values: told.map(of),
  });
  const groups = [
    column("cohort", ({ cohort }) => cohort),
    ...(hasSites ? [column("site", ({ site }) => site)] : []),
    ...(hidesStanding ? [] : [column("standing", ({ standing }) => standing)]),
  ];
  const forms = [...new Set(lines.map(formOf))];
  const leftOut: KnownColumn[] = [
    ...(siteOf.treatment === "left-out" ? ["site" as const] : []),
    ...(hidesStanding ? ["standing" as const] : []),
    ...(hidesReasons ? ["forms" as const] : []),
  ];
  return {
    columns: new Set<ReleaseColumn>([
      ...(["person", "cohort", "timepoint", "measure", "version", "score", "missing"] as const),
      ...(hasSites ? ["site" as const] : []),
      ...(hidesStanding ? [] : ["standing" as const]),
      days === "calendar" ? "date" : "day",
    ]),
    lines,
    report: {
      threshold: effectiveThreshold(threshold),
      people: people.length,
      levels: levelsOf([
        groups,
        [column("forms", (person) => person.lines.map((line) => `${formOf(line)} ${line.missing}`).join("|"))],
        [column("days", (person) => person.lines.map(({ day, date }) => (days === "calendar" ? date : day)).join("|"))],
      ]),
      fewestDifferent: fewestDifferentValues({
        known: told.map((_, at) => groups.map(({ values }) => values[at] ?? "")),
        values: told.map((person) => {
          const scores = new Map(person.lines.map((line) => [formOf(line), line.score]));
          return forms.map((form) => scores.get(form) ?? null);
        }),
      }),
      smallestCount: null,
      sites: { treatment: siteOf.treatment, all: siteOf.all, small: siteOf.small },
      leftOut,
    },
  };
}

/** Numbers people and sites by a key that nobody keeps: two tables cannot be joined by number. */
export function numbered({ lines }: Pick<ScoresTable, "lines">, key: Uint8Array): readonly ReleaseLine[] {
  const people = ranks(
    lines.map(({ participantId }) => participantId),
    key,
  );
  const sites = ranks(
    lines.map(({ site }) => site).filter((site) => site !== OTHER_SITES),
    key,
  );
  return lines
    .map(({ participantId, site, ...line }) => ({
      ...{ ...line, person: people.get(participantId) ?? 0 },
      site: site === OTHER_SITES ? site : String(sites.get(site) ?? ""),
    }))
    .toSorted((a, b) => a.person - b.person);
}

function ranks(ids: readonly string[], key: Uint8Array): ReadonlyMap<string, number> {
  const drawn = [...new Set(ids)].map((id) => [createHmac("sha256", key).update(id).digest("hex"), id] as const);
  return new Map(drawn.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, id], at) => [id, at + 1]));
}

function byPerson<T extends { readonly participantId: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const own = found.get(one.participantId);
    if (own === undefined) found.set(one.participantId, [one]);
    else own.push(one);
  }
  return found;
}

function formOf({ measure, timepoint }: Pick<ReleaseLine, "measure" | "timepoint">): string {
  return `${measure} ${timepoint}`;
}

function hasSmall(values: readonly string[], threshold: number): boolean {
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

function linesOf(
  { forms, baselineOn, change }: LoadedScores,
  participantId: string,
  { measure, waves, series }: ScoresOf,
) {
  const { cohorts, timepoints } = change.table;
  const cohort = cohorts.find(({ id }) => id === series.cohortId)?.name ?? "";
  return waves.flatMap(({ timepointId }, at) => {
    const [state, score] = [series.states[at] ?? "not-expected", series.values[at] ?? null];
    if (state === "not-expected" && score === null) return [];
    const form = forms.get(formKey(participantId, measure, timepointId));
    const missing: MissingCode | "" =
      score !== null ? "" : state === "unscored" ? unscored(form?.outcome) : "not-measured";
    const [answeredOn, from] = [form?.answeredOn, baselineOn.get(participantId)];
    return [
      {
        ...{ participantId, cohort, site: series.siteId, standing: series.standing, measure, score, missing },
        timepoint: timepoints.find(({ id }) => id === timepointId)?.code ?? "",
        day: answeredOn === undefined || from === undefined ? null : daysBetween(from, answeredOn),
        date: answeredOn ?? null,
        version: form?.edition ?? "",
      },
    ];
  });
}

function unscored(outcome: string | undefined): MissingCode {
  return outcome === "not-applicable" ? "not-applicable" : "incomplete";
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
