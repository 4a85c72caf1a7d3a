import { describe, expect, it } from "vitest";
import { type KnownChange, reliableParts } from "./reliable-parts";

const KNOWN: KnownChange = {
  kind: "reliable-change",
  scale: {
    ...{ sdPre: 5, reliability: 0.8, standardErrorOfMeasurement: 2.2, standardErrorOfDifference: 3.2, threshold: 6.2 },
  },
  reliability: { value: 0.8, kind: "test-retest", source: { en: "", zh: "" } },
  counts: {
    ...{ kind: "counts", n: 20, recovered: 0, reliablyImproved: 6, unchanged: 14, reliablyDeteriorated: 0 },
    expectedByChance: 0.5,
  },
  enrolled: { kind: "exact", n: 30 },
  withoutBoth: 10,
  deterioration: { kind: "insufficient-data", reason: "no-events", needed: 1, had: 1 },
};

describe("reliableParts", () => {
  it("are parts of everybody enrolled, those who got worse among them even when there are none", () => {
    const { parts, ofEnrolled } = reliableParts(KNOWN, { kind: "exact", n: 30 });
    expect(ofEnrolled).toBe(true);
    expect(parts.map(({ id, people }) => [id, people])).toEqual([
      ["reliably-improved", 6],
      ["unchanged", 14],
      ["reliably-deteriorated", 0],
      ["missing", 10],
    ]);
  });

  it("leave those without scores out where their number would give away a small group", () => {
    const { parts, ofEnrolled } = reliableParts(KNOWN, { kind: "range", low: 21, high: 24 });
    expect(ofEnrolled).toBe(false);
    expect(parts.map(({ id }) => id)).not.toContain("missing");
    expect(parts.map(({ id }) => id)).toContain("reliably-deteriorated");
  });

  it("have the recovered where there are any", () => {
    const known = { ...KNOWN, counts: { ...KNOWN.counts, recovered: 2 } };
    expect(reliableParts(known, { kind: "exact", n: 30 }).parts[0]).toMatchObject({ id: "recovered", people: 2 });
  });
});
