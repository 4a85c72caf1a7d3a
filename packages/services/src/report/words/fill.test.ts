import { describe, expect, it } from "vitest";
import { ENGLISH } from "./en";
import { fill } from "./fill";
import { CHINESE } from "./zh";

/** Places in every sentence, by where it stands. */
function places(words: object, path = ""): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const at = `${path}.${name}`;
    if (typeof value === "string") {
      return [[at, [...value.matchAll(/\{(\w+)\}/g)].map(([, place = ""]) => place).toSorted()] as const];
    }
    return typeof value === "object" && value !== null ? places(value, at) : [];
  });
}

describe("the words of a report", () => {
  it("put values in their places, and never read a value as a place", () => {
    expect(fill("{a} of {b}", { a: "{b}", b: "$&" })).toBe("{b} of $&");
    expect(fill("{unknown}", {})).toBe("{unknown}");
  });

  it("name the same values in both languages", () => {
    expect(places(CHINESE)).toEqual(places(ENGLISH));
  });
});
