/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CODEBOOKS } from "../mechanisms/registry";
import type { FrameworkSnapshot } from "./conformance";
import { frameworkProblems } from "./conformance";
import { CROSSWALK } from "./crosswalk.data";
import { DISCREPANCIES } from "./discrepancies.data";
import { ELEMENT_KINDS } from "./element-kinds";
import { EVIDENCE_KINDS } from "./evidence-kinds";
import { LINK_KINDS, LINK_STRENGTHS } from "./link";
import { REFERENCE_FIGURES } from "./reference-figures";
import { ELEMENT_GROUPS, ELEMENTS, LINKS } from "./registry";
import { SOURCE_FIGURES } from "./source-figures.data";
import { SOURCES } from "./sources";
import { CASP_CRITERIA } from "./study";
import { emptyTexts } from "./texts";
import { VERSIONS } from "./versions";

const FRAMEWORK: FrameworkSnapshot = {
  groups: ELEMENT_GROUPS,
  codebooks: CODEBOOKS,
  crosswalk: CROSSWALK,
  discrepancies: DISCREPANCIES,
};

const problemsOf = (snapshot: FrameworkSnapshot) => frameworkProblems(snapshot, REFERENCE_FIGURES);
const rulesOf = (snapshot: FrameworkSnapshot) => new Set(problemsOf(snapshot).map((problem) => problem.rule));

