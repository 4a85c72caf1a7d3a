import { createHmac } from "node:crypto";
import type { ReleaseLine } from "@alongside/interchange/formats/release-rows/write-release-rows";
import type { ScoresTable } from "./scores-table";

/** What the sites that are told together are called. */
export const OTHER_SITES = "other sites";

/**
 * Numbers people and sites by a key that nobody keeps: two tables cannot be joined by number. Each line is made as it is read,
 * the same at every reading.
 */
export function numbered({ people }: Pick<ScoresTable, "people">, key: Uint8Array): Iterable<ReleaseLine> {
  const rankOf = ranks(
    people.map(({ participantId }) => participantId),
    key,
  );
  const sites = ranks(
    people.flatMap(({ lines }) => siteOf(lines()) ?? []).filter((site) => site !== OTHER_SITES),
    key,
  );
  const inOrder = people.toSorted((a, b) => (rankOf.get(a.participantId) ?? 0) - (rankOf.get(b.participantId) ?? 0));
  return { [Symbol.iterator]: () => linesOf(inOrder, rankOf, sites) };
}

function* linesOf(
  people: ScoresTable["people"],
  rankOf: ReadonlyMap<string, number>,
  sites: ReadonlyMap<string, number>,
): Generator<ReleaseLine> {
  for (const { participantId, lines } of people) {
    const person = rankOf.get(participantId) ?? 0;
    let site: string | null = null;
    for (const line of lines()) {
      site ??= line.site === OTHER_SITES ? line.site : String(sites.get(line.site) ?? "");
      yield {
        person,
        site,
        cohort: line.cohort,
        standing: line.standing,
        timepoint: line.timepoint,
        day: line.day,
        date: line.date,
        measure: line.measure,
        version: line.version,
        score: line.score,
        missing: line.missing,
      };
    }
  }
}

/** Of everybody's lines the site is the same. */
function siteOf(lines: Iterable<{ readonly site: string }>): string | null {
  for (const { site } of lines) return site;
  return null;
}

function ranks(ids: readonly string[], key: Uint8Array): ReadonlyMap<string, number> {
  const drawn = [...new Set(ids)].map((id) => [createHmac("sha256", key).update(id).digest("hex"), id] as const);
  return new Map(drawn.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, id], at) => [id, at + 1]));
}
