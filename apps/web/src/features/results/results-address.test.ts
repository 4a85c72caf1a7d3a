import { describe, expect, it } from "vitest";
import { resultsAddress, resultsHref, resultsQuestion, resultsScriptHref } from "./results-address";

const RULES = ["first", "second"] as const;
const COHORT = "0192f0c1-0000-7000-8000-000000000001";
const TIME = "0192f0c1-0000-7000-8000-000000000002";
const read = (query: string) => resultsAddress(new URLSearchParams(query), RULES);

describe("the address of the results", () => {
  it("comes back from what it was written as", () => {
    const address = {
      ...{ cohortId: COHORT, timepointId: TIME, comparedWith: "none", siteId: COHORT, besideRuleId: "second" },
      confirmed: true,
    };
    const href = resultsHref("/p/one", address);
    expect(href.startsWith("/p/one/change/results?")).toBe(true);
    expect(read(href.slice(href.indexOf("?") + 1))).toEqual(address);
    expect(resultsScriptHref("/p/one", address)).toMatch(/^\/p\/one\/releases\/new\?.*what=results-script$/);
  });

  it("leaves to the programme what it does not say", () => {
    expect(resultsHref("/p/one")).toBe("/p/one/change/results");
    expect(resultsQuestion(read(""), RULES)).toEqual({});
    expect(resultsQuestion(read(`with=${COHORT}&rule=second&rebound=confirmed`), RULES)).toEqual({
      comparedWith: COHORT,
      besideRuleId: "second",
      confirmed: true,
    });
  });

  it("takes no notice of what is no id and no rule", () => {
    expect(resultsQuestion(read("cohort=1&time=x&with=all&site=..&rule=third&rebound=yes"), RULES)).toEqual({});
  });
});
