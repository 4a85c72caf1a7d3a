import { describe, expect, it } from "vitest";
import { plainColour } from "./colour.model";

describe("plainColour", () => {
  it("reads both forms a canvas gives back, and nothing else", () => {
    expect(plainColour("#115e59")).toEqual({ hex: "#115e59", opacity: 1 });
    expect(plainColour("rgba(17, 94, 89, 0.5)")).toEqual({ hex: "#115e59", opacity: 0.5 });
    expect(plainColour("rgba(0, 0, 0, 0)")).toEqual({ hex: "#000000", opacity: 0 });
    expect(plainColour("var(--ink)")).toBeNull();
    expect(plainColour("url(https://example.org/x)")).toBeNull();
  });
});
