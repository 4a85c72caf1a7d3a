import { describe, expect, it } from "vitest";
import { controlTable } from "./control-table";
import { mayTellExtremes } from "./extremes";
import type { ControlledCell, LinkedTable } from "./linked-table";

const words = (cell: ControlledCell) =>
  cell.kind === "not-shown" ? "-" : cell.kind === "hidden" ? `<${cell.below}` : String(cell.n);
const shown = (table: LinkedTable, threshold: number, method: "hide" | "round-to-5" = "hide") =>
  controlTable(table, threshold, method).margins.map(({ cells }) => cells.map(words).join(" "));

describe("a controlled table", () => {
  it("is shown whole where nothing is small", () => {
    expect(shown({ sizes: [2, 2], counts: [6, 9, 0, 12] }, 5)).toEqual(["27", "15 12", "6 21", "6 9 0 12"]);
  });

  it("keeps its totals and loses all its cells where one is small", () => {
    expect(shown({ sizes: [2, 2], counts: [4, 16, 20, 15] }, 5)).toEqual(["55", "20 35", "24 31", "- - - -"]);
  });

  it("loses the totals of one side where one of them is small, and what adds up to them", () => {
    expect(shown({ sizes: [2, 2], counts: [2, 2, 20, 15] }, 5)).toEqual(["39", "- -", "22 17", "- - - -"]);
  });

  it("does not say that everybody or nobody of a small group has a trait", () => {
    const counts = [12, 0, 9, 20];
    expect(shown({ sizes: [2, 2], counts }, 5)).toEqual(["41", "12 29", "21 20", "12 0 9 20"]);
    expect(shown({ sizes: [2, 2], counts, trait: 1 }, 5)).toEqual(["41", "12 29", "21 20", "- - - -"]);
    expect(shown({ sizes: [2, 2], counts: [20, 0, 9, 20], trait: 1 }, 5).at(-1)).toBe("20 0 9 20");
  });

  it("loses totals that pin its cells, even where a third set of totals is not shown anyway", () => {
    const counts = [0, 1, 0, 10, 10, 10, 10, 10];
    expect(shown({ sizes: [2, 2, 2], counts }, 5).slice(4)).toEqual([
      "- - - -",
      "- - - -",
      "- - - -",
      "- - - - - - - -",
    ]);
  });

  it("rounds instead, each number by itself", () => {
    expect(shown({ sizes: [2, 2], counts: [7, 8, 0, 13] }, 5, "round-to-5")).toEqual(["-", "- -", "- -", "<8 10 0 15"]);
  });

  it("rounds totals where no number is hidden", () => {
    expect(shown({ sizes: [2, 2], counts: [8, 12, 0, 13] }, 5, "round-to-5")).toEqual([
      "35",
      "20 15",
      "10 25",
      "10 10 0 15",
    ]);
  });

  it("hides nothing of published data", () => {
    expect(shown({ sizes: [2], counts: [1, 2], trait: 0 }, 1)).toEqual(["3", "1 2"]);
    expect(shown({ sizes: [2], counts: [1, 2] }, 0, "round-to-5")).toEqual(["3", "1 2"]);
  });

  it("is made of whole numbers of people, one for every cell", () => {
    expect(() => controlTable({ sizes: [2], counts: [1] }, 5, "hide")).toThrow("Not a whole table");
    expect(() => controlTable({ sizes: [1], counts: [1.5] }, 5, "hide")).toThrow("Not counts of people");
    expect(() => controlTable({ sizes: [], counts: [1] }, 5, "hide")).toThrow("One to three");
  });
});

describe("smallest, largest and middle values", () => {
  it("need ten people, or the threshold if that is more, unless nothing is hidden", () => {
    expect([mayTellExtremes(9, 5), mayTellExtremes(10, 5), mayTellExtremes(11, 12), mayTellExtremes(1, 1)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
