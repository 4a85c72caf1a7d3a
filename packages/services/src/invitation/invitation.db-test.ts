import { acceptInvitation, readInvitation } from "@alongside/auth/invitations";
import { makePerson, makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { endPersonSessions } from "../person/end-sessions";
import { resetPersonSecondFactor } from "../person/reset-second-factor";
import { reasonOf } from "../testing/reason-of";
import { signedIn, TEST_NOW } from "../testing/test-context";
import { createInvitation } from "./create";
import { listInvitations } from "./list";
import { revokeInvitation } from "./revoke";

const database = useTestDatabase();
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let administrator: Context;
let emails = 0;

beforeEach(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
});

const invite = (given: Partial<Parameters<typeof createInvitation>[1]> = {}) =>
  createInvitation(administrator, {
    ...{ programmeId, name: "Amina", email: `invited-${++emails}@example.org`, role: "evaluator", siteId: null },
    ...given,
  });

/** An invitation of a new address. */
async function invited(given: Parameters<typeof invite>[0] = {}) {
  const made = await invite(given);
  if (!made.ok || made.value.token === null || made.value.invitationId === null) throw new Error(reasonOf(made));
  return { token: made.value.token, invitationId: made.value.invitationId };
}

const isOpen = async (token: string, now = TEST_NOW) =>
  (await readInvitation(database.application, token, now)) !== null;
const listed = async () => {
  const list = await listInvitations(administrator, { programmeId });
  return list.ok ? list.value : [];
};

describe("inviting somebody", () => {
  it("gives a link once, for three days, and writes down who was invited to what, never the link", async () => {
    const { token, invitationId } = await invited({ siteId: plan.sites[0].id });
    const afterDays = (days: number) => new Date(TEST_NOW.getTime() + days * 86_400_000);
    expect([await isOpen(token, afterDays(2.99)), await isOpen(token, afterDays(3))]).toEqual([true, false]);
    const events = await database.db.auditEvent.findMany({ where: { programmeId, action: "invitation.create" } });
    const detail = { role: "evaluator", siteId: plan.sites[0].id, invitation: invitationId };
    expect(events).toMatchObject([{ actorId: administrator.actor?.userId, detail }]);
    const everything = [await listed(), events, await database.db.invitation.findMany({ where: { programmeId } })];
    expect(JSON.stringify(everything)).not.toContain(token);
    const chosen = { name: "Amina", password: "three blue herons" };
    expect(await acceptInvitation(database.application, token, chosen, TEST_NOW)).toHaveProperty("userId");
    expect(await listed()).toEqual([]);
  });

  it("ends the link an address had before", async () => {
    const email = "again@example.org";
    const [first, second] = [await invited({ email }), await invited({ email: "Again@Example.org" })];
    expect([await isOpen(first.token), await isOpen(second.token)]).toEqual([false, true]);
    expect((await listed()).map(({ id }) => id)).toEqual([second.invitationId]);
  });

  it("gives the role at once to somebody who has an account", async () => {
    const elsewhere = await makeProgramme(database.db);
    const { user } = await makePerson(database.db, { programmeId: elsewhere.programme.id, role: "researcher" });
    expect(await invite({ email: user.email })).toEqual({ ok: true, value: { invitationId: null, token: null } });
    expect(await database.db.membership.count({ where: { programmeId, userId: user.id } })).toBe(1);
    expect(reasonOf(await invite({ email: user.email }))).toBe("duplicate:invitation.create.taken");
  });

  it("refuses another programme's site", async () => {
    const { sites } = await makeProgramme(database.db);
    expect(reasonOf(await invite({ siteId: sites[0].id }))).toBe("not-found:site.none");
    expect(await listed()).toEqual([]);
  });

  it("can be taken back, once, and in one's own programme only", async () => {
    const { token, invitationId } = await invited();
    const other = await makeProgramme(database.db);
    const stranger = await signedIn(database.db, { programmeId: other.programme.id, role: "administrator" });
    const there = { programmeId: other.programme.id, invitationId };
    expect(reasonOf(await revokeInvitation(stranger, there))).toBe("not-found:invitation.none");
    expect(await isOpen(token)).toBe(true);
    expect(reasonOf(await revokeInvitation(administrator, { programmeId, invitationId }))).toBe("ok");
    expect(await isOpen(token)).toBe(false);
    const again = await revokeInvitation(administrator, { programmeId, invitationId });
    expect(reasonOf(again)).toBe("not-found:invitation.none");
  });
});

describe("helping somebody who lost a phone", () => {
  async function guarded() {
    const { user } = await makePerson(database.db, { programmeId, role: "evaluator" });
    await database.db.authenticator.create({ data: { userId: user.id, secret: "sealed", confirmedAt: TEST_NOW } });
    await database.db.recoveryCode.create({ data: { userId: user.id, hash: "one" } });
    const session = { userId: user.id, token: `t-${user.id}`, expiresAt: new Date("2030-01-01") };
    await database.db.session.create({ data: session });
    return user.id;
  }
  const left = async (userId: string) => [
    await database.db.authenticator.count({ where: { userId } }),
    await database.db.recoveryCode.count({ where: { userId } }),
    await database.db.session.count({ where: { userId } }),
  ];

  it("takes their second step away, ends their sessions, and is written down", async () => {
    const userId = await guarded();
    expect(reasonOf(await resetPersonSecondFactor(administrator, { programmeId, userId }))).toBe("ok");
    expect(await left(userId)).toEqual([0, 0, 0]);
    const events = await database.db.auditEvent.findMany({ where: { subjectId: userId } });
    expect(events).toMatchObject([{ action: "person.reset-second-factor", actorId: administrator.actor?.userId }]);
  });

  it("is not done for oneself, for strangers, or where it would open a door into another programme", async () => {
    const own = { programmeId, userId: administrator.actor?.userId ?? "" };
    expect(reasonOf(await resetPersonSecondFactor(administrator, own))).toBe("rule:person.own-second-factor");
    const elsewhere = await makeProgramme(database.db);
    const { user } = await makePerson(database.db, { programmeId: elsewhere.programme.id, role: "researcher" });
    const stranger = { programmeId, userId: user.id };
    for (const act of [resetPersonSecondFactor, endPersonSessions])
      expect(reasonOf(await act(administrator, stranger))).toBe("not-found:person.none");
    const userId = await guarded();
    const there = { userId, programmeId: elsewhere.programme.id, role: "researcher" };
    await database.db.membership.create({ data: there });
    const result = await resetPersonSecondFactor(administrator, { programmeId, userId });
    expect(reasonOf(result)).toBe("forbidden:person.serves-elsewhere");
    expect(await left(userId)).toEqual([1, 1, 1]);
  });

  it("signs them out everywhere and leaves their second step", async () => {
    const userId = await guarded();
    expect(reasonOf(await endPersonSessions(administrator, { programmeId, userId }))).toBe("ok");
    expect(await left(userId)).toEqual([1, 1, 0]);
    const events = await database.db.auditEvent.findMany({ where: { subjectId: userId } });
    expect(events).toMatchObject([{ action: "person.end-sessions", detail: { ended: 1 } }]);
  });
});
