import { createHmac } from "node:crypto";
import { makePerson, makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Actor } from "@alongside/domain/access/actor";
import { beforeEach, describe, expect, it } from "vitest";
import { deviceWords, endReplacedSession, endSessions, listSessions } from "./sessions";

const database = useTestDatabase();
const NOW = new Date("2026-06-15T10:00:00Z");
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const PHONE =
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

let me: Actor;
let programmeId: string;

async function open(userId: string, userAgent: string | null, hours: number): Promise<string> {
  const at = (offset: number) => new Date(NOW.getTime() + offset * 3_600_000);
  const data = { userId, token: `${userId}-${hours}`, userAgent, createdAt: at(hours - 12), expiresAt: at(hours) };
  return (await database.db.session.create({ data })).id;
}

beforeEach(async () => {
  programmeId = (await makeProgramme(database.db)).programme.id;
  const { user } = await makePerson(database.db, { programmeId, role: "evaluator" });
  const sessionId = await open(user.id, FIREFOX, 2);
  const { id: userId, name, email } = user;
  const rest = {
    language: "en",
    mustChangePassword: false,
    memberships: [],
    hold: null,
    idleMinutes: 10,
    hasPin: false,
  };
  me = { userId, name, email, sessionId, secondFactor: "none", ...rest };
});

const list = () => listSessions(database.application, me, NOW);
const ended = () => database.db.auditEvent.count({ where: { subjectId: me.userId, action: "session.end" } });

describe("the sessions of a person", () => {
  it("lists those that are open, this one first, and in words what they run on", async () => {
    await open(me.userId, PHONE, 8);
    await open(me.userId, null, 5);
    await open(me.userId, PHONE, -1);
    expect(await list()).toMatchObject([
      { browser: "Firefox", system: "Linux", current: true },
      { browser: "Chrome", system: "Android", current: false },
      { browser: null, system: null, current: false },
    ]);
    expect(deviceWords("<script>")).toEqual({ browser: null, system: null });
  });

  it("ends one, or all others, and never somebody else's", async () => {
    const phone = await open(me.userId, PHONE, 8);
    await open(me.userId, null, 5);
    const { user } = await makePerson(database.db, { programmeId, role: "evaluator" });
    const foreign = await open(user.id, PHONE, 8);
    expect(await endSessions(database.application, me, foreign, NOW)).toBe(0);
    expect(await ended()).toBe(0);
    expect(await endSessions(database.application, me, phone, NOW)).toBe(1);
    expect((await list()).map(({ id }) => id)).not.toContain(phone);
    expect(await endSessions(database.application, me, null, NOW)).toBe(1);
    expect((await list()).map(({ id }) => id)).toEqual([me.sessionId]);
    expect(await database.db.session.count({ where: { id: foreign } })).toBe(1);
    expect(await ended()).toBe(2);
  });

  it("ends the session a browser had before, when somebody signs in with it again, and no other", async () => {
    const secret = "a secret of the test, long enough for signing";
    const before = await open(me.userId, PHONE, 8);
    const cookie = (token: string, key = secret) =>
      `app.session_token=${encodeURIComponent(`${token}.${createHmac("sha256", key).update(token).digest("base64")}`)}`;
    const replace = (header: string | null) => endReplacedSession(database.application, header, secret, NOW);
    for (const header of [null, "app.language=en", cookie(`${me.userId}-8`, "another secret of somebody"), cookie("x")])
      await replace(header);
    expect((await list()).map(({ id }) => id)).toContain(before);
    await replace(cookie(`${me.userId}-8`));
    expect((await list()).map(({ id }) => id)).toEqual([me.sessionId]);
    expect(await ended()).toBe(1);
  });

  it("ends nothing for a session that has not passed its second step", async () => {
    await open(me.userId, PHONE, 8);
    expect(await endSessions(database.application, { ...me, secondFactor: "waiting" }, null, NOW)).toBe(0);
    expect(await list()).toHaveLength(2);
  });
});
