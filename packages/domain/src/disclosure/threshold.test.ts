import { expect, it } from "vitest";
import { thresholdsFor } from "./threshold";

it("offers no threshold below five for real people, and all that protect or hide nothing for others", () => {
  expect(thresholdsFor(true).slice(0, 2)).toEqual([5, 6]);
  expect(thresholdsFor(false).slice(0, 4)).toEqual([1, 3, 4, 5]);
  for (const real of [true, false]) expect(thresholdsFor(real).at(-1)).toBe(20);
});
