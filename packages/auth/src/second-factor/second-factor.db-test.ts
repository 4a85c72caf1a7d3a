import { randomUUID } from "node:crypto";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Actor } from "@alongside/domain/access/actor";
import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, it } from "vitest";
import { CODE_LIMITS } from "../attempt-limit";
import { signDevice } from "../cookie";
import { createAccount } from "../create-account";
import { readActor } from "../read-actor";
import { createSecondFactor, resetSecondFactor } from "./second-factor";
import { unseal } from "./secret-box";

const database = useTestDatabase();
const SECRET = "a secret of the test, long enough for signing";
const PASSWORD = "three blue herons";
const SITE = { id: "example.org", origins: ["https://example.org"] };
const START = Date.parse("2026-06-15T10:00:00Z");

let clock: number;
let userId: string;
let addresses = 0;
const factor = () => createSecondFactor(database.application, SECRET, SITE, () => new Date(clock));
const anywhere = () => ({ address: `198.51.100.${++addresses}`, device: null });

/** A new session of the person, as its requests would be read. */
async function session(): Promise<() => Promise<Actor>> {
  const token = randomUUID();
  await database.db.session.create({ data: { userId, token, expiresAt: new Date(clock + 3_600_000) } });
  const cookie = `app.session_token=${encodeURIComponent(signDevice(token, SECRET))}`;
  return async () => {
    const actor = await readActor(database.application, cookie, SECRET, new Date(clock));
    if (actor === null) throw new Error("the session has ended");
    return actor;
  };
}

/** The code that the app shows so many seconds from now. */
async function appCode(seconds = 0): Promise<string> {
  const { secret } = await database.db.authenticator.findUniqueOrThrow({ where: { userId } });
  const key = Secret.fromBase32(unseal(secret, SECRET, userId) ?? "");
  return new TOTP({ secret: key }).generate({ timestamp: clock + seconds * 1000 });
}

/** Sets the app up in a session, a minute ago, so that its first code is spent. The recovery codes. */
async function setUp(me: () => Promise<Actor>): Promise<readonly string[]> {
  await factor().begin(await me());
  const done = await factor().confirm(await me(), { code: await appCode(), password: PASSWORD }, anywhere());
  if ("problem" in done) throw new Error(done.problem);
  clock += 60_000;
  return done.recoveryCodes;
}

const actions = async () =>
  (await database.db.auditEvent.findMany({ where: { subjectId: userId }, orderBy: { id: "asc" } })).map(
    (e) => e.action,
  );

beforeEach(async () => {
  clock = START;
  userId = randomUUID();
  const rest = { name: "Amina", accountId: randomUUID(), password: PASSWORD, mustChangePassword: false };
  await createAccount(database.db, { userId, email: `${userId}@example.org`, ...rest });
  const { programme } = await makeProgramme(database.db);
  await database.db.membership.create({ data: { userId, programmeId: programme.id, role: "administrator" } });
});

