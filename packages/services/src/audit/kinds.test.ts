import { AUDIT_KINDS } from "@alongside/domain/access/audit-kind";
import { describe, expect, it } from "vitest";
import { VERBS } from "../access/matrix";
import { actionsOf, auditKind } from "./kinds";

describe("kinds of events", () => {
  it.each([
    ["participant.read", "reading"],
    ["worklist.contacts", "reading"],
    ["outcome.export-script", "reading"],
    ["chart.export", "reading"],
    ["assessment.list-due", "reading"],
    ["contact-details.read", "reading"],
    ["contact-details.list-readings", "reading"],
    ["participant.find-alike", "reading"],
    ["release.take", "reading"],
    ["release.ask", "change"],
    ["release.decide", "change"],
    ["contact-details.delete", "change"],
    ["assessment.save", "change"],
    ["person.reset-password", "change"],
    ["access.refused", "refusal"],
    ["session.sign-in-failed", "account"],
    ["session.unlock-failed", "account"],
    ["audit.export", "reading"],
  ] as const)("%s is a %s", (action, kind) => expect(auditKind(action)).toBe(kind));

  it("share out all verbs, each to one", () => {
    const shared = AUDIT_KINDS.flatMap((kind) => {
      const condition = actionsOf(kind);
      return "in" in condition ? condition.in.filter((action) => VERBS.some((verb) => verb === action)) : [];
    });
    expect(shared.toSorted()).toEqual([...VERBS].toSorted());
  });
});
