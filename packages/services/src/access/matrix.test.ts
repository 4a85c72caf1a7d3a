import { ROLES, type Role } from "@alongside/domain/access/role";
import { describe, expect, it } from "vitest";
import { ACCESS_MATRIX, EXPORT_VERBS, type Reach, SECOND_FACTOR_ROLES, VERBS } from "./matrix";

const CHANGE = ["change.export", "change.read", "chart.export"] as const;
const RELEASES = ["release.ask", "release.list", "release.take"] as const;

/**
 * The policy a second time, from the other side: not who may do a thing, but what a person of each role may do. It is
 * typed out in full and takes nothing from the matrix, so opening or closing a verb takes two deliberate edits.
 */
const POLICY: Readonly<Record<Role, Readonly<Record<Reach, readonly string[]>>>> = {
  administrator: {
    programme: [
      "access.read",
      "analysis-plan.save",
      "assay.save",
      "audit.export",
      "audit.list",
      "backup.read",
      "cohort.create",
      "cohort.update",
      "consent-settings.save",
      "contact-details.delete",
      "contact-details.list-readings",
      "erasure.confirm",
      "erasure.list",
      "identity-settings.save",
      "instrument.disable",
      "instrument.enable",
      "invitation.create",
      "invitation.list",
      "invitation.revoke",
      "laboratory-settings.save",
      "laboratory.save",
      "person.add",
      "person.change-role",
      "person.disable",
      "person.end-sessions",
      "person.list",
      "person.reset-password",
      "person.reset-second-factor",
      "programme.create",
      "programme.update",
      "release.decide",
      "site.create",
      "site.update",
      "study-import.check",
      "study-import.discard",
      "study-import.read",
      "study-import.run",
      "study-import.suggest",
      "study-import.upload",
      "timepoint.create",
      "timepoint.update",
      "wording.load",
      "wording.remove",
    ],
    site: [
      "analysis-plan.list",
      "assay.list",
      "assessment.correct",
      "assessment.hand-over",
      "assessment.list-conflicts",
      "assessment.list-due",
      "assessment.open-form",
      "assessment.read",
      "assessment.resolve-conflict",
      "assessment.save",
      "break-glass.ask",
      "break-glass.end",
      "break-glass.review",
      ...CHANGE,
      "consent-settings.read",
      "consent.list-open",
      "consent.read",
      "consent.record",
      "erasure.ask",
      "home.read",
      "identity-settings.read",
      "lab-result.read",
      "laboratory-import.read",
      "laboratory-settings.read",
      "laboratory.list",
      "outcome.compute",
      "outcome.export-script",
      "outcome.read",
      "participant.change-status",
      "participant.enrol",
      "participant.find-alike",
      "participant.find-by-code",
      "participant.list",
      "participant.read",
      "programme.read",
      ...RELEASES,
      "score.read",
      "study-import.load-example",
      "suppression.export",
      "suppression.read",
      "withdrawal.record",
      "wording.list",
      "worklist.export",
      "worklist.read",
    ],
  },
  evaluator: {
    programme: [],
    site: [
      "analysis-plan.list",
      "assay.list",
      "assessment.correct",
      "assessment.hand-over",
      "assessment.list-conflicts",
      "assessment.list-due",
      "assessment.open-form",
      "assessment.read",
      "assessment.resolve-conflict",
      "assessment.save",
      "break-glass.ask",
      "break-glass.end",
      "break-glass.review",
      ...CHANGE,
      "consent-settings.read",
      "consent.list-open",
      "consent.read",
      "consent.record",
      "erasure.ask",
      "home.read",
      "identity-settings.read",
      "lab-result.read",
      "laboratory-import.read",
      "laboratory-settings.read",
      "laboratory.list",
      "outcome.compute",
      "outcome.export-script",
      "outcome.read",
      "participant.change-status",
      "participant.enrol",
      "participant.find-alike",
      "participant.find-by-code",
      "participant.list",
      "participant.read",
      "programme.read",
      ...RELEASES,
      "score.read",
      "suppression.export",
      "suppression.read",
      "withdrawal.record",
      "wording.list",
      "worklist.export",
      "worklist.read",
    ],
  },
  "clinic-staff": {
    programme: [],
    site: [
      "analysis-plan.list",
      "assay.list",
      "assessment.correct",
      "assessment.hand-over",
      "assessment.list-conflicts",
      "assessment.list-due",
      "assessment.open-form",
      "assessment.read",
      "assessment.resolve-conflict",
      "assessment.save",
      "break-glass.ask",
      "break-glass.end",
      "break-glass.review",
      ...CHANGE,
      "consent-settings.read",
      "consent.list-open",
      "consent.read",
      "consent.record",
      "contact-details.delete",
      "contact-details.read",
      "contact-details.save",
      "counselling.record",
      "erasure.ask",
      "home.read",
      "identity-settings.read",
      "lab-result.correct",
      "lab-result.read",
      "lab-result.save",
      "lab-result.second-enter",
      "lab-result.undo",
      "lab-result.verify",
      "laboratory-import.answer",
      "laboratory-import.check",
      "laboratory-import.discard",
      "laboratory-import.read",
      "laboratory-import.run",
      "laboratory-import.send",
      "laboratory-settings.read",
      "laboratory.list",
      "laboratory.save",
      "outcome.compute",
      "outcome.export-script",
      "outcome.read",
      "participant.change-status",
      "participant.enrol",
      "participant.find-alike",
      "participant.find-by-code",
      "participant.list",
      "participant.read",
      "programme.read",
      ...RELEASES,
      "score.read",
      "suppression.export",
      "suppression.read",
      "treatment.record-start",
      "withdrawal.record",
      "wording.list",
      "worklist.export",
      "worklist.read",
    ],
  },
  researcher: {
    programme: [
      "analysis-plan.save",
      "study-import.check",
      "study-import.discard",
      "study-import.read",
      "study-import.run",
      "study-import.suggest",
      "study-import.upload",
    ],
    site: [
      "analysis-plan.list",
      "assay.list",
      ...CHANGE,
      "home.read",
      "laboratory-settings.read",
      "outcome.compute",
      "outcome.export-script",
      "outcome.read",
      "programme.read",
      ...RELEASES,
      "score.read",
      "study-import.load-example",
      "suppression.export",
      "suppression.read",
      "wording.list",
    ],
  },
  "peer-coordinator": {
    programme: [],
    site: [
      "contact-details.delete",
      "contact-details.read",
      "contact-details.save",
      "home.read",
      "identity-settings.read",
      "participant.find-by-code",
      "participant.list",
      "participant.read",
      "programme.read",
      "wording.list",
      "worklist.contacts",
    ],
  },
};

