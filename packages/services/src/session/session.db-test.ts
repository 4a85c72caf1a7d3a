import { randomUUID } from "node:crypto";
import { accounts } from "@alongside/auth/accounts";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { actorOf, contextFor } from "../testing/test-context";
import { changeOwnPassword } from "./change-password";
import { readSession } from "./read";
import { setDevice } from "./set-device";
import { setLanguage } from "./set-language";

const database = useTestDatabase();
const FIRST = "three blue herons";
const NEXT = "seven quiet otters";
let me: Context;
let userId: string;
let programmeIds: readonly string[];

beforeEach(async () => {
  const [one, two] = [await makeProgramme(database.db), await makeProgramme(database.db)];
  programmeIds = [one.programme.id, two.programme.id];
  userId = randomUUID();
  const names = { name: "Amina", email: `${userId}@example.org` };
  const account = { userId, accountId: randomUUID(), ...names, password: FIRST, mustChangePassword: true };
  await accounts.create(database.db, account);
  await database.db.membership.createMany({
    data: [
      { userId, programmeId: one.programme.id, role: "evaluator" },
      { userId, programmeId: two.programme.id, role: "evaluator", siteId: two.sites[0].id },
      { userId, programmeId: two.programme.id, role: "researcher" },
    ],
  });
  me = contextFor(database.db, await actorOf(database.db, userId));
  const expiresAt = new Date("2030-01-01");
  const sessionId = me.actor?.sessionId ?? "";
  await database.db.session.create({ data: { id: sessionId, userId, token: `here-${userId}`, expiresAt } });
  await database.db.session.create({ data: { userId, token: `elsewhere-${userId}`, expiresAt } });
});

const isPassword = (password: string) => accounts.isPassword(database.db, userId, password);

describe("the password of an open session", () => {
  const device = (password: string) => setDevice(me, { password, idleMinutes: 10 });
  const tries = () => database.db.session.findUnique({ where: { id: me.actor?.sessionId ?? "" } });

  it("may be tried five times in all, wherever it is asked for; then the session is over, and the trail says so", async () => {
    const change = () => changeOwnPassword(me, { current: "a guess", next: NEXT });
    const answers = [await change(), await device("another"), await change(), await device("once more")].map(reasonOf);
    expect(answers).toEqual(answers.map(() => "invalid:password.wrong"));
    expect(reasonOf(await change())).toBe("signed-out:session.none");
    expect(await tries()).toBeNull();
    expect(reasonOf(await device(FIRST))).toBe("signed-out:session.none");
    const events = await database.db.auditEvent.findMany({ where: { subjectId: userId } });
    expect(new Set(events.map(({ action }) => action))).toEqual(new Set(["session.unlock-failed"]));
  });

  it("is counted from the start after a right one, and guesses sent all at once do not slip through", async () => {
    for (let round = 0; round < 3; round += 1) {
      expect(reasonOf(await device("a guess"))).toBe("invalid:password.wrong");
      expect(reasonOf(await device(FIRST))).toBe("ok");
    }
    const many = await Promise.all(Array.from({ length: 20 }, () => device("a guess")));
    expect(many.filter((one) => reasonOf(one) === "invalid:password.wrong")).toHaveLength(4);
    expect(await tries()).toBeNull();
  });
});

describe("changeOwnPassword", () => {
  it("changes it while a change is due, ends every other session, and leaves a trace in every programme", async () => {
    expect(reasonOf(await changeOwnPassword(me, { current: FIRST, next: NEXT }))).toBe("ok");
    expect([await isPassword(FIRST), await isPassword(NEXT)]).toEqual([false, true]);
    const sessions = await database.db.session.findMany({ where: { userId } });
    expect(sessions.map(({ token }) => token)).toEqual([`here-${userId}`]);
    expect((await actorOf(database.db, userId)).mustChangePassword).toBe(false);
    const events = await database.db.auditEvent.findMany({ where: { subjectId: userId } });
    expect(events.map((event) => event.programmeId).toSorted()).toEqual(programmeIds.toSorted());
    for (const event of events) expect(event).toMatchObject({ action: "session.change-password", actorId: userId });
    expect(JSON.stringify(events)).not.toContain(NEXT);
  });

  it.each([
    ["a wrong present password", "not this one at all", NEXT, "password.wrong", "current"],
    ["the same again", FIRST, FIRST, "password.unchanged", "next"],
    ["a short one", FIRST, "otters", "password.too-short", "next"],
    ["a common one", FIRST, "password123456", "password.too-common", "next"],
  ])("refuses %s, and keeps the old one", async (_name, current, next, reason, path) => {
    const result = await changeOwnPassword(me, { current, next });
    expect(result).toMatchObject({ ok: false, failure: { code: "invalid", reason, issues: [{ path }] } });
    expect(await isPassword(FIRST)).toBe(true);
    expect(await database.db.session.findMany({ where: { userId } })).toHaveLength(2);
  });

  it("is nothing for nobody", async () => {
    const nobody = contextFor(database.db, null);
    expect(reasonOf(await changeOwnPassword(nobody, { current: FIRST, next: NEXT }))).toBe("signed-out:session.none");
  });
});

describe("setLanguage", () => {
  it("is remembered with the person", async () => {
    expect(reasonOf(await setLanguage(me, { language: "zh" }))).toBe("ok");
    expect(await readSession(contextFor(database.db, await actorOf(database.db, userId)))).toMatchObject({
      ok: true,
      value: { language: "zh" },
    });
  });

  it.each(["", "Chinese!", "zh_CN", "x".repeat(40)])("refuses %j", async (language) => {
    expect(await setLanguage(me, { language })).toMatchObject({ ok: false, failure: { code: "invalid" } });
  });
});
