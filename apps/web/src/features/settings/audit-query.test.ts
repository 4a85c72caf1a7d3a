import { describe, expect, it } from "vitest";
import { auditFilter, auditHref, auditPlace } from "./audit-query";

const ID = "0190a8b0-0000-7000-8000-000000000001";

describe("audit addresses", () => {
  it("come back as they were written", () => {
    const filter = { action: "participant.enrol", actorId: ID, from: "2026-01-01", to: "2026-02-01" };
    const after = { at: "2026-01-05T10:00:00.000Z", id: ID };
    const address = new URL(auditHref("/p/x/settings/audit", filter, after), "https://example.org");
    const parameters = Object.fromEntries(address.searchParams);
    expect(auditFilter(parameters)).toEqual(filter);
    expect(auditPlace(parameters)).toEqual(after);
  });

  it("leave out what is not in the right form", () => {
    expect(auditFilter({ action: "<script>", person: "me", from: "yesterday", to: ["a", "b"] })).toEqual({});
    expect(auditPlace({ at: "now", id: ID })).toBeUndefined();
    expect(auditHref("/x", {})).toBe("/x");
  });
});