const matrix: Readonly<Record<string, Readonly<Partial<Record<Role, Reach>>>>> = ACCESS_MATRIX;

/** What the matrix lets one role do with one reach, in order of the alphabet. */
function granted(role: Role, reach: Reach): readonly string[] {
  return VERBS.filter((verb) => matrix[verb]?.[role] === reach).toSorted();
}

describe("the access matrix", () => {
  it.each(ROLES)("gives %s exactly the verbs of the policy, with the reach it states", (role) => {
    expect({ programme: granted(role, "programme"), site: granted(role, "site") }).toEqual(POLICY[role]);
  });

  it("has no verb the policy does not name, and none of it twice for one role", () => {
    const named = new Set(ROLES.flatMap((role) => [...POLICY[role].programme, ...POLICY[role].site]));
    expect([...VERBS].toSorted()).toEqual([...named].toSorted());
    for (const role of ROLES) {
      const both = [...POLICY[role].programme, ...POLICY[role].site];
      expect(new Set(both).size, role).toBe(both.length);
    }
  });

  it("knows no role and no reach besides those the policy is written for", () => {
    for (const [verb, row] of Object.entries(matrix)) {
      for (const [role, reach] of Object.entries(row)) {
        expect(ROLES, verb).toContain(role);
        expect(["programme", "site"], verb).toContain(reach);
      }
    }
  });

  it("asks administrators, and whoever exports, for a second step", () => {
    expect([...SECOND_FACTOR_ROLES]).toEqual(["administrator"]);
    const exports = VERBS.filter((verb) => /\.export|^release\.(ask|take)$/.test(verb)).toSorted();
    expect([...EXPORT_VERBS].toSorted()).toEqual(exports);
  });
});
