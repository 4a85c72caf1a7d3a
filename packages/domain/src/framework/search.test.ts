import { describe, expect, it } from "vitest";
import { ELEMENTS } from "./registry";
import { searchElements } from "./search";

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
    expect(codes({ text: "self-esteem" })).toEqual(["appear.outcome.self-acceptance"]);
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
