import { expect, it } from "vitest";
import { fewestDifferentValues } from "./value-diversity";

it.each([
  ["all of the smallest group have the same", [["a"], ["a"], ["b"], ["b"], ["b"]], [[1], [1], [1], [2], [3]], 1],
  ["the smallest group differs", [["a"], ["a"], ["b"], ["b"], ["b"]], [[1], [2], [3], [3], [3]], 2],
  [
    "the worst of its columns counts",
    [["a"], ["a"]],
    [
      [1, 4],
      [2, 4],
    ],
    1,
  ],
  [
    "what is missing is no value",
    [["a"], ["a"]],
    [
      [1, null],
      [2, null],
    ],
    2,
  ],
  ["several groups are smallest", [["a"], ["a"], ["b"], ["b"]], [[1], [2], [3], [3]], 1],
  ["nothing is said of anybody", [["a"], ["a"]], [[null], [null]], null],
  ["there is nobody", [], [], null],
] as const)("%s", (_, known, values, expected) => {
  expect(fewestDifferentValues({ known, values })).toBe(expected);
});

it("needs the values of everybody", () => {
  expect(() => fewestDifferentValues({ known: [["a"]], values: [] })).toThrow(RangeError);
});
