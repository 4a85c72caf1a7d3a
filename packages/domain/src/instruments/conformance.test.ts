/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findElement } from "../framework/registry";
import { checkAnswers } from "./check-answers";
import { definitionProblems } from "./definition-problems";
import type { Instrument } from "./instrument";
import { OWN_LANGUAGES, type OwnLanguage } from "./local-text";
import { findInstrument, findMeasure, INSTRUMENTS } from "./registry";
import { scoreAnswers } from "./score";
import { WORKED_EXAMPLES } from "./worked-examples";

const CATALOG = new URL("./catalog/", import.meta.url);
const folders = readdirSync(CATALOG, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const README_PARTS = [
  "What it is for",
  "Answers",
  "Scoring",
  "Missing answers",
  "Reading the score",
  "Licence",
  "References",
];

/** Every piece of our own text in a definition, wherever it sits. */
function localTexts(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  if ("en" in value && "zh" in value) return [{ ...value }];
  return Object.values(value).flatMap(localTexts);
}

/** The texts a respondent sees. */
function respondentTexts(instrument: Instrument): Record<string, unknown>[] {
  const { name, recall, instructions, sections, items, responseSets } = instrument;
  return localTexts([name, recall, instructions, sections, items, responseSets]);
}

describe("the catalogue", () => {
  it("registers every folder and nothing else", () => {
    expect(INSTRUMENTS.map(({ code }) => code).sort()).toEqual([...folders].sort());
  });

  it("holds the 36 entries of the reference list and our Core Set", () => {
    expect(INSTRUMENTS.length).toBeGreaterThanOrEqual(37);
    expect(findInstrument("mech-own")?.code).toBe("alongside-mechanisms");
  });

  it("has no code or alias twice", () => {
    const names = INSTRUMENTS.flatMap(({ code, aliases = [] }) => [code, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("finds an instrument by its edition only", () => {
    expect(findInstrument("phq9", "1999")?.code).toBe("phq9");
    expect(findInstrument("phq9", "2999")).toBeUndefined();
    expect(findInstrument("nothing")).toBeUndefined();
  });

  it("finds a scale by its measure key", () => {
    expect(findMeasure("phq9/total")?.scale.range).toEqual({ minimum: 0, maximum: 27 });
    expect(findMeasure("phq9/none")).toBeUndefined();
    expect(findMeasure("measure/cd4")).toBeUndefined();
    expect(findMeasure("phq9/total/more")).toBeUndefined();
  });
});

describe.each(INSTRUMENTS.map((instrument) => [instrument.code, instrument] as const))("%s", (code, instrument) => {
  const folder = new URL(`${code}/`, CATALOG);
  const readme = readFileSync(new URL("README.md", folder), "utf8");

  it("is consistent in itself", () => {
    expect(definitionProblems(instrument)).toEqual([]);
  });

  it("names only codes the framework knows", () => {
    const codes = instrument.scales.flatMap(({ serves }) => [
      ...(serves.domain === null ? [] : [serves.domain]),
      ...serves.outcomes,
      ...serves.mechanisms,
      ...serves.supports,
    ]);
    expect(codes.filter((one) => findElement(one) === undefined)).toEqual([]);
    expect(codes.length).toBeGreaterThan(0);
  });

  it("has a page with every part, its licence and its sources", () => {
    const headings = readme.split("\n").flatMap((line) => (line.startsWith("## ") ? [line.slice(3)] : []));
    expect(headings).toEqual(README_PARTS);
    expect(readme).toContain(instrument.licence.summary.en);
    for (const source of instrument.sources) expect(readme).toContain(source);
    expect(instrument.sources.length).toBeGreaterThan(0);
  });

  it("says in both languages what a person reads", () => {
    const empty = localTexts(instrument).filter(({ en, zh }) => en === "" || zh === "");
    expect(empty).toEqual([]);
    const latin = localTexts(instrument).filter(
      ({ zh }) => typeof zh === "string" && /[\p{Script=Han}][,;:?!]/u.test(zh),
    );
    expect(latin).toEqual([]);
  });

  it("is whole in every language in which we write the words a respondent sees", () => {
    // Of a published instrument only our own frame is here (name, recall, sections), and that in the two languages of
    // the screens: its languages are those its owner has, and its words come in a pack.
    const languages: readonly OwnLanguage[] =
      instrument.wording === "own"
        ? OWN_LANGUAGES.filter((language) => instrument.languages.includes(language))
        : ["en", "zh"];
    const texts = respondentTexts(instrument);
    expect(texts).toContainEqual(instrument.name);
    expect(languages).toEqual(expect.arrayContaining(["en", "zh"]));
    expect(texts.filter((text) => languages.some((language) => !text[language]))).toEqual([]);
    // Half a translation shows the respondent two languages at once.
    const partly = OWN_LANGUAGES.filter(
      (language) =>
        !languages.includes(language) &&
        texts.some((text) => text[language] !== undefined) &&
        texts.some((text) => text[language] === undefined),
    );
    expect(partly).toEqual([]);
  });

  it("words its items in the definition only if the words are ours", () => {
    const worded = instrument.items.filter(({ text }) => text !== undefined).map(({ id }) => id);
    const labelled = Object.values(instrument.responseSets).flatMap(({ options }) => options);
    if (instrument.wording === "own") {
      expect(worded).toEqual(instrument.items.map(({ id }) => id));
      expect(labelled.filter(({ label }) => label === undefined)).toEqual([]);
    } else if (instrument.validation === "published") {
      expect(worded).toEqual([]);
      expect(labelled.filter(({ label }) => label !== undefined)).toEqual([]);
    } else expect(instrument.wording).toBe("pack");
  });

  it("reproduces its worked examples", () => {
    const examples = WORKED_EXAMPLES[code] ?? [];
    expect(examples.length).toBeGreaterThan(0);
    expect(existsSync(new URL("worked-examples.ts", folder))).toBe(true);
    for (const { name, answers, expected } of examples) {
      expect(checkAnswers(instrument, answers), name).toEqual([]);
      const outcomes = scoreAnswers(instrument, answers);
      for (const [scale, want] of Object.entries(expected)) {
        const got = outcomes[scale];
        if (typeof want === "string") expect(got?.outcome, `${name}: ${scale}`).toBe(want);
        else expect(got?.outcome === "scored" ? got.value : got, `${name}: ${scale}`).toBeCloseTo(want, 9);
      }
    }
  });

  it("names a headline scale that an example scores", () => {
    const scored = new Set(
      (WORKED_EXAMPLES[code] ?? []).flatMap(({ expected }) =>
        Object.entries(expected).flatMap(([scale, want]) => (typeof want === "number" ? [scale] : [])),
      ),
    );
    expect(instrument.scales.some(({ code: scale, headline }) => headline && scored.has(scale))).toBe(true);
  });
});

describe("safety", () => {
  it("marks the self-harm item of the PHQ-9 and nothing in our own sets", () => {
    expect(findInstrument("phq9")?.risks.map(({ item }) => item)).toEqual(["phq9.i9"]);
    for (const own of ["alongside-core", "alongside-mechanisms"]) expect(findInstrument(own)?.risks).toEqual([]);
  });

  it("labels our own questionnaires as new, and bundles the words of no published one", () => {
    for (const instrument of INSTRUMENTS) {
      if (instrument.code.startsWith("alongside-")) expect(instrument.validation).toBe("new");
      if (instrument.validation === "published") expect(instrument.wording).not.toBe("own");
    }
  });
});

describe("the Core Set", () => {
  it("covers all five domains in four languages", () => {
    const core = findInstrument("alongside-core");
    const domains = new Set(core?.scales.map(({ serves }) => serves.domain));
    expect([...domains].sort()).toEqual(
      ["behavioural", "cognitive", "physiological", "psychological", "social"].map((name) => `outcome.${name}`),
    );
    expect(core?.languages).toEqual(["en", "zh", "id", "fr"]);
  });
});
