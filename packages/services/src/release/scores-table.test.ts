import { describe, expect, it } from "vitest";
import type { LoadedScores, ScoresOf } from "./load-scores";
import { formKey } from "./load-scores";
import { numbered, scoresTable } from "./scores-table";

const WAVES = [{ timepointId: "first" }, { timepointId: "last" }];

interface Given {
  readonly site: string;
  readonly standing?: string;
  readonly last?: number | null;
}

/** People with a baseline on 1 February and a form three months later; `last` null: it cannot be scored, absent: it is there. */
function loaded(people: readonly Given[], seesPeople: boolean): LoadedScores {
  const scores: ScoresOf[] = people.map(({ site, standing = "active", last }, at) => ({
    ...{ participantId: `p${String(at).padStart(3, "0")}`, measure: "measure/calm", waves: WAVES },
    series: {
      ...{ row: at, cohortId: "a", siteId: site, volunteerId: null, standing },
      values: [at % 7, last === undefined ? at % 5 : last],
      states: ["scored", last === null ? "unscored" : "scored"],
    },
  }));
  const form = (answeredOn: string, outcome = "scored") => ({ outcome, edition: "1", answeredOn });
  const forms = scores.flatMap(({ participantId, measure, series }) => [
    [formKey(participantId, measure, "first"), form("2026-02-01")] as const,
    [
      formKey(participantId, measure, "last"),
      form("2026-05-02", series.values[1] === null ? "incomplete" : "scored"),
    ] as const,
  ]);
  const table = {
    ...{ threshold: 5, baselineTimepointId: "first", domains: [], claim: { level: 1, wording: "changed" } },
    cohorts: [{ id: "a", name: "Visits", kind: "peer-support" }],
    timepoints: WAVES.map(({ timepointId: id }) => ({ id, code: id, label: id })),
  };
  return {
    ...{ scores, forms: new Map(forms), notExported: { kind: "exact", n: 0 }, siteIds: [], seesPeople },
    baselineOn: new Map(scores.map(({ participantId }) => [participantId, "2026-02-01"])),
    change: { table } as unknown as LoadedScores["change"],
  };
}

const many = (n: number, one: Given) => Array.from({ length: n }, () => one);
const OFFSET = { mergeSites: true, days: "offset" } as const;

describe("the table of scores", () => {
  it("counts days from the baseline, and has no date beside them", () => {
    const { lines, columns } = scoresTable(loaded(many(12, { site: "s" }), true), OFFSET, "inside");
    expect([...new Set(lines.map(({ timepoint, day }) => `${timepoint} ${day}`))]).toEqual(["first 0", "last 90"]);
    expect(columns.has("date")).toBe(false);
  });

  it("tells small sites as one, with the next smallest until there are enough", () => {
    const people = [...many(20, { site: "s" }), ...many(6, { site: "t" }), ...many(2, { site: "u" })];
    const merged = scoresTable(loaded(people, true), OFFSET, "inside");
    const sites = new Set(numbered(merged, new Uint8Array(32)).map(({ site }) => site));
    expect([...sites].toSorted()).toEqual(["1", "other sites"]);
    expect(merged.report).toMatchObject({ sites: { treatment: "merged", all: 3, small: 1 } });
    const each = scoresTable(loaded(people, true), { ...OFFSET, mergeSites: false }, "inside");
    expect(each.report.sites.treatment).toBe("each");
    expect(each.report.levels[0]?.smallest).toBe(2);
    // Whoever may not see the people has no choice.
    expect(scoresTable(loaded(people, false), { ...OFFSET, mergeSites: false }, "inside").report.sites.treatment).toBe(
      "merged",
    );
  });

  it("tells no standing of few, outside and to those who may not see the people", () => {
    const people = [...many(20, { site: "s" }), ...many(2, { site: "s", standing: "died" })];
    const has = (seesPeople: boolean, destination: "inside" | "outside") =>
      scoresTable(loaded(people, seesPeople), OFFSET, destination).columns.has("standing");
    expect([has(true, "inside"), has(true, "outside"), has(false, "inside")]).toEqual([true, false, false]);
    const none = scoresTable(loaded(many(22, { site: "s" }), false), OFFSET, "outside");
    expect(none.columns.has("standing")).toBe(true);
  });

  it("gives missing scores their reason, but not where that tells few", () => {
    const people = [...many(20, { site: "s" }), ...many(2, { site: "s", last: null })];
    const reasons = (seesPeople: boolean) => {
      const { lines } = scoresTable(loaded(people, seesPeople), OFFSET, "inside");
      return [...new Set(lines.filter(({ score }) => score === null).map(({ missing }) => missing))];
    };
    expect(reasons(true)).toEqual(["incomplete"]);
    expect(reasons(false)).toEqual(["missing"]);
  });

  it("says where a smallest group is all alike", () => {
    const alike = scoresTable(
      loaded([...many(20, { site: "s" }), { site: "t" }], true),
      { ...OFFSET, mergeSites: false },
      "inside",
    );
    expect(alike.report).toMatchObject({ fewestDifferent: 1, people: 21 });
    const mixed = scoresTable(loaded(many(20, { site: "s" }), true), OFFSET, "inside");
    expect(mixed.report.fewestDifferent).toBe(5);
  });
});

it("numbers people and sites by the key, and each person once", () => {
  const { lines } = scoresTable(loaded([...many(6, { site: "s" }), ...many(6, { site: "t" })], true), OFFSET, "inside");
  const one = numbered({ lines }, new Uint8Array(32).fill(1));
  const other = numbered({ lines }, new Uint8Array(32).fill(2));
  expect(numbered({ lines }, new Uint8Array(32).fill(1))).toEqual(one);
  expect(one).not.toEqual(other);
  expect(new Set(one.map(({ person }) => person))).toEqual(new Set(Array.from({ length: 12 }, (_, at) => at + 1)));
  expect(JSON.stringify(one)).not.toContain("participantId");
});
