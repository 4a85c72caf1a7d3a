import { describe, expect, it } from "vitest";
import { WHOLE_GLANCE } from "../at-a-glance/glance-address";
import { addressOf, changeHref, chooseFollowUp } from "./change-query";
import type { Timepoint } from "./change-view";

const SITE = "0198b3c2-0000-7000-8000-000000000001";

/** A table with one measure, estimated at the named follow-ups. */
function tableWith(timepoints: readonly (readonly [string, Timepoint["kind"]])[], estimated: readonly string[]) {
  const followUps = timepoints.map(([timepointId]) => ({
    timepointId,
    change: { kind: estimated.includes(timepointId) ? "estimate" : "suppressed" },
  }));
  return {
    timepoints: timepoints.map(([id, kind], position) => ({
      id,
      code: `${id}-code`,
      label: id,
      kind,
      position,
      targetDay: position,
    })),
    baselineTimepointId: "t0",
    domains: [{ domain: null, measures: [{ cohorts: [{ followUps }] }] }],
  };
}

const PLAN = [
  ["t0", "baseline"],
  ["t1", "follow-up"],
  ["t2", "end"],
  ["t3", "follow-up"],
] as const;

describe("chooseFollowUp", () => {
  it.each([
    ["the one in the address, even without figures", ["t1", "t3"], "t2-code", "t2"],
    ["the end when it has figures", ["t1", "t2", "t3"], null, "t2"],
    ["the latest with figures when the end has none", ["t1", "t3"], null, "t3"],
    ["the end when nothing has figures", [], null, "t2"],
    ["not an unknown one", ["t1"], "t9-code", "t1"],
    ["not the baseline", ["t1"], "t0-code", "t1"],
  ])("is %s", (_, estimated, at, expected) => {
    expect(chooseFollowUp(tableWith(PLAN, estimated), at)?.id).toBe(expected);
  });

  it("is none when the programme has only a baseline", () => {
    expect(chooseFollowUp(tableWith([["t0", "baseline"]], []), null)).toBeNull();
  });
});

describe("the address", () => {
  it("is read back as it was written", () => {
    for (const address of [
      { at: null, site: null, cohorts: [], snapshot: null, glance: WHOLE_GLANCE },
      { at: "month 6&", site: SITE, cohorts: [], snapshot: null, glance: { ...WHOLE_GLANCE, view: "waves" as const } },
      { at: null, site: null, cohorts: [SITE, SITE.replace(/1$/, "2")], snapshot: null, glance: WHOLE_GLANCE },
    ]) {
      const href = changeHref("/p/demo/change", address);
      expect(addressOf(new URL(href, "http://localhost").searchParams)).toEqual(address);
    }
  });

  it("does not take anything else for a site", () => {
    expect(addressOf(new URLSearchParams({ site: "x' OR 1=1" })).site).toBeNull();
  });
});
