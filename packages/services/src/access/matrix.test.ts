import { ROLES, type Role } from "@alongside/domain/access/role";
import { describe, expect, it } from "vitest";
import { ACCESS_MATRIX, EXPORT_VERBS, type Reach, SECOND_FACTOR_ROLES, VERBS } from "./matrix";
import { POLICY } from "./policy.fixture";

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
    const exports = VERBS.filter((verb) => /\.export|^release\.(ask|take)|^report\.ask$/.test(verb)).toSorted();
    expect([...EXPORT_VERBS].toSorted()).toEqual(exports);
  });
});
