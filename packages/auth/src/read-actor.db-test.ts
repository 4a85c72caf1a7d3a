import { createHmac, randomUUID } from "node:crypto";
import { makePerson, makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeAll, describe, expect, it } from "vitest";
import { readActor } from "./read-actor";

const database = useTestDatabase();
const SECRET = "a secret of the test, long enough for signing";
const NOW = new Date("2026-06-15T10:00:00Z");
const LATER = new Date(NOW.getTime() + 60_000);

let programmeId: string;

beforeAll(async () => {
  programmeId = (await makeProgramme(database.db)).programme.id;
});

function cookie(token: string, secret = SECRET, name = "app.session_token"): string {
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `${name}=${encodeURIComponent(`${token}.${signature}`)}`;
}

/** Somebody with a session that ends at that time. */
async function session(expiresAt = LATER) {
  const { user, membership } = await makePerson(database.db, { programmeId, role: "evaluator" });
  const token = `token-${user.id}`;
  await database.db.session.create({ data: { userId: user.id, token, expiresAt } });
  return { user, membership, token };
}

const read = (header: string | null, now = NOW) => readActor(database.application, header, SECRET, now);

describe("readActor", () => {
  it("reads the person behind a live session, with their roles", async () => {
    const { user, token } = await session();
    expect(await read(`theme=dark; ${cookie(token)}; lang=en`)).toMatchObject({
      userId: user.id,
      email: user.email,
      memberships: [{ programmeId, role: "evaluator", siteId: null }],
    });
    expect(await read(cookie(token, SECRET, "__Host-app.session_token"))).not.toBeNull();
  });

  it("knows which record of another site is open, to the millisecond, and not once it was ended", async () => {
    const { user, token } = await session(new Date(NOW.getTime() + 9 * 3_600_000));
    const [id, openedSiteId, subjectId] = [randomUUID(), randomUUID(), randomUUID()];
    const endsAt = new Date(NOW.getTime() + 3 * 3_600_000);
    await database.db.breakGlass.create({
      data: {
        ...{ id, programmeId, userId: user.id, openedSiteId, subjectId, reason: "emergency", words: "At our door" },
        ...{ openedAt: NOW, endsAt },
      },
    });
    const openings = async (now: Date) => (await read(cookie(token), now))?.openings;
    const opening = { breakGlassId: id, programmeId, siteId: openedSiteId, participantId: subjectId, endsAt };
    expect(await openings(new Date(endsAt.getTime() - 1))).toEqual([opening]);
    expect(await openings(endsAt)).toEqual([]);
    await database.db.breakGlass.update({ where: { id }, data: { endedAt: LATER } });
    expect(await openings(LATER)).toEqual([]);
    const somebodyElse = await session();
    expect((await read(cookie(somebodyElse.token)))?.openings).toEqual([]);
  });

  it("is nobody once the session has ended, to the millisecond", async () => {
    const { token } = await session(LATER);
    expect(await read(cookie(token), new Date(LATER.getTime() - 1))).not.toBeNull();
    expect(await read(cookie(token), LATER)).toBeNull();
  });

  it("is nobody after signing out, in the same second", async () => {
    const { token } = await session();
    await database.db.session.delete({ where: { token } });
    expect(await read(cookie(token))).toBeNull();
  });

  it("is nobody once the account is closed", async () => {
    const { user, token } = await session();
    await database.db.user.update({ where: { id: user.id }, data: { disabledAt: NOW } });
    expect(await read(cookie(token))).toBeNull();
  });

  it("has no roles once they are taken away", async () => {
    const { user, token } = await session();
    await database.db.membership.deleteMany({ where: { userId: user.id } });
    expect(await read(cookie(token))).toMatchObject({ memberships: [] });
  });

  it("is held once nobody has used it for the minutes chosen, and stays so, also when the tab or phone slept", async () => {
    const { user, token } = await session(new Date(NOW.getTime() + 24 * 3_600_000));
    const used = (at: Date) => database.db.session.update({ where: { token }, data: { lastActiveAt: at } });
    const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
    await used(new Date(ago(10).getTime() + 1));
    expect(await read(cookie(token))).toMatchObject({ hold: null, idleMinutes: 10, hasPin: false });
    await used(ago(10));
    expect(await read(cookie(token))).toMatchObject({ hold: { kind: "locked" } });
    expect(await read(cookie(token))).toMatchObject({ hold: { kind: "locked" } });
    await database.db.deviceSetting.create({ data: { userId: user.id, idleMinutes: 3, pinHash: "x" } });
    await used(ago(3));
    expect(await read(cookie(token))).toMatchObject({ hold: { kind: "locked" }, idleMinutes: 3, hasPin: true });
  });

  it("is used by being asked, so that work keeps it open", async () => {
    const { token } = await session(new Date(NOW.getTime() + 24 * 3_600_000));
    const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    await database.db.session.update({ where: { token }, data: { lastActiveAt: NOW } });
    for (const minutes of [9, 18, 27]) expect(await read(cookie(token), at(minutes))).toMatchObject({ hold: null });
    expect(await read(cookie(token), at(37))).toMatchObject({ hold: { kind: "locked" } });
  });

  it("is held while it is locked or handed over, however lately it was used", async () => {
    const { token } = await session();
    await database.db.session.update({ where: { token }, data: { lockedAt: NOW } });
    expect(await read(cookie(token))).toMatchObject({ hold: { kind: "locked" } });
    const handedOver = { form: { instrument: "gad7" }, done: false };
    await database.db.session.update({ where: { token }, data: { handedOver } });
    expect(await read(cookie(token))).toMatchObject({ hold: { kind: "handed-over", ...handedOver } });
  });

  it.each<readonly [string, (token: string) => string | null]>([
    ["no cookie", () => null],
    ["an empty header", () => ""],
    ["a cookie of another name", (token) => cookie(token, SECRET, "other.session_token")],
    ["a token without a signature", (token) => `app.session_token=${token}`],
    ["an empty signature", (token) => `app.session_token=${token}.`],
    ["a signature under another secret", (token) => cookie(token, "another secret, as long as the first one")],
    ["the signature of another token", (token) => cookie("another").replace("another", token)],
    ["a shortened signature", (token) => cookie(token).slice(0, -8)],
    ["text that cannot be decoded", (token) => `app.session_token=%E0%A4%A${token}`],
    ["a token nobody has", () => cookie("nobody")],
  ])("is nobody for %s", async (_name, forge) => {
    const { token } = await session();
    expect(await read(cookie(token))).not.toBeNull();
    expect(await read(forge(token))).toBeNull();
  });
});
