import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalHash, canonicalText } from "./canonical-hash";

describe("canonicalText", () => {
  it("does not depend on the order in which names were written, and on nothing else", () => {
    expect(canonicalText({ b: [1, null, "x"], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,null,"x"]}',
    );
    expect(canonicalHash({ a: 1, b: 2 })).toBe(canonicalHash({ b: 2, a: 1 }));
    expect(canonicalHash([1, 2])).not.toBe(canonicalHash([2, 1]));
    expect(canonicalHash({ a: 1 })).not.toBe(canonicalHash({ a: "1" }));
  });

  it("can be read back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
