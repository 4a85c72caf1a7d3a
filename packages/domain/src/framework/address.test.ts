import { describe, expect, it } from "vitest";
import { elementAddress, findByAddress } from "./address";
import { ELEMENTS } from "./registry";

describe("addresses of elements", () => {
  it("lead back to every element, so no two share one", () => {
    for (const element of ELEMENTS) expect(findByAddress(elementAddress(element.code))).toBe(element);
  });

  it("follow the published FNV-1a vectors", () => {
    expect(elementAddress("")).toBe("811c9dc5");
    expect(elementAddress("a")).toBe("e40c292c");
    expect(elementAddress("foobar")).toBe("bf9cf968");
  });

  it("say nothing about what they stand for", () => {
    expect(elementAddress("outcome.cognitive.hiv-knowledge")).toMatch(/^[0-9a-f]{8}$/);
    expect(findByAddress("outcome.cognitive.hiv-knowledge")).toBeUndefined();
  });
});
