import { describe, expect, it } from "vitest";
import { alongsideCore } from "./catalog/alongside-core/instrument";
import { mbi } from "./catalog/mbi/instrument";
import { phq4 } from "./catalog/phq4/instrument";
import { questionnaireView } from "./questionnaire-view";
import {
  packFromRows,
  parseWordingPack,
  permissionSchema,
  type WordingPack,
  type WordingRow,
  wordingGaps,
} from "./wording-pack";

const row = (kind: string, id: string, code: string, text: string): WordingRow => ({ kind, id, code, text });
const ROWS: readonly WordingRow[] = [
  row("instrument", "", "", "phq4"),
  row("edition", "", "", "2009"),
  row("language", "", "", "sw"),
  row("title", "", "", "Made-up title"),
  ...[1, 2, 3, 4].map((number) => row("item", `phq4.i${number}`, "", `Made-up question ${number}`)),
  ...[0, 1, 2, 3].map((code) => row("option", "frequency", String(code), `Answer ${code}`)),
];

function packOf(rows: readonly WordingRow[] = ROWS): WordingPack {
  const result = packFromRows(rows);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

describe("a wording pack from rows", () => {
  it("is complete when every item and option has words", () => {
    expect(wordingGaps(phq4, packOf())).toMatchObject({ complete: true, itemsGiven: 4, itemsNeeded: 4, issues: [] });
  });

  it("reports what is missing and stays usable", () => {
    const report = wordingGaps(phq4, packOf(ROWS.filter(({ id, code }) => id !== "phq4.i2" && code !== "3")));
    expect(report).toMatchObject({
      complete: false,
      missingItems: ["phq4.i2"],
      missingOptions: ["frequency 3"],
      issues: [],
    });
  });

  it("names row and rule of what cannot be placed", () => {
    const result = packFromRows([...ROWS, row("item", "phq4.i1", "", "Again"), row("footnote", "", "", "x")]);
    expect(result.ok ? [] : result.failure.issues).toEqual([
      { path: "row 14", rule: "wording.item-twice", value: "phq4.i1" },
      { path: "row 15", rule: "wording.unknown-kind", value: "footnote" },
    ]);
  });

  it("is refused without a title or with a language that is none", () => {
    const result = packFromRows([
      ...ROWS.filter(({ kind }) => kind !== "title" && kind !== "language"),
      row("language", "", "", "Swahili!"),
    ]);
    expect(result.ok ? [] : result.failure.issues?.map(({ path }) => path).sort()).toEqual(["language", "title"]);
  });

  it("is refused for another edition, another instrument, unknown ids, and instruments that take none", () => {
    const rules = (instrument: Parameters<typeof wordingGaps>[0], pack: WordingPack) =>
      wordingGaps(instrument, pack).issues.map(({ rule }) => rule);
    expect(rules(phq4, { ...packOf(), edition: "1" })).toEqual(["wording.other-edition"]);
    expect(rules(phq4, { ...packOf(), instrument: "gad7" })).toEqual(["wording.other-instrument"]);
    expect(rules(phq4, { ...packOf(), items: { "phq4.i9": "x" } })).toEqual(["wording.unknown-item"]);
    expect(rules(phq4, { ...packOf(), options: { frequency: { "9": "x" } } })).toEqual(["wording.unknown-option"]);
    expect(rules(mbi, { ...packOf(), instrument: "mbi", edition: "licensed", items: {}, options: {} })).toEqual([
      "wording.never-only",
    ]);
    expect(
      rules(alongsideCore, { ...packOf(), instrument: "alongside-core", edition: "1.0", items: {}, options: {} }),
    ).toEqual(["wording.own-only"]);
  });

  it("refuses scoring smuggled into a file", () => {
    expect(parseWordingPack({ ...packOf(), scoring: "sum" }).ok).toBe(false);
  });

  it("needs to be told who allowed it and where that is written", () => {
    expect(
      permissionSchema.safeParse({ holder: "Owner", reference: "Letter 12", grantedOn: "2026-03-01" }).success,
    ).toBe(true);
    expect(permissionSchema.safeParse({ holder: " ", reference: "Letter 12", grantedOn: "2026-03-01" }).success).toBe(
      false,
    );
    expect(
      permissionSchema.safeParse({ holder: "Owner", reference: "Letter 12", grantedOn: "2026-02-30" }).success,
    ).toBe(false);
  });
});

describe("the questionnaire view", () => {
  it("shows a loaded pack in its language", () => {
    const view = questionnaireView(phq4, { language: "sw", packs: [packOf()] });
    expect(view).toMatchObject({ title: "Made-up title", wording: { kind: "loaded", complete: true } });
    expect(view.sections[0]?.items[0]).toMatchObject({
      text: "Made-up question 1",
      response: { options: [{ code: 0, label: "Answer 0" }, {}, {}, {}] },
    });
  });

  it("asks for item numbers where no pack is loaded for the language", () => {
    const view = questionnaireView(phq4, { language: "en", packs: [packOf()] });
    expect(view.wording).toEqual({ kind: "not-loaded" });
    expect(view.sections[0]?.items.map(({ number, text }) => [number, text])).toEqual([
      ["1", null],
      ["2", null],
      ["3", null],
      ["4", null],
    ]);
  });

  it("shows our own words, in English where a language is not ours, and says they are new", () => {
    const french = questionnaireView(alongsideCore, { language: "fr-CI", packs: [] });
    expect(french).toMatchObject({
      wording: { kind: "bundled" },
      notYetValidated: true,
      title: "Questionnaire de base Alongside",
    });
    expect(french.sections.flatMap(({ items }) => items)).toHaveLength(36);
    expect(questionnaireView(alongsideCore, { language: "sw", packs: [] }).title).toBe("Alongside Core Set");
  });

  it("takes typed-in totals where no wording may be held", () => {
    expect(questionnaireView(mbi, { language: "en", packs: [] }).wording).toEqual({ kind: "totals-only" });
  });
});
