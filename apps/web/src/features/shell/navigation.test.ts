import { describe, expect, it } from "vitest";
import { areaOf, areasFor } from "./navigation";

describe("areasFor", () => {
  it("shows everybody the home page, the framework and how the programme is set up, and nothing they hold no right for", () => {
    expect(areasFor([]).map((area) => area.id)).toEqual(["home", "framework", "settings"]);
  });

  it("shows what the rights open, in order", () => {
    const ids = areasFor(["change.read", "assessment.save"]).map((area) => area.id);
    expect(ids).toEqual(["home", "collect", "change", "framework", "settings"]);
  });

  it("shows the worklists to whoever works with results, and to whoever is told whom to contact", () => {
    for (const verb of ["worklist.read", "worklist.contacts"])
      expect(areasFor([verb]).map((area) => area.id)).toEqual(["home", "worklists", "framework", "settings"]);
  });
});

describe("areaOf", () => {
  it.each([
    ["/p/one", "home"],
    ["/p/one/participants", "participants"],
    ["/p/one/participants/018f", "participants"],
    ["/p/one/snapshots/018f", "change"],
    ["/p/one/cohorts", "change"],
    ["/p/one/changes", null],
    ["/p/one-more/change", null],
    ["/sign-in", null],
  ])("%s", (pathname, expected) => {
    expect(areaOf(pathname, "/p/one")).toBe(expected);
  });
});
