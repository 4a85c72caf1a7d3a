import { describe, expect, it } from "vitest";
import { stampOf } from "./stamp-of";

const computedAt = "2026-11-23T09:05:07.123Z";

describe("stampOf", () => {
  it("is the beginning of the hash where there is one", () => {
    const dataHash = "1a2b3c4d5e6f".padEnd(64, "0");
    expect(stampOf({ dataHash, computedAt })).toMatchObject({ day: "2026-11-23", code: "1a2b3c4d" });
  });

  it("is the beginning of the snapshot's hash, and its day, where the figures are of one", () => {
    const snapshot = { contentHash: "9f8e7d6c5b4a".padEnd(64, "0"), takenAt: "2026-10-01T12:00:00Z" };
    expect(stampOf({ snapshot, dataHash: "1a2b3c4d".padEnd(64, "0"), computedAt })).toMatchObject({
      ...{ day: "2026-10-01", code: "9f8e7d6c" },
    });
    expect(stampOf({ snapshot: null, computedAt })).toMatchObject({ day: "2026-11-23", code: "090507" });
  });

  it("is the moment in UTC where there is none, from a date or a text", () => {
    const stamp = { day: "2026-11-23", code: "090507", at: "2026-11-23 09:05 UTC" };
    expect(stampOf({ computedAt })).toEqual(stamp);
    expect(stampOf({ computedAt: new Date(computedAt) })).toEqual(stamp);
  });
});
