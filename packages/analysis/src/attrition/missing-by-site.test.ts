import { describe, expect, it } from "vitest";
import { boundsOf, type ShownCount } from "../disclosure-control/shown-count";
import type { PersonSeries } from "../rows/person-series";
import { type MissingAtSite, missingBySite } from "./missing-by-site";

/** People of sites: whoever is missing later, whoever is measured then, and somebody who never was. */
function peopleOf(sites: readonly (readonly [missing: number, measured: number])[]): readonly PersonSeries[] {
  const person = (siteId: string, after: number | null, before: number | null = 5): PersonSeries => ({
    ...{ row: 0, cohortId: "a", siteId, volunteerId: null, standing: "active", values: [before, after] },
    states: ["scored", after === null ? "not-measured" : "scored"],
  });
  return sites.flatMap(([missing, measured], site) => [
    person(`site ${site}`, null, null),
    ...Array.from({ length: missing }, () => person(`site ${site}`, null)),
    ...Array.from({ length: measured }, () => person(`site ${site}`, 4)),
  ]);
}
const text = (count: ShownCount) => {
  const { low, high } = boundsOf(count);
  return low === high ? String(low) : `${low}-${high}`;
};
const shownOf = (shown: readonly MissingAtSite[]) =>
  shown.map(({ baselineMeasured, missing }) => `${text(missing)} of ${text(baselineMeasured)}`);
const show = (sites: readonly (readonly [number, number])[], k: number) =>
  shownOf(missingBySite(peopleOf(sites), 1, k));

describe("missingBySite", () => {
  it.each<[string, readonly [number, number][], readonly string[]]>([
    [
      "nothing small",
      [
        [6, 35],
        [20, 44],
      ],
      ["6 of 41", "20 of 64"],
    ],
    [
      "one small number",
      [
        [3, 38],
        [20, 44],
      ],
      ["0-23 of 41", "0-23 of 64"],
    ],
    [
      "few still measured",
      [
        [38, 3],
        [25, 39],
      ],
      ["0-41 of 41", "22-63 of 64"],
    ],
    [
      "nobody missing beside few missing",
      [
        [0, 30],
        [3, 38],
        [20, 44],
      ],
      ["0-23 of 30", "0-23 of 41", "0-23 of 64"],
    ],
    [
      "a small site",
      [
        [1, 2],
        [38, 70],
      ],
      ["0-39 of 1-110", "0-39 of 1-110"],
    ],
    [
      "few missing anywhere",
      [
        [3, 38],
        [0, 70],
      ],
      ["0-41 of 41", "0-70 of 70"],
    ],
    [
      "a site without anybody",
      [
        [3, 38],
        [20, 44],
        [0, 0],
      ],
      ["0-23 of 41", "0-23 of 64", "0 of 0"],
    ],
  ])("%s", (_, sites, expected) => {
    expect(show(sites, 5)).toEqual(expected);
  });

  it("hides nothing under a threshold of 1", () => {
    expect(
      show(
        [
          [1, 2],
          [0, 7],
        ],
        1,
      ),
    ).toEqual(["1 of 3", "0 of 7"]);
  });

  it("shows nothing impossible, and lets nobody who knows rule, sizes and the number missing tell a small one", () => {
    for (const [siteCount, k, most] of [
      [2, 3, 14],
      [2, 4, 17],
      [3, 3, 9],
    ] as const) {
      const worlds = new Map<string, number[][]>();
      for (const cells of lines(2 * siteCount, most)) {
        const sites = Array.from(
          { length: siteCount },
          (_, at) => [cells[2 * at] ?? 0, cells[2 * at + 1] ?? 0] as const,
        );
        const everywhere = sites.reduce((sum, [missing]) => sum + missing, 0);
        const total = cells.reduce((sum, count) => sum + count, 0);
        // The page shows no sites where one of these is small itself.
        if ([everywhere, total - everywhere].some((count) => count > 0 && count < k)) continue;
        const shown = missingBySite(peopleOf(sites), 1, k);
        shown.forEach(({ siteId, baselineMeasured, missing }) => {
          const [own = 0, others = 0] = sites[Number(siteId.slice(5))] ?? [];
          const [part, whole] = [boundsOf(missing), boundsOf(baselineMeasured)];
          expect(part.low <= own && own <= part.high && part.high <= whole.high).toBe(true);
          expect(whole.low <= own + others && own + others <= whole.high).toBe(true);
        });
        const key = JSON.stringify([shown, everywhere, total]);
        worlds.set(key, [...(worlds.get(key) ?? []), cells]);
      }
      expect(worlds.size).toBeGreaterThan(100);
      for (const [key, group] of worlds) {
        for (let at = 0; at < 2 * siteCount; at += 1) {
          const values = new Set(group.map((cells) => cells[at] ?? -1));
          const [only = -1] = values;
          if (values.size === 1) expect(only === 0 || only >= k, `${key}, k ${k}`).toBe(true);
        }
      }
    }
  });
});

/** Every list of so many counts that add up to at most so much. */
function* lines(length: number, most: number): Generator<number[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (let first = 0; first <= most; first += 1) {
    for (const rest of lines(length - 1, most - first)) yield [first, ...rest];
  }
}