describe("the framework", () => {
  it("agrees with the reference figures and names no code that does not exist", () => {
    expect(problemsOf(FRAMEWORK)).toEqual([]);
  });

  it("names every element and group once", () => {
    expect(new Set(ELEMENT_GROUPS.map((group) => group.group)).size).toBe(37);
    expect(ELEMENTS).toHaveLength(219);
  });

  it("has words for every kind, strength, source and version in both languages", () => {
    const words = { ELEMENT_KINDS, EVIDENCE_KINDS, LINK_KINDS, LINK_STRENGTHS, SOURCES, VERSIONS, CASP_CRITERIA };
    expect(emptyTexts(words)).toEqual([]);
  });

  it("takes version and source from the version list", () => {
    for (const { source, version } of ELEMENTS) expect(VERSIONS[version].source).toBe(source);
  });

  it("keeps element codes and link ids apart", () => {
    const ids = [...ELEMENTS.map((element) => element.code), ...LINKS.map((link) => link.id)];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the codebook folders", () => {
  const folder = fileURLToPath(new URL("../mechanisms/codebooks/", import.meta.url));

  it("are all registered, and each says where it comes from and how to cite it", () => {
    expect(CODEBOOKS.map((codebook) => codebook.slug as string).toSorted()).toEqual(readdirSync(folder).toSorted());
    for (const { slug, version } of CODEBOOKS) {
      expect(existsSync(`${folder}${slug}/README.md`)).toBe(true);
      const readme = readFileSync(`${folder}${slug}/README.md`, "utf8");
      for (const needed of ["**From:**", "**Version and status:**", "**How to cite:**", version]) {
        expect(readme, `${slug}/README.md`).toContain(needed);
      }
    }
  });

  it("warn where the evidence does not come from HIV care", () => {
    for (const codebook of CODEBOOKS) {
      if (codebook.source === "appear2025") expect(codebook.caution.en).toContain("HIV");
    }
    expect(SOURCES.appear2025.scopeCaution.zh).toContain("HIV");
  });
});

describe("figures that the sources print", () => {
  it("are kept even where they do not add up", () => {
    const countries = Object.values(SOURCE_FIGURES.bmjgh2023.countries).reduce((sum, n) => sum + n, 0);
    expect(countries).toBe(54);
    expect(SOURCE_FIGURES.bmjgh2023.flow.included).toBe(52);
    expect(DISCREPANCIES.map((discrepancy) => discrepancy.id)).toContain("bmjgh-country-sum");
  });

  it("draw no link to the outcome that APPEAR leaves without one", () => {
    expect(LINKS.filter((link) => link.outcomes.includes("appear.outcome.knowledge-and-skills"))).toEqual([]);
  });
});

describe("the checks themselves", () => {
  const [firstGroup, ...otherGroups] = ELEMENT_GROUPS;
  const [firstElement, ...otherElements] = firstGroup?.elements ?? [];
  if (!firstGroup || !firstElement) throw new Error("the framework is empty");
  const withFirst = (change: object): FrameworkSnapshot => ({
    ...FRAMEWORK,
    groups: [{ ...firstGroup, elements: [{ ...firstElement, ...change }, ...otherElements] }, ...otherGroups],
  });
  const withCodebook = (slug: string, change: object): FrameworkSnapshot => ({
    ...FRAMEWORK,
    codebooks: CODEBOOKS.map((codebook) => (codebook.slug === slug ? { ...codebook, ...change } : codebook)),
  });

  it("notice a lost element, both in its group and in the sum", () => {
    const lost = { ...FRAMEWORK, groups: [{ ...firstGroup, elements: otherElements }, ...otherGroups] };
    expect(problemsOf(lost).map((problem) => problem.subject)).toEqual(
      expect.arrayContaining(["bmjgh.concept: 4, reference 5", "elements: 218, reference 219"]),
    );
  });

  it("notice an unknown group", () => {
    const renamed = { ...FRAMEWORK, groups: [{ ...firstGroup, group: "new.group" }, ...otherGroups] };
    expect(problemsOf(renamed).map((problem) => problem.subject)).toContain("new.group: 5, reference 0");
  });

  it.each([
    ["an orphaned parent", { parent: "nowhere" }, "missing-code"],
    ["an orphaned replacement", { supersededBy: "nowhere" }, "missing-code"],
    ["an orphaned successor", { carriedForwardAs: "nowhere" }, "missing-code"],
    ["an orphaned second parent", { alsoUnder: ["nowhere"] }, "missing-code"],
    ["a label without Chinese", { label: { en: "Peer support", zh: " " } }, "empty-text"],
    ["a definition without English", { definition: { en: "", zh: "同伴支持" } }, "empty-text"],
    ["a code in capitals", { code: "Concept.PeerSupport" }, "code-pattern"],
    ["a code that is taken", { code: "outcome" }, "code-twice"],
    ["an element that is its own parent", { parent: firstElement.code }, "parent-loop"],
  ])("notice %s", (_what, change, rule) => {
    expect(rulesOf(withFirst(change))).toContain(rule);
  });

  it.each([
    ["a lost link", withCodebook("appear", { links: [] }), "count"],
    ["lost studies", withCodebook("lived-experience", { studies: [] }), "count"],
    ["a sub-theme whose studies are gone", withCodebook("lived-experience", { studies: [] }), "sub-theme-studies"],
    ["a lost bridge", { ...FRAMEWORK, crosswalk: CROSSWALK.slice(1) }, "count"],
    ["a lost inconsistency", { ...FRAMEWORK, discrepancies: DISCREPANCIES.slice(1) }, "count"],
    ["a superseded codebook without heir", withCodebook("appear", { status: "superseded" }), "codebook-status"],
    ["a current codebook with an heir", withCodebook("appear", { supersededBy: "x" }), "codebook-status"],
  ] as const)("notice %s", (_what, snapshot, rule) => {
    expect(rulesOf(snapshot)).toContain(rule);
  });

  it("notice an end of a link, a bridge, a study or an inconsistency that leads nowhere", () => {
    const appear = CODEBOOKS.find((codebook) => codebook.slug === "appear");
    const experience = CODEBOOKS.find((codebook) => codebook.slug === "lived-experience");
    const [bridge] = CROSSWALK;
    const [inconsistency] = DISCREPANCIES;
    const spoiled = [
      withCodebook("appear", { links: appear?.links.map((link) => ({ ...link, outcomes: ["nowhere"] })) }),
      withCodebook("lived-experience", {
        studies: experience?.studies.map((study) => ({ ...study, subThemes: ["nowhere"] })),
      }),
      { ...FRAMEWORK, crosswalk: [{ ...bridge, b: "nowhere" }, ...CROSSWALK.slice(1)] },
      { ...FRAMEWORK, discrepancies: [{ ...inconsistency, affects: ["nowhere"] }, ...DISCREPANCIES.slice(1)] },
    ];
    for (const snapshot of spoiled) expect(rulesOf(snapshot)).toContain("missing-code");
  });
});
