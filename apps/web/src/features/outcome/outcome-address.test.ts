import { describe, expect, it } from "vitest";
import { measureSign, outcomeAddress, outcomeHref, outcomeQuestion, scriptHref } from "./outcome-address";

const COHORT = "0198f2a0-0000-7000-8000-000000000001";
const TIME = "0198f2a0-0000-7000-8000-000000000002";
const OUTCOME = { measure: "hiv-vl/copies", cohortId: COHORT, timepointId: TIME };

function read(href: string) {
  return outcomeAddress(new URL(href, "http://x").searchParams);
}

describe("outcomeHref and outcomeAddress", () => {
  it("carry every part there and back", () => {
    const whole = {
      ...OUTCOME,
      comparedWith: "none",
      siteId: COHORT,
      snapshotId: TIME,
      definitionIds: [COHORT, TIME],
      long: true,
    };
    expect(read(outcomeHref("/p/demo", whole))).toEqual(whole);
    expect(read(outcomeHref("/p/demo", OUTCOME))).toEqual({
      ...{ ...OUTCOME, comparedWith: null, siteId: null, snapshotId: null, definitionIds: [], long: false },
    });
    expect(outcomeHref("/p/demo", OUTCOME)).toMatch(/^\/p\/demo\/change\/outcome\?/);
  });

  it("ask the procedures for what they know, and no more", () => {
    const whole = {
      ...OUTCOME,
      comparedWith: "none",
      siteId: COHORT,
      snapshotId: TIME,
      definitionIds: [COHORT, TIME],
      long: true,
    };
    expect(outcomeQuestion(whole)).toEqual({
      ...OUTCOME,
      comparedWith: "none",
      siteId: COHORT,
      snapshotId: TIME,
      definitionIds: [COHORT, TIME],
    });
    expect(
      outcomeQuestion({
        ...OUTCOME,
        comparedWith: null,
        siteId: null,
        snapshotId: null,
        definitionIds: [],
        long: false,
      }),
    ).toEqual(OUTCOME);
    expect(scriptHref("/p/demo", whole)).toMatch(/^\/p\/demo\/releases\/new\?.*what=outcome-script$/);
    expect(read(scriptHref("/p/demo", whole))).toEqual({ ...whole, long: false });
  });

  it("never name what is measured", () => {
    expect(outcomeHref("/p/demo", OUTCOME)).not.toMatch(/hiv|copies/i);
  });

  it("take any measure a study may bring", () => {
    for (const measure of ["measure/bdi", "measure/抑郁 ü?&=/+", "a", "measure/ÿþ"]) {
      expect(measureSign(measure)).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(read(outcomeHref("", { ...OUTCOME, measure }))?.measure).toBe(measure);
    }
  });

  it.each([
    ["nothing", ""],
    ["no cohort", `measure=${measureSign("a/b")}&time=${TIME}`],
    ["a cohort that is no id", `measure=${measureSign("a/b")}&cohort=1&time=${TIME}`],
    ["a measure that is no sign", `measure=a/b&cohort=${COHORT}&time=${TIME}`],
    ["a measure that is no text", `measure=_w&cohort=${COHORT}&time=${TIME}`],
  ])("are no outcome with %s", (_, query) => {
    expect(read(`/x?${query}`)).toBeNull();
  });
});
