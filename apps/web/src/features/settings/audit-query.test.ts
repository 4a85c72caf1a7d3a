import { describe, expect, it } from "vitest";
import { auditFilter, auditHref, auditPlace } from "./audit-query";

const seal = (text: string) => `~${text.split("").toReversed().join("")}`;
const open = (text: string) => text.slice(1).split("").toReversed().join("");
const ID = "0190a8b0-0000-7000-8000-000000000001";

describe("audit addresses", () => {
  it("come back as they were written", () => {
    const filter = {
      action: "participant.enrol",
      code: "7K2M-4QXA",
      actorId: ID,
      from: "2026-01-01",
      to: "2026-02-01",
    };
    const after = { at: "2026-01-05T10:00:00.000Z", id: ID };
    const address = new URL(auditHref("/p/x/settings/audit", filter, seal, after), "https://example.org");
    expect(address.href).not.toContain("7K2M");
    const parameters = Object.fromEntries(address.searchParams);
    expect(auditFilter(parameters, open)).toEqual(filter);
    expect(auditPlace(parameters)).toEqual(after);
  });

  it("leave out what is not in the right form", () => {
    expect(auditFilter({ action: "<script>", person: "me", from: "yesterday", to: ["a", "b"] })).toEqual({});
    expect(auditPlace({ at: "now", id: ID })).toBeUndefined();
    expect(auditHref("/x", {}, seal)).toBe("/x");
  });
});
