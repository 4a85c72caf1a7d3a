import { describe, expect, it } from "vitest";
import { REPORT_SECTIONS } from "../report/report-document";
import { CONSORT_PRO } from "./consort-pro";
import type { Guideline } from "./guideline";
import { GUIDELINES } from "./registry";
import { STROBE_COHORT } from "./strobe-cohort";
import { TREND } from "./trend";

const numbered = Array.from({ length: 22 }, (_, at) => String(at + 1));

describe("reporting guidelines", () => {
  it.each([
    [TREND.name, TREND],
    [STROBE_COHORT.name, STROBE_COHORT],
  ] as const)("%s has its 22 items, each once, in order", (_, guideline) => {
    expect(guideline.items.map(({ item }) => item)).toEqual(numbered);
  });

  it("CONSORT-PRO has its five items, and those of CONSORT it explains further, each once", () => {
    const items: readonly string[] = CONSORT_PRO.items.map(({ item }) => item);
    expect(items.filter((item) => item.startsWith("P"))).toEqual(["P1b", "P2b", "P6a", "P12a", "P20/21"]);
    expect(new Set(items).size).toBe(items.length);
  });

  it.each(GUIDELINES.map((one): [string, Guideline] => [one.id, one]))(
    "%s points at parts of a report, in both languages",
    (_, { about, items }) => {
      for (const { topic, answer } of items) {
        if (answer.kind === "data") expect(REPORT_SECTIONS).toContain(answer.section);
        expect(topic.en).not.toBe("");
        expect(topic.zh).toMatch(/\p{Script=Han}/u);
      }
      expect(about.zh).toMatch(/\p{Script=Han}/u);
    },
  );
});
