import { describe, expect, it } from "vitest";
import { type AnonymitySummary, isBelowThreshold } from "./anonymity-summary";
import { needsWords, type ReleaseFacts, releaseState, takeUntil } from "./release";

const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 5, day, hour));
const outside = (facts: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
  ...{ destination: "outside", askedAt: at(1), decision: null, takenAt: null },
  ...facts,
});

describe("the state of a release", () => {
  it("waits for a second person, however long, and cannot be taken", () => {
    expect(releaseState(outside(), at(28))).toBe("waiting");
    expect(takeUntil(outside())).toBeNull();
  });

  it("can be taken for seven days after it was approved, and not at their very end", () => {
    const approved = outside({ decision: { decision: "approved", decidedAt: at(10, 9) } });
    expect(takeUntil(approved)).toEqual(at(17, 9));
    expect(releaseState(approved, new Date(at(17, 9).getTime() - 1))).toBe("approved");
    expect(releaseState(approved, at(17, 9))).toBe("expired");
  });

  it("is refused, or taken, for good", () => {
    expect(releaseState(outside({ decision: { decision: "refused", decidedAt: at(2) } }), at(2))).toBe("refused");
    const taken = outside({ decision: { decision: "approved", decidedAt: at(2) }, takenAt: at(3) });
    expect(releaseState(taken, at(3))).toBe("taken");
    expect(releaseState(taken, at(30))).toBe("taken");
  });

  it("needs nobody where rows stay inside, and counts from the asking", () => {
    const inside = outside({ destination: "inside" });
    expect(releaseState(inside, at(1))).toBe("approved");
    expect(releaseState(inside, at(8))).toBe("expired");
  });
});

it("asks for words where rows go outside, and where the purpose is none of the list", () => {
  expect(needsWords("publication", "inside")).toBe(false);
  expect(needsWords("publication", "outside")).toBe(true);
  expect(needsWords("other", "inside")).toBe(true);
});

it("warns of a group below the threshold, of rows and of counts", () => {
  const summary = (part: Partial<AnonymitySummary>): AnonymitySummary => ({
    ...{ threshold: 5, people: 40, levels: [{ known: ["cohort"], smallest: 5, alone: 0 }], fewestDifferent: 2 },
    ...{ smallestCount: null, sites: { treatment: "each", all: 2, small: 0 }, leftOut: [] },
    ...part,
  });
  expect(isBelowThreshold(summary({}))).toBe(false);
  expect(isBelowThreshold(summary({ levels: [{ known: ["cohort"], smallest: 4, alone: 0 }] }))).toBe(true);
  const counts = { people: null, levels: [] };
  expect(isBelowThreshold(summary({ ...counts, smallestCount: 4 }))).toBe(true);
  expect(isBelowThreshold(summary({ ...counts, smallestCount: 5 }))).toBe(false);
  expect(isBelowThreshold(summary(counts))).toBe(false);
});
