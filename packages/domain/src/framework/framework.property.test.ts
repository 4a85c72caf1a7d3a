import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectionsOf } from "./connections";
import type { FrameworkElement } from "./element";
import { ELEMENTS } from "./registry";
import { searchElements } from "./search";
import type { FrameworkNode } from "./tree";
import { treeOf } from "./tree";

const anElement = fc.constantFrom(...ELEMENTS);

const flatten = (nodes: readonly FrameworkNode[]): readonly FrameworkElement[] =>
  nodes.flatMap(({ element, children }) => [element, ...flatten(children)]);

describe("laws of the framework", () => {
  it("every element is found by its own label and code in either language", () => {
    fc.assert(
      fc.property(anElement, fc.constantFrom("en", "zh", "code"), (element, by) => {
        const text = by === "code" ? element.code : element.label[by === "zh" ? "zh" : "en"];
        expect(searchElements(ELEMENTS, { text })).toContain(element);
      }),
    );
  });

  it("another word never widens a search", () => {
    fc.assert(
      fc.property(anElement, anElement, (one, other) => {
        const wide = searchElements(ELEMENTS, { text: one.label.en });
        const narrow = searchElements(ELEMENTS, { text: `${one.label.en} ${other.label.zh}` });
        expect(narrow.filter((element) => !wide.includes(element))).toEqual([]);
      }),
    );
  });

  it("a tree of any selection holds every selected element exactly once", () => {
    fc.assert(
      fc.property(fc.subarray([...ELEMENTS]), (selection) => {
        const codes = flatten(treeOf(selection)).map((element) => element.code);
        expect(codes.toSorted()).toEqual(selection.map((element) => element.code).toSorted());
      }),
    );
  });

  it("relatives, parents and replacements can be followed back", () => {
    fc.assert(
      fc.property(anElement, (element) => {
        const { relatives, children, supersededBy, carriedForwardAs } = connectionsOf(element);
        for (const relative of relatives) {
          const back = connectionsOf(relative.element).relatives.map((other) => other.element);
          expect(back).toContain(element);
        }
        for (const child of children) expect(connectionsOf(child).ancestors.at(-1)).toBe(element);
        for (const heir of [supersededBy, carriedForwardAs]) {
          if (heir) expect(connectionsOf(heir).replaces).toContain(element);
        }
      }),
    );
  });
});
