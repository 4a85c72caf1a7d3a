import { randomUUID } from "node:crypto";
import { accounts } from "@alongside/auth/accounts";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Actor } from "@alongside/domain/access/actor";
import { UNLOCK_ATTEMPTS } from "@alongside/domain/access/hold";
import { beforeEach, describe, expect, it } from "vitest";
import { authorise } from "../access/authorise";
import { reasonOf } from "../testing/reason-of";
import { actorOf, contextFor, TEST_NOW } from "../testing/test-context";
import { lockSession } from "./lock";
import { readHold } from "./read-hold";
import { setDevice } from "./set-device";
import { unlockSession } from "./unlock";

const database = useTestDatabase();
const PASSWORD = "three blue herons";
let programmeId: string;
let actor: Actor;

beforeEach(async () => {
  programmeId = (await makeProgramme(database.db)).programme.id;
  const userId = randomUUID();
  const names = { name: "Amina", email: `${userId}@example.org` };
  const account = { userId, accountId: randomUUID(), ...names, password: PASSWORD, mustChangePassword: false };
  await accounts.create(database.db, account);
  await database.db.membership.create({ data: { userId, programmeId, role: "clinic-staff" } });
  actor = await actorOf(database.db, userId);
  await database.db.session.create({
    data: { id: actor.sessionId, userId, token: randomUUID(), expiresAt: new Date("2030-01-01") },
  });
});

const free = () => contextFor(database.db, actor);
const locked = () => contextFor(database.db, { ...actor, hold: { kind: "locked" } });
const session = () => database.db.session.findUnique({ where: { id: actor.sessionId } });

describe("a locked session", () => {
  it("is nobody for every use-case", async () => {
    expect(authorise(free(), "participant.list", programmeId).ok).toBe(true);
    expect(reasonOf(authorise(locked(), "participant.list", programmeId))).toBe("signed-out:session.none");
    expect(readHold(free())).toEqual({ ok: true, value: "free" });
    expect(readHold(locked())).toEqual({ ok: true, value: "locked" });
    const input = { password: PASSWORD, pin: "2846", idleMinutes: 5 };
    expect(reasonOf(await setDevice(locked(), input))).toBe("signed-out:session.none");
  });

  it("is locked once, and opened by the password where there is no PIN", async () => {
    expect(reasonOf(await lockSession(free()))).toBe("ok");
    expect(await session()).toMatchObject({ lockedAt: TEST_NOW });
    expect(await unlockSession(locked(), { secret: "2846" })).toMatchObject({
      failure: { reason: "session.wrong-pin", params: { left: UNLOCK_ATTEMPTS - 1 } },
    });
    expect(reasonOf(await unlockSession(locked(), { secret: PASSWORD }))).toBe("ok");
    expect(await session()).toMatchObject({ lockedAt: null, unlockFailures: 0, lastActiveAt: TEST_NOW });
  });

  it("is opened by the PIN, which is kept as a hash only", async () => {
    expect(reasonOf(await setDevice(free(), { password: PASSWORD, pin: "2846", idleMinutes: 5 }))).toBe("ok");
    const setting = await database.db.deviceSetting.findUniqueOrThrow({ where: { userId: actor.userId } });
    expect(setting).toMatchObject({ idleMinutes: 5 });
    expect(setting.pinHash).not.toContain("2846");
    expect(reasonOf(await unlockSession(locked(), { secret: "2847" }))).toBe("invalid:session.wrong-pin");
    expect(reasonOf(await unlockSession(locked(), { secret: "2846" }))).toBe("ok");
  });

  it("ends with the fifth wrong try, also when they come at once, and then the right one is too late", async () => {
    const tries = Array.from({ length: 12 }, (_, index) => unlockSession(locked(), { secret: `90${index}17` }));
    const reasons = (await Promise.all(tries)).map(reasonOf);
    expect(reasons.filter((reason) => reason === "invalid:session.wrong-pin")).toHaveLength(UNLOCK_ATTEMPTS - 1);
    expect(await session()).toBeNull();
    expect(reasonOf(await unlockSession(locked(), { secret: PASSWORD }))).toBe("signed-out:session.none");
    const events = await database.db.auditEvent.findMany({
      where: { subjectId: actor.userId, action: "session.unlock-failed" },
    });
    expect(events).toMatchObject([{ programmeId, actorId: null, detail: { attempts: UNLOCK_ATTEMPTS } }]);
  });
});

describe("setDevice", () => {
  it.each(["1111", "1234", "4321", "123", "123456789", "12a4"])("refuses the PIN %s", async (pin) => {
    const result = await setDevice(free(), { password: PASSWORD, pin, idleMinutes: 5 });
    expect(reasonOf(result)).toMatch(/^invalid:/);
  });

  it("needs the password, so that whoever finds a phone open cannot choose the PIN", async () => {
    const result = await setDevice(free(), { password: "wrong", pin: "2846", idleMinutes: 5 });
    expect(reasonOf(result)).toBe("invalid:password.wrong");
    expect(await database.db.deviceSetting.findUnique({ where: { userId: actor.userId } })).toBeNull();
  });
});
