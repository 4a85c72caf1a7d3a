import { randomUUID } from "node:crypto";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeEach, describe, expect, it } from "vitest";
import { createAuth } from "./auth";
import { CLIENT_ADDRESS_HEADER } from "./client-address";
import { createAccount } from "./create-account";

const database = useTestDatabase();
const BASE = "https://example.org";
const PASSWORD = "three blue herons";
const WRONG = "four red flamingos";

let userId: string;
let email: string;
let programmes: readonly string[];

const auth = () =>
  createAuth({
    db: database.application,
    secret: "a secret of the test, long enough for signing",
    baseUrl: BASE,
    attemptsPerAddress: 1000,
  });

async function post(path: string, body: object, headers: Readonly<Record<string, string>> = {}) {
  return auth().handler(
    new Request(`${BASE}/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: BASE, ...headers },
      body: JSON.stringify(body),
    }),
  );
}

let addresses = 0;
/** Every attempt from an address of its own, so that the limit per address does not end it. */
const signIn = (password: string, typed = email) =>
  post("/sign-in/email", { email: typed, password }, { [CLIENT_ADDRESS_HEADER]: `198.51.100.${++addresses}` });

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

const trail = () =>
  database.db.auditEvent.findMany({
    where: { subjectId: userId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { programmeId: true, actorId: true, action: true, detail: true },
  });

/** One event as it stands in each of the person's programmes. */
async function expectEverywhere(action: string, count: number) {
  const events = (await trail()).filter((event) => event.action === action);
  for (const programmeId of programmes)
    expect(events.filter((event) => event.programmeId === programmeId)).toHaveLength(count);
  expect(events).toHaveLength(count * programmes.length);
  return events;
}

beforeEach(async () => {
  userId = randomUUID();
  email = `${userId}@example.org`;
  const rest = { name: "Amina", accountId: randomUUID(), password: PASSWORD, mustChangePassword: false };
  await createAccount(database.db, { userId, email, ...rest });
  const one = await makeProgramme(database.db);
  const two = await makeProgramme(database.db);
  programmes = [one.programme.id, two.programme.id];
  await database.db.membership.createMany({
    data: [
      { userId, programmeId: one.programme.id, role: "administrator" },
      { userId, programmeId: one.programme.id, role: "evaluator", siteId: one.sites[0].id },
      { userId, programmeId: two.programme.id, role: "researcher" },
    ],
  });
});

describe("the trail of a person's account", () => {
  it("has each sign-in and sign-out once in every programme the person has a role in, and nowhere else", async () => {
    const answer = await signIn(PASSWORD);
    expect(answer.status).toBe(200);
    expect(await expectEverywhere("session.sign-in", 1)).toMatchObject([{ actorId: userId }, { actorId: userId }]);
    const cookie = cookieOf(answer);
    expect((await post("/sign-out", {}, { cookie })).status).toBe(200);
    expect(await database.db.session.findMany({ where: { userId } })).toEqual([]);
    await expectEverywhere("session.sign-out", 1);
    await post("/sign-out", {}, { cookie });
    await expectEverywhere("session.sign-out", 1);
  });

  it("has the first and tenth refused sign-in of an hour, whoever tried, and cannot be filled by trying", async () => {
    for (let i = 0; i < 12; i += 1) expect((await signIn(WRONG, email.toUpperCase())).status).toBe(401);
    const events = await expectEverywhere("session.sign-in-failed", 2);
    expect(events.map(({ actorId }) => actorId)).toEqual([null, null, null, null]);
    expect(events.map(({ detail }) => detail)).toEqual([
      { attempts: 1 },
      { attempts: 1 },
      { attempts: 10 },
      { attempts: 10 },
    ]);
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${WRONG}|${email}`, "i"));
  });

  it("says that a closed account was tried, even with its password", async () => {
    await database.db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect((await signIn(PASSWORD)).status).toBe(403);
    await expectEverywhere("session.sign-in", 0);
    await expectEverywhere("session.sign-in-failed", 1);
  });

  it("is not touched by an address that nobody has", async () => {
    const before = await database.db.auditEvent.count();
    expect((await signIn(WRONG, `${randomUUID()}@example.org`)).status).toBe(401);
    expect(await database.db.auditEvent.count()).toBe(before);
  });
});
