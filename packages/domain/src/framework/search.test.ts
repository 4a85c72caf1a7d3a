import { describe, expect, it } from "vitest";
import type { BilingualText } from "./bilingual-text";
import { ELEMENTS } from "./registry";
import { searchElements } from "./search";
import { searchTerms } from "./search-terms";
import { SYNONYMS } from "./synonyms.data";

/** Elements that hold a phrase as it stands, found without the search. */
const codesWith = (phrase: string) =>
  ELEMENTS.filter((element) => JSON.stringify(element).toLowerCase().includes(phrase.toLowerCase())).map(
    (element) => element.code,
  );

const codes = (query: Parameters<typeof searchElements>[1]) =>
  searchElements(ELEMENTS, query).map((element) => element.code);

describe("searching the framework", () => {
  it("returns everything when nothing is asked", () => {
    expect(codes({})).toHaveLength(219);
    expect(codes({ text: "  " })).toHaveLength(219);
  });

  it("finds an element by words of either language, in any case and order", () => {
    expect(codes({ text: "SUPPRESSION viral" })).toEqual(["outcome.physiological.viral-load-suppression"]);
    expect(codes({ text: "病毒载量" })).toContain("outcome.physiological.viral-load-suppression");
  });

  it("finds an element by the idiomatic Chinese term, an alias, or a part of its code", () => {
    expect(codes({ text: "归属支持" })).toEqual(["support.affiliational"]);
    expect(codes({ text: "self-esteem" })).toContain("appear.outcome.self-acceptance");
    expect(codes({ text: "harm.misinformation" })).toEqual(["metasyn.harm.misinformation"]);
  });

  it("treats both apostrophes alike", () => {
    expect(codes({ text: "one's life" })).toEqual(codes({ text: "one’s life" }));
    expect(codes({ text: "one's life" })).toContain("outcome.psychological.quality-of-life");
  });

  it("asks for all words and all filters at once", () => {
    expect(codes({ text: "bridge" })).toEqual(["mechanism.effectiveness.volunteer.bridge", "pwud.mechanism.bridge"]);
    expect(codes({ text: "bridge", source: "pwud2021" })).toEqual(["pwud.mechanism.bridge"]);
    expect(codes({ text: "bridge", source: "pwud2021", kind: "harm" })).toEqual([]);
    expect(codes({ group: "bmjgh.outcome" })).toHaveLength(18);
    expect(codes({ text: "bridge zebra" })).toEqual([]);
  });
});

describe("words the framework does not use", () => {
  const VIRAL_LOAD = "outcome.physiological.viral-load-suppression";
  it.each([
    ["undetectable", VIRAL_LOAD],
    ["U=U", VIRAL_LOAD],
    ["u=u", "outcome.cognitive.hiv-knowledge"],
    ["u equals u", VIRAL_LOAD],
    ["Viral load", VIRAL_LOAD],
    ["检测不到", VIRAL_LOAD],
    ["CD4", "outcome.physiological"],
    ["peer mentor", "concept.peer-volunteer"],
    ["adherence", "outcome.behavioural.medical-care-compliance"],
    ["pills", "outcome.behavioural.medication-adherence"],
    ["吃药", "outcome.behavioural.medication-adherence"],
    ["confidentiality", "mechanism.sustainability.volunteer.negative-feelings.privacy-exposure-worries"],
    ["privacy", "mechanism.sustainability.plhiv.confidentiality"],
    ["隐私", "mechanism.sustainability.plhiv.confidentiality"],
    ["lonely", "outcome.psychological.loneliness"],
    ["condom", "outcome.behavioural.risky-behaviours"],
    ["self-esteem", "outcome.psychological.sense-of-worth"],
    ["stipend", "mechanism.sustainability.context.financial-support.volunteer-salary"],
  ])("%s finds %s", (text, code) => {
    expect(codes({ text })).toContain(code);
  });

  it("takes the longest phrase, and leaves the other words as they are", () => {
    expect(searchTerms("hope  U equals U")).toEqual([
      { typed: "hope", words: ["hope"], also: [] },
      expect.objectContaining({ typed: "u equals u", words: ["u", "equals", "u"] }),
    ]);
    expect(codes({ text: "undetectable zebra" })).toEqual([]);
    expect(codes({ text: "undetectable", source: "pwud2021" })).toEqual([]);
  });

  it("does not take a part of a word for a word", () => {
    expect(searchTerms("part mentors").flatMap(({ also }) => also)).toEqual([]);
  });

  it("only widens: what holds the words as typed is found with and without synonyms", () => {
    for (const typed of SYNONYMS.flatMap((synonym): readonly string[] => synonym.typed)) {
      const held = ELEMENTS.filter(({ label, definition }) => {
        const text = [label.en, label.zh, definition.en, definition.zh].join(" ").toLowerCase();
        return typed.split(" ").every((word) => text.includes(word));
      });
      expect(codes({ text: typed })).toEqual(expect.arrayContaining(held.map(({ code }) => code)));
    }
  });

  it("sends nobody to a word that is not there, in either language", () => {
    for (const { en, zh } of SYNONYMS.flatMap((synonym): readonly BilingualText[] => synonym.also)) {
      for (const phrase of [en, zh]) expect(codesWith(phrase), phrase).not.toEqual([]);
    }
  });

  it("knows every typed phrase once", () => {
    const typed = SYNONYMS.flatMap((synonym): readonly string[] => synonym.typed);
    expect(new Set(typed).size).toBe(typed.length);
  });
});
