import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { ROLES, type Role } from "@alongside/domain/access/role";
import type { SecondFactorState } from "@alongside/domain/access/second-factor";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { listPeople } from "../person/list";
import { changeOwnPassword } from "../session/change-password";
import { readSession } from "../session/read";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { authorise } from "./authorise";
import { VERBS } from "./matrix";

const database = useTestDatabase();
const NEEDED = "forbidden:session.second-factor-needed";
const EXPORTS = [
  "change.export",
  "chart.export",
  "outcome.export-script",
  "suppression.export",
  "worklist.export",
  "release.ask",
  "release.take",
  "report.ask",
  "report.export",
];
let programmeId: string;
const people = new Map<Role, Context>();

beforeAll(async () => {
  programmeId = (await makeProgramme(database.db)).programme.id;
  for (const role of ROLES) people.set(role, await signedIn(database.db, { programmeId, role }));
});

/** Somebody of a role, where a second step is required or not, in one of its states. */
function somebody(role: Role, secondFactorRequired: boolean, secondFactor: SecondFactorState): Context {
  const context = people.get(role);
  if (!context?.actor) throw new Error(role);
  return { ...context, secondFactorRequired, actor: { ...context.actor, secondFactor } };
}

/** The verbs that are refused to somebody for want of a second step. */
const refusedTo = (context: Context) =>
  VERBS.filter((verb) => reasonOf(authorise(context, verb, programmeId)) === NEEDED).toSorted();
const allowedTo = (context: Context) => VERBS.filter((verb) => authorise(context, verb, programmeId).ok).toSorted();

describe("the gate, where a second step is required", () => {
  it("lets an administrator do nothing without one, and everything as before with it", async () => {
    const trial = allowedTo(somebody("administrator", false, "none"));
    expect(trial.length).toBeGreaterThan(20);
    expect(refusedTo(somebody("administrator", true, "none"))).toEqual(trial);
    expect(allowedTo(somebody("administrator", true, "passed"))).toEqual(trial);
    expect(reasonOf(await listPeople(somebody("administrator", true, "none"), { programmeId }))).toBe(NEEDED);
  });

  it.each(ROLES.filter((role) => role !== "administrator"))("refuses %s exports and nothing else", (role) => {
    const trial = allowedTo(somebody(role, false, "none"));
    const exports = trial.filter((verb) => EXPORTS.includes(verb));
    expect(refusedTo(somebody(role, true, "none"))).toEqual(exports);
    expect(allowedTo(somebody(role, true, "none"))).toEqual(trial.filter((verb) => !EXPORTS.includes(verb)));
    expect(allowedTo(somebody(role, true, "passed"))).toEqual(trial);
  });

  it("counts a role of an administrator that is held beside another one", async () => {
    const { actor, ...rest } = somebody("researcher", true, "none");
    if (actor === null) throw new Error("nobody");
    const memberships = [...actor.memberships, { programmeId, role: "administrator" as const, siteId: null }];
    expect(allowedTo({ ...rest, actor: { ...actor, memberships } })).toEqual([]);
  });
});

describe("a session that has not passed the second step its person has set up", () => {
  it.each(ROLES)("may do nothing as %s, in a trial too", async (role) => {
    for (const required of [true, false]) expect(allowedTo(somebody(role, required, "waiting"))).toEqual([]);
    const change = changeOwnPassword(somebody(role, false, "waiting"), { current: "a", next: "b" });
    expect(reasonOf(await change)).toBe(NEEDED);
  });
});

describe("what a page is told", () => {
  it.each([
    ["administrator", true, "everything"],
    ["researcher", true, "exports"],
    ["peer-coordinator", true, null],
    ["administrator", false, null],
  ] as const)("%s, required %s: %s", async (role, required, missing) => {
    const view = await readSession(somebody(role, required, "none"));
    expect(view).toMatchObject({ ok: true, value: { secondFactor: "none", secondFactorMissingFor: missing } });
    const passed = await readSession(somebody(role, required, "passed"));
    expect(passed).toMatchObject({ ok: true, value: { secondFactor: "passed", secondFactorMissingFor: null } });
  });
});
