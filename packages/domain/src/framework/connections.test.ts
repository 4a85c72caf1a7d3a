import { describe, expect, it } from "vitest";
import { connectionsOf } from "./connections";
import type { ElementCode } from "./registry";
import { findElement } from "./registry";

function follow(code: ElementCode) {
  const element = findElement(code);
  if (!element) throw new Error(`${code} is not registered`);
  return connectionsOf(element);
}
const codesOf = (elements: readonly { readonly code: string }[]) => elements.map(({ code }) => code);

describe("following an element", () => {
  it("leads from a context over its links to outcomes", () => {
    const { links, outcomes } = follow("appear.context.reciprocal");
    expect(links.map(({ link }) => link.id)).toEqual([
      "appear.link.reciprocal.1",
      "appear.link.reciprocal.2",
      "appear.link.reciprocal.3",
    ]);
    expect(codesOf(outcomes)).toEqual(["appear.outcome.hopefulness", "appear.outcome.self-acceptance"]);
  });

  it("leads from a mechanism over what is above it to the general chain, and says through what", () => {
    const general = follow("mechanism.effectiveness.relationship.reciprocal-support").links.find(
      ({ link }) => link.id === "bmjgh.link.general-chain",
    );
    expect(general?.through.code).toBe("mechanism.effectiveness");
  });

  it("never takes a mechanism for an outcome", () => {
    expect(codesOf(follow("mechanism.effectiveness.relationship.role-model").outcomes)).toEqual(["outcome"]);
  });

  it("does not name the whole as an outcome of its part", () => {
    expect(follow("outcome.psychological.hope").outcomes).toEqual([]);
    expect(follow("outcome").outcomes).toEqual([]);
  });

  it("leads from a sub-theme to exactly its studies, and from a theme to those of its sub-themes", () => {
    expect(
      follow("metasyn.theme.challenges.group-dynamics-and-sustainability").studies.map((s) => s.study.code),
    ).toEqual(["metasyn.study.isabirye-2023", "metasyn.study.kako-2021"]);
    // 12 + 8 + 4 studies in its three sub-themes, 6 of them in two of these: 18 different ones.
    expect(follow("metasyn.theme.motivations").studies).toHaveLength(18);
  });

  it("leads from a harm to the study it was met in, and to none when that lies outside the review", () => {
    expect(follow("metasyn.harm.misinformation").studies.map((s) => s.study.code)).toEqual([
      "metasyn.study.isabirye-2023",
    ]);
    expect(follow("metasyn.harm.psychological-pressure").studies).toEqual([]);
  });

  it("reaches studies of another review only over a bridge, and names it", () => {
    const { studies } = follow("support.emotional");
    expect(studies).toHaveLength(8);
    expect(new Set(studies.map(({ through }) => through.code))).toEqual(
      new Set(["metasyn.theme.positive-impacts.emotional-wellbeing"]),
    );
  });

  it("does not mistake another review's reference numbers for studies", () => {
    expect(follow("appear.mechanism.mentalisation.label-internal-states").studies).toEqual([]);
  });

  it("knows both ends of a replacement", () => {
    expect(follow("preliminary.support.instrumental").supersededBy?.code).toBe("support.instrumental");
    expect(codesOf(follow("mechanism.effectiveness.relationship.acceptance-empathy").replaces)).toEqual([
      "preliminary.mechanism.empathy",
      "preliminary.mechanism.acceptance",
    ]);
    expect(follow("preliminary.key-point.matching").carriedForwardAs).toBeNull();
  });

  it("carries the cautions that bear on an element", () => {
    expect(follow("appear.outcome.knowledge-and-skills").discrepancies.map(({ id }) => id)).toEqual([
      "appear-no-link-knowledge",
    ]);
    expect(codesOf(follow("outcome.social").alsoHolds)).toHaveLength(3);
  });
});
