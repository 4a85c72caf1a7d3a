import { describe, expect, it } from "vitest";
import { outcomeHref } from "@/features/outcome/outcome-address";
import { newReleaseHref, releaseOfQuery } from "./release-address";

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const read = (address: string) => releaseOfQuery(new URL(address, "https://a.example").searchParams);

describe("the address of a release", () => {
  it("carries what was chosen on the page before", () => {
    const chosen = { measure: "gad7/total", cohortId: id(1), timepointId: id(2), comparedWith: "none" };
    const page = new URL(outcomeHref("/p/one", chosen), "https://a.example").searchParams;
    expect(read(newReleaseHref("/p/one", "outcome-script", page))).toEqual({ what: "outcome-script", ...chosen });
  });

  it.each([
    ["scores", { what: "scores", mergeSites: false, days: "offset" }],
    [
      `scores&merge=on&days=calendar&site=${id(3)}`,
      { what: "scores", mergeSites: true, days: "calendar", siteId: id(3) },
    ],
    [
      `data-package&language=zh&merge=on&snapshot=${id(4)}`,
      { what: "data-package", language: "zh", mergeSites: true, days: "offset", snapshotId: id(4) },
    ],
    ["scores&site=1", { what: "scores", mergeSites: false, days: "offset" }],
    ["results-script", { what: "results-script" }],
    ["outcome-script", null],
    ["everything", null],
  ])("reads %s", (what, expected) => expect(read(`/p/one/releases/new?what=${what}`)).toEqual(expected));
});
