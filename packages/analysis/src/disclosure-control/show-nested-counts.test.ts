import { describe, expect, it } from "vitest";
import { showNestedCounts } from "./show-nested-counts";
import { shownDifference, suppressCount } from "./shown-count";

/** Enrolled, baseline and paired as nested counts. */
function chain(enrolled: number, baseline: number, paired: number, threshold = 5) {
  const shown = showNestedCounts(
    [
      { id: "enrolled", n: enrolled, contains: ["baseline"] },
      { id: "baseline", n: baseline, contains: ["paired"] },
      { id: "paired", n: paired, contains: [] },
    ],
    [],
    threshold,
  );
  return ["enrolled", "baseline", "paired"].map((id) => shown.get(id));
}
const exact = (n: number) => ({ kind: "exact", n });
const range = (low: number, high: number) => ({ kind: "range", low, high });
const hidden = { kind: "hidden", below: 5 };

describe("showNestedCounts", () => {
  it.each([
    ["far apart", [60, 50, 40], [exact(60), exact(50), exact(40)]],
    ["all the same", [40, 40, 40], [exact(40), exact(40), exact(40)]],
    ["two lost at follow-up", [60, 47, 45], [exact(60), range(46, 49), exact(45)]],
    ["nobody lost, two never measured", [47, 45, 45], [range(46, 49), exact(45), exact(45)]],
    ["two lost and two never measured", [49, 47, 45], [range(46, 50), range(46, 49), exact(45)]],
    ["few paired", [60, 50, 3], [exact(60), exact(50), hidden]],
    ["nobody paired", [60, 50, 0], [exact(60), exact(50), exact(0)]],
    ["few enrolled", [4, 2, 0], [hidden, range(0, 4), range(0, 4)]],
    ["nobody", [0, 0, 0], [exact(0), exact(0), exact(0)]],
  ])("%s: %j", (_, [enrolled = 0, baseline = 0, paired = 0], expected) => {
    expect(chain(enrolled, baseline, paired)).toEqual(expected);
  });

  it("shows everything when the threshold is 0 or 1, and treats 2 as 3", () => {
    expect(chain(3, 2, 1, 0)).toEqual([exact(3), exact(2), exact(1)]);
    expect(chain(3, 2, 1, 1)).toEqual([exact(3), exact(2), exact(1)]);
    expect(chain(40, 30, 1, 2)).toEqual(chain(40, 30, 1, 3));
  });

  it("refuses a group smaller than a part of it, and counts that are none", () => {
    expect(() => chain(60, 40, 45)).toThrow(RangeError);
    expect(() => chain(60, 40, -1)).toThrow(RangeError);
    expect(() => chain(60, 40, 30, -1)).toThrow(RangeError);
  });
});

describe("suppressCount and shownDifference", () => {
  it("hides 1 to k - 1 and shows 0", () => {
    expect([0, 1, 4, 5].map((n) => suppressCount(n, 5))).toEqual([exact(0), hidden, hidden, exact(5)]);
  });

  it("says of a difference only what the two shown counts say", () => {
    const of = (outer: Parameters<typeof shownDifference>[0], inner: Parameters<typeof shownDifference>[0]) =>
      shownDifference(outer, inner, 5);
    const [sixty, fortyFive] = [suppressCount(60, 5), suppressCount(45, 5)];
    expect(of(sixty, fortyFive)).toEqual(exact(15));
    expect(of(sixty, sixty)).toEqual(exact(0));
    expect(of({ kind: "range", low: 46, high: 49 }, fortyFive)).toEqual(hidden);
    expect(of(sixty, suppressCount(3, 5))).toEqual(range(56, 59));
    expect(of({ kind: "range", low: 46, high: 49 }, { kind: "range", low: 46, high: 50 })).toEqual(range(0, 3));
  });
});