describe("setting up an authenticator app", () => {
  it("counts only after a right code and the password, marks this session, and ends the others", async () => {
    const [me, elsewhere] = [await session(), await session()];
    const begun = await factor().begin(await me());
    expect(await factor().begin(await me())).toEqual(begun);
    expect((await me()).secondFactor).toBe("none");
    const confirm = async (given: { code: string; password: string }) =>
      factor().confirm(await me(), given, anywhere());
    expect(await confirm({ code: "000000", password: PASSWORD })).toEqual({ problem: "wrong-code" });
    expect(await confirm({ code: await appCode(), password: "wrong" })).toEqual({ problem: "wrong-password" });
    expect((await me()).secondFactor).toBe("none");
    const done = await confirm({ code: await appCode(), password: PASSWORD });
    expect("recoveryCodes" in done && new Set(done.recoveryCodes).size).toBe(10);
    expect((await me()).secondFactor).toBe("passed");
    await expect(elsewhere()).rejects.toThrow("ended");
    expect(await factor().begin(await me())).toBeNull();
  });

  it("keeps neither the secret nor a recovery code readable", async () => {
    const me = await session();
    const begun = await factor().begin(await me());
    const codes = await setUp(me);
    const text = begun?.text.replaceAll(" ", "") ?? "";
    expect(text).toMatch(/^[A-Z2-7]{32}$/);
    const stored = await database.db.authenticator.findUniqueOrThrow({ where: { userId } });
    const hashes = await database.db.recoveryCode.findMany({ where: { userId } });
    const everything = JSON.stringify([{ ...stored, lastStep: 0 }, hashes]);
    for (const told of [text, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
      expect(everything).not.toContain(told);
    expect(unseal(stored.secret, SECRET, userId)).toBe(text);
    expect(unseal(stored.secret, "another secret, also long enough to sign", userId)).toBeNull();
    expect(unseal(stored.secret, SECRET, randomUUID())).toBeNull();
  });
});

describe("passing the second step", () => {
  it("is needed by every new session, and done once for it", async () => {
    await setUp(await session());
    const [me, elsewhere] = [await session(), await session()];
    expect((await me()).secondFactor).toBe("waiting");
    expect(await factor().pass(await me(), "123", anywhere())).toEqual({ problem: "wrong-code" });
    expect(await factor().pass(await me(), await appCode(), anywhere())).toBeNull();
    expect([(await me()).secondFactor, (await elsewhere()).secondFactor]).toEqual(["passed", "waiting"]);
  });

  it("takes no code twice, nor an earlier one after a later one, nor one that is long over", async () => {
    await setUp(await session());
    const code = await appCode();
    const before = await appCode(-30);
    const passes = async (given: string) => factor().pass(await (await session())(), given, anywhere());
    expect(await passes(code)).toBeNull();
    expect(await passes(code)).toEqual({ problem: "wrong-code" });
    expect(await passes(before)).toEqual({ problem: "wrong-code" });
    expect(await passes(await appCode(300))).toEqual({ problem: "wrong-code" });
    expect(await passes(await appCode(30))).toBeNull();
  });

  it("takes a code once when it arrives many times at the same moment", async () => {
    await setUp(await session());
    const code = await appCode();
    const actors = await Promise.all(Array.from({ length: 5 }, async () => (await session())()));
    const answers = await Promise.all(actors.map((actor) => factor().pass(actor, code, anywhere())));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
  });

  it("takes each recovery code once, however it is typed, and says in the trail that one was used", async () => {
    const codes = await setUp(await session());
    const [first = "", second = ""] = codes;
    const passes = async (given: string) => factor().pass(await (await session())(), given, anywhere());
    expect(await passes(first.toUpperCase().replaceAll("-", " "))).toBeNull();
    expect(await passes(first)).toEqual({ problem: "wrong-code" });
    expect(await passes(second)).toBeNull();
    expect((await factor().standing(userId)).recoveryCodes).toBe(8);
    expect((await actions()).filter((action) => action === "session.recovery-code-used")).toHaveLength(2);
  });

  it("limits guesses at one place and from everywhere together, and lets a device that passed before in", async () => {
    await setUp(await session());
    const me = await session();
    const own = { address: "203.0.113.77", device: "a device of the person" };
    expect(await factor().pass(await me(), await appCode(), own)).toBeNull();
    clock += 60_000;
    const next = await session();
    const here = anywhere();
    for (let i = 0; i < CODE_LIMITS.here.most; i += 1)
      expect(await factor().pass(await next(), "000000", here)).toEqual({ problem: "wrong-code" });
    expect(await factor().pass(await next(), "000000", here)).toMatchObject({ problem: "too-many" });
    for (let i = 0; i < CODE_LIMITS.strangers.most; i += 1) await factor().pass(await next(), "000000", anywhere());
    expect(await factor().pass(await next(), await appCode(), anywhere())).toMatchObject({ problem: "too-many" });
    expect(await factor().pass(await next(), await appCode(), { ...own, address: here.address })).toBeNull();
    expect((await actions()).filter((action) => action === "session.second-factor-failed")).toHaveLength(2);
  });
});

describe("changing the second step", () => {
  it("asks for the password, and ends what passed the old one", async () => {
    const me = await session();
    await setUp(me);
    const other = await session();
    await factor().pass(await other(), await appCode(), anywhere());
    const remove = async (password: string) => factor().remove(await me(), { password, passkeyId: null }, anywhere());
    expect(await remove("wrong")).toEqual({ problem: "wrong-password" });
    expect((await factor().standing(userId)).app).toBe(true);
    expect(await remove(PASSWORD)).toBeNull();
    expect(await factor().standing(userId)).toEqual({ app: false, passkeys: [], recoveryCodes: 0 });
    expect((await me()).secondFactor).toBe("none");
    await expect(other()).rejects.toThrow("ended");
  });

  it("is not open to a session that has not passed it", async () => {
    await setUp(await session());
    const me = await session();
    const given = { password: PASSWORD, passkeyId: null };
    const no = { problem: "not-possible" };
    expect(await factor().remove(await me(), given, anywhere())).toEqual(no);
    expect(await factor().renewCodes(await me(), PASSWORD, anywhere())).toEqual(no);
    expect(await factor().begin(await me())).toBeNull();
    expect(await factor().confirm(await me(), { code: await appCode(), password: PASSWORD }, anywhere())).toEqual(no);
    expect((await factor().standing(userId)).app).toBe(true);
  });

  it("gives new recovery codes in place of the old", async () => {
    const me = await session();
    const [old = ""] = await setUp(me);
    const renewed = await factor().renewCodes(await me(), PASSWORD, anywhere());
    expect("recoveryCodes" in renewed && renewed.recoveryCodes).toHaveLength(10);
    expect(await factor().pass(await (await session())(), old, anywhere())).toEqual({ problem: "wrong-code" });
  });

  it("is taken away as a whole for somebody who lost it, with their sessions", async () => {
    const me = await session();
    await setUp(me);
    await database.db.$transaction((tx) => resetSecondFactor(tx, userId));
    expect(await factor().standing(userId)).toEqual({ app: false, passkeys: [], recoveryCodes: 0 });
    await expect(me()).rejects.toThrow("ended");
  });
});
