import { describe, expect, it } from "vitest";
import { LAB_KIND_FACTS, LAB_KINDS, QUANTITY_KINDS } from "../laboratory/kinds";
import { isCalendarDate } from "../schedule/calendar-date";
import { type Assay, assayLimits } from "./assay";
import { findAssay, mergeAssays, newestEditions } from "./assay-register";
import { ASSAYS } from "./assays.data";
import { SPECIMENS, TEST_REASON_TEXTS, TEST_REASONS } from "./measurement";
import { FAILURE_REASONS, REJECTION_REASONS } from "./no-result-reasons";
import { PHRASES } from "./phrases.data";
import { QUESTIONS, UNPARSED_REASONS } from "./reading";
import { findThresholdRule, THRESHOLD_RULES } from "./threshold-rules.data";

/** Every bilingual text in a piece of data, wherever it sits. */
function textsIn(value: unknown): readonly { readonly en: unknown; readonly zh: unknown }[] {
  if (typeof value !== "object" || value === null) return [];
  return "en" in value && "zh" in value ? [{ en: value.en, zh: value.zh }] : Object.values(value).flatMap(textsIn);
}

describe("texts", () => {
  it("are there in both languages, Chinese in Chinese characters", () => {
    const texts = textsIn([
      ASSAYS,
      THRESHOLD_RULES,
      TEST_REASON_TEXTS,
      REJECTION_REASONS,
      FAILURE_REASONS,
      QUESTIONS,
      UNPARSED_REASONS,
      LAB_KIND_FACTS,
    ]);
    expect(texts.length).toBeGreaterThan(60);
    const incomplete = texts.filter(
      ({ en, zh }) => typeof en !== "string" || en === "" || typeof zh !== "string" || !/\p{Script=Han}/u.test(zh),
    );
    expect(incomplete).toEqual([]);
  });

  it("have a code once each", () => {
    for (const list of [REJECTION_REASONS, FAILURE_REASONS]) {
      const codes = list.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const code of codes) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(codes).toContain("other");
    }
    expect(Object.keys(TEST_REASON_TEXTS)).toEqual([...TEST_REASONS]);
  });
});

/** The published figures, typed from the sources: key, specimen, unit, lower, upper, detection. */
const PUBLISHED = [
  ["abbott-realtime-plasma-600", "plasma", "copies-per-ml", 40, 10_000_000, null],
  ["abbott-realtime-plasma-200", "plasma", "copies-per-ml", 150, 10_000_000, null],
  ["abbott-realtime-dried-blood-spot", "dried-blood-spot", "copies-per-ml", 1000, 10_000_000, null],
  ["roche-cap-ctm-dried-blood-spot", "dried-blood-spot", "copies-per-ml", 400, 10_000_000, null],
  ["alere-q-whole-blood", "whole-blood", "copies-per-ml", 2491, 10_000_000, null],
  ["roche-cobas-6800-plasma-separation-card", "dried-plasma-spot", "copies-per-ml", null, null, 790.2],
  ["roche-cap-ctm-plasma-separation-card", "dried-plasma-spot", "copies-per-ml", null, null, 737.9],
  ["roche-cobas-6800-plasma-iu", "plasma", "iu-per-ml", 20, 6_000_000, 20],
  ["arup-real-time-plasma", "plasma", "copies-per-ml", 20, 10_000_000, null],
] as const;

