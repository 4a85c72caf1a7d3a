import { describe, expect, it } from "vitest";
import { canonicalHash } from "../canonical-hash";
import { addLines, type ScoresOf } from "./add-lines";
import type { LoadedScores } from "./load-scores";
import { numbered } from "./numbered";
import { formKey } from "./read-forms";
import { ScoreLines } from "./score-lines";
import { type ScoresTable, scoresTable } from "./scores-table";
import { tableHash } from "./table-hash";

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
  const forms = scores.flatMap(({ participantId, series }) => [
    [formKey(participantId, "first"), form("2026-02-01")] as const,
    [formKey(participantId, "last"), form("2026-05-02", series.values[1] === null ? "incomplete" : "scored")] as const,
  ]);
  const table = {
    ...{ threshold: 5, baselineTimepointId: "first", domains: [], claim: { level: 1, wording: "changed" } },
    cohorts: [{ id: "a", name: "Visits", kind: "peer-support" }],
    timepoints: WAVES.map(({ timepointId: id }) => ({ id, code: id, label: id })),
  };
  const change = { table } as unknown as LoadedScores["change"];
  const baselineOn = new Map(scores.map(({ participantId }) => [participantId, "2026-02-01"]));
  const lines = new ScoreLines();
  for (const one of scores) addLines(lines, one, { forms: new Map(forms), baselineOn, table: change.table });
  return { ...{ lines, change, notExported: { kind: "exact", n: 0 }, siteIds: [], seesPeople } };
}

const linesOf = ({ people }: ScoresTable) => people.flatMap(({ lines }) => [...lines()]);

const many = (n: number, one: Given) => Array.from({ length: n }, () => one);
const OFFSET = { mergeSites: true, days: "offset" } as const;

describe("the table of scores", () => {
  it("counts days from the baseline, and has no date beside them", () => {
    const table = scoresTable(loaded(many(12, { site: "s" }), true), OFFSET, "inside");
    const { columns } = table;
    expect([...new Set(linesOf(table).map(({ timepoint, day }) => `${timepoint} ${day}`))]).toEqual([
      "first 0",
      "last 90",
    ]);
    expect(columns.has("date")).toBe(false);
  });

  it("tells small sites as one, with the next smallest until there are enough", () => {
    const people = [...many(20, { site: "s" }), ...many(6, { site: "t" }), ...many(2, { site: "u" })];
    const merged = scoresTable(loaded(people, true), OFFSET, "inside");
    const sites = new Set([...numbered(merged, new Uint8Array(32))].map(({ site }) => site));
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
      const lines = linesOf(scoresTable(loaded(people, seesPeople), OFFSET, "inside"));
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
  const table = scoresTable(loaded([...many(6, { site: "s" }), ...many(6, { site: "t" })], true), OFFSET, "inside");
  const [one, again, other] = [1, 1, 2].map((byte) => [...numbered(table, new Uint8Array(32).fill(byte))]);
  expect(again).toEqual(one);
  expect(one).not.toEqual(other);
  expect(new Set(one?.map(({ person }) => person))).toEqual(new Set(Array.from({ length: 12 }, (_, at) => at + 1)));
  expect(JSON.stringify(one)).not.toContain("participantId");
});

it("has the fingerprint that the whole table has, line by line", () => {
  const people = [...many(20, { site: 'a "b"' }), ...many(2, { site: "s", last: null })];
  for (const seesPeople of [true, false]) {
    const table = scoresTable(loaded(people, seesPeople), { mergeSites: false, days: "calendar" }, "inside");
    const whole = { columns: [...table.columns], lines: linesOf(table) };
    expect(tableHash(table)).toBe(canonicalHash(whole));
    expect(tableHash(table, "zh")).toBe(canonicalHash({ ...whole, language: "zh" }));
  }
});
