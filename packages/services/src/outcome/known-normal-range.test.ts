import { describe, expect, it } from "vitest";
import { knownNormalRange } from "./known-normal-range";

describe("knownNormalRange", () => {
  it("is the lowest band where less is better, up to the next one", () => {
    const exclusive = { from: false, to: true };
    expect(knownNormalRange("phq9/total")).toEqual({ band: "none-minimal", from: 0, to: 5, exclusive });
  });

  it("is the highest band where more is better, to the end of the scale", () => {
    const exclusive = { from: true, to: false };
    expect(knownNormalRange("who5/percentage")).toEqual({ band: "adequate", from: 50, to: 100, exclusive });
  });

  it("is not known without bands, and outside the catalogue", () => {
    expect(knownNormalRange("measure/bdi")).toBeNull();
    expect(knownNormalRange("pozqol/total")).toBeNull();
  });
});