describe("the assay register", () => {
  it("holds the published figures", () => {
    expect(
      ASSAYS.map(({ key, specimen, unit, lowerLimit, upperLimit, detectionLimit }) => [
        key,
        specimen,
        unit,
        lowerLimit,
        upperLimit,
        detectionLimit,
      ]),
    ).toEqual(PUBLISHED);
    expect(new Set(ASSAYS.map(({ specimen }) => specimen))).toEqual(new Set(SPECIMENS));
  });

  it.each(ASSAYS.map((assay) => [assay.key, assay] as const))("%s is complete and in order", (_, one) => {
    const assay: Assay = one;
    expect(assay.key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(isCalendarDate(assay.validFrom)).toBe(true);
    expect(assay.source).toMatch(/\S+ \S+/);
    expect([assay.lowerLimit, assay.upperLimit, assay.detectionLimit].some((limit) => limit !== null)).toBe(true);
    for (const limit of [assay.lowerLimit, assay.upperLimit, assay.detectionLimit])
      expect(limit ?? 1).toBeGreaterThan(0);
    expect(assay.lowerLimit ?? 0).toBeLessThan(assay.upperLimit ?? Number.POSITIVE_INFINITY);
    expect(assay.detectionLimit ?? 0).toBeLessThanOrEqual(assay.lowerLimit ?? Number.POSITIVE_INFINITY);
    for (const code of Object.values(assay.loinc)) expect(code ?? "1-1").toMatch(/^\d+-\d$/);
    expect(assay.loinc.copies).toBe(assay.specimen === "plasma" ? "20447-9" : "25836-8");
    // Nobody has published a factor with these figures; a number here would be a guess.
    expect(assay.iuPerCopy).toBeNull();
    expect(findAssay(ASSAYS, assay.key, assay.edition)).toBe(assay);
  });

  it("has each edition of each key once", () => {
    const names = ASSAYS.map(({ key, edition }) => `${key} ${edition}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it("gives limits in copies, and none where that takes a factor", () => {
    const [abbott] = ASSAYS;
    expect(assayLimits(abbott)).toEqual({ lower: 40, upper: 10_000_000, detection: null });
    const inLogs: Assay = { ...abbott, unit: "log10-copies-per-ml", lowerLimit: 2, upperLimit: 7, detectionLimit: 1 };
    expect(assayLimits(inLogs)).toEqual({ lower: 100, upper: 10_000_000, detection: 10 });
    const inIu: Assay = { ...abbott, unit: "iu-per-ml", lowerLimit: 34, upperLimit: null };
    expect(assayLimits(inIu)).toEqual({ lower: null, upper: null, detection: null });
    expect(assayLimits({ ...inIu, iuPerCopy: 1.7 })).toEqual({ lower: 20, upper: null, detection: null });
  });

  it("keeps editions, and prefers a programme's own", () => {
    const [abbott] = ASSAYS;
    const second: Assay = { ...abbott, edition: "2", lowerLimit: 20, validFrom: "2024-01-01" };
    const corrected: Assay = { ...abbott, lowerLimit: 50, source: "our laboratory" };
    const own: Assay = { ...abbott, key: "own", edition: "1" };
    const register = mergeAssays([second, corrected, own]);
    expect(register.length).toBe(ASSAYS.length + 2);
    expect(findAssay(register, abbott.key)).toBe(second);
    expect(findAssay(register, abbott.key, "1")).toBe(corrected);
    expect(findAssay(register, abbott.key, "3")).toBeUndefined();
    expect(findAssay(register, "none")).toBeUndefined();
    expect(findAssay(register, "own")).toBe(own);
    const newest = newestEditions(register);
    expect(newest).toContain(second);
    expect(newest).not.toContain(corrected);
    expect(newest.length).toBe(ASSAYS.length + 1);
    expect(mergeAssays([])).toEqual(ASSAYS);
  });

  it("takes the later of two editions from the same day", () => {
    const [abbott] = ASSAYS;
    const again: Assay = { ...abbott, edition: "1b" };
    expect(findAssay([abbott, again], abbott.key)).toBe(again);
    expect(findAssay([{ ...again, validFrom: "2019-12-31" }, abbott], abbott.key)).toBe(abbott);
  });
});

describe("the threshold rules", () => {
  it.each(THRESHOLD_RULES.map((rule) => [rule.id, rule] as const))("%s is complete and in order", (id, rule) => {
    expect(findThresholdRule(id)).toBe(rule);
    expect(isCalendarDate(rule.validFrom)).toBe(true);
    expect(rule.source).toMatch(/\S+ \S+/);
    const ends = rule.categories.map(({ upTo }) => upTo);
    expect(ends.pop()).toBeNull();
    expect(ends).toEqual([...ends].sort((a, b) => Number(a) - Number(b)));
    expect(ends.every((end) => end !== null && end > 0)).toBe(true);
    expect(rule.categories[rule.categories.length - 1]?.category).toBe("unsuppressed");
  });

  it("are the ones the sources state", () => {
    expect(THRESHOLD_RULES.map(({ id, boundary, validFrom }) => [id, boundary, validFrom])).toEqual([
      ["who-2023", "inclusive", "2023-07-23"],
      ["less-than-1000", "exclusive", "2016-01-01"],
      ["less-than-200", "exclusive", "2017-01-01"],
      ["at-most-50", "inclusive", "2024-09-10"],
      ["ethiopia-bands", "inclusive", "2024-09-10"],
    ]);
    expect(findThresholdRule("none")).toBeUndefined();
  });
});

describe("the phrases", () => {
  const entries = Object.entries(PHRASES).flatMap(([meaning, texts]) =>
    texts.map((text) => ({ meaning, text: String(text) })),
  );

  it("are written as a normalised print is, each with one meaning", () => {
    for (const { text } of entries)
      expect(text).toBe(text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").trim());
    expect(new Set(entries.map(({ text }) => text)).size).toBe(entries.length);
  });

  it("hold no digit but those of a name", () => {
    expect(entries.map(({ text }) => text).filter((text) => /\d/.test(text) && !/hiv|vih/.test(text))).toEqual([]);
  });
});

describe("the kinds", () => {
  it.each(LAB_KINDS)("%s has ranges inside each other and a LOINC code", (kind) => {
    const { possible, plausible, loinc, decimals, source } = LAB_KIND_FACTS[kind];
    expect(possible.low).toBeLessThanOrEqual(plausible.low);
    expect(plausible.low).toBeLessThan(plausible.high);
    expect(plausible.high).toBeLessThanOrEqual(possible.high);
    expect(loinc).toMatch(/^\d+-\d$/);
    expect(decimals).toBeGreaterThanOrEqual(0);
    expect(source).not.toBe("");
  });

  it("are viral load and the quantities", () => {
    expect(LAB_KINDS).toEqual(["viral-load", ...QUANTITY_KINDS]);
  });
});
