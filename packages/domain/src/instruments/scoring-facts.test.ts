/// <reference types="node" />
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { INSTRUMENTS } from "./registry";
import { scoringFacts } from "./scoring-facts.fixture";

// Written down beside the definitions, not made from them when the tests run: a changed fact takes two deliberate edits.
const WRITTEN: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL("./scoring-facts.fixtures.json", import.meta.url), "utf8"),
);

describe("what decides a score", () => {
  it("is written down for every instrument and for nothing else", () => {
    expect(INSTRUMENTS.map(({ code }) => code).sort()).toEqual(Object.keys(WRITTEN).sort());
  });

  it.each(INSTRUMENTS.map((instrument) => [instrument.code, instrument] as const))(
    "in the definition of %s is what was written down",
    (code, instrument) => {
      expect(scoringFacts(instrument)).toStrictEqual(WRITTEN[code]);
    },
  );
});
