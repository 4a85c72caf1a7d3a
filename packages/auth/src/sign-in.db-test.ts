import { randomUUID } from "node:crypto";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { describe, expect, it } from "vitest";
import { ATTEMPT_LIMITS } from "./attempt-limit";
import { createAuth } from "./auth";
import { CLIENT_ADDRESS_HEADER } from "./client-address";
import { createAccount } from "./create-account";
import { readActor } from "./read-actor";

const database = useTestDatabase();
const BASE = "https://example.org";
const SECRET = "a secret of the test, long enough for signing";
const PASSWORD = "three blue herons";

async function account(): Promise<{ readonly userId: string; readonly email: string }> {
  const userId = randomUUID();
  const email = `${userId}@example.org`;
  const rest = { name: "Amina", accountId: randomUUID(), password: PASSWORD, mustChangePassword: false };
  await createAccount(database.db, { userId, email, ...rest });
  return { userId, email };
}

function auth(attemptsPerAddress = 1000) {
  return createAuth({ db: database.application, secret: SECRET, baseUrl: BASE, attemptsPerAddress });
}

let addresses = 0;
/** An address no other test uses. */
const freshAddress = () => `198.51.100.${++addresses}`;

type Auth = ReturnType<typeof auth>;
async function signIn(server: Auth, email: string, password: string, headers: Readonly<Record<string, string>>) {
  return server.handler(
    new Request(`${BASE}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: BASE, ...headers },
      body: JSON.stringify({ email, password }),
    }),
  );
}

describe("signing in", () => {
  it("gives a session that reads as the person", async () => {
    const { userId, email } = await account();
    const answer = await signIn(auth(), email, PASSWORD, { [CLIENT_ADDRESS_HEADER]: freshAddress() });
    expect(answer.status).toBe(200);
    const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
    const actor = await readActor(database.application, cookie.join("; "), SECRET, new Date());
    expect(actor?.userId).toBe(userId);
  });

  it("sets cookies that say nothing, for this host alone, that no script reads and that travel over TLS only", async () => {
    const { email } = await account();
    const answer = await signIn(auth(), email, PASSWORD, { [CLIENT_ADDRESS_HEADER]: freshAddress() });
    const cookies = answer.headers.getSetCookie();
    expect(cookies.map((line) => line.split("=")[0]).toSorted()).toEqual([
      "__Host-app.device",
      "__Host-app.session_token",
    ]);
    for (const line of cookies) {
      expect(line).toMatch(/; Path=\/(;|$)/);
      for (const rule of [/; HttpOnly/, /; Secure/, /; SameSite=Lax/i]) expect(line).toMatch(rule);
      expect(line).not.toMatch(/domain=/i);
    }
  });

  it("is refused to a closed account, whatever the password", async () => {
    const { userId, email } = await account();
    await database.db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    const answer = await signIn(auth(), email, PASSWORD, { [CLIENT_ADDRESS_HEADER]: freshAddress() });
    expect(answer.status).toBe(403);
    expect(await database.db.session.findMany({ where: { userId } })).toEqual([]);
  });

  it("limits attempts per address, and a forwarded header does not make another address", async () => {
    const server = auth(5);
    const address = freshAddress();
    const statuses: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const headers = { [CLIENT_ADDRESS_HEADER]: address, "x-forwarded-for": `203.0.113.${i}` };
      statuses.push((await signIn(server, `nobody-${i}@example.org`, "wrong wrong wrong", headers)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const elsewhere = { [CLIENT_ADDRESS_HEADER]: freshAddress() };
    expect((await signIn(server, "nobody@example.org", "wrong wrong wrong", elsewhere)).status).toBe(401);
  });

  it("lets a whole clinic sign in at once from behind one router, and still stops guessing there", async () => {
    const server = auth(5);
    const router = { [CLIENT_ADDRESS_HEADER]: freshAddress() };
    const people = await Promise.all(Array.from({ length: 12 }, account));
    const statuses: number[] = [];
    for (const { email } of people) statuses.push((await signIn(server, email, PASSWORD, router)).status);
    expect(statuses).toEqual(people.map(() => 200));
    const guesses: number[] = [];
    for (const { email } of people.slice(0, 7)) guesses.push((await signIn(server, email, "wrong", router)).status);
    expect(guesses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it("lets no more guesses through when they are sent at the same moment", async () => {
    const server = auth(5);
    const headers = { [CLIENT_ADDRESS_HEADER]: freshAddress() };
    const guess = (i: number) => signIn(server, `nobody-${i}@example.com`, "wrong wrong wrong", headers);
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => guess(i)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
    for (const { status, headers: told } of answers)
      if (status === 429) expect(Number(told.get("x-retry-after"))).toBeGreaterThan(0);
  });

  it("limits attempts per account, even with the right password, and says how long", async () => {
    const { email } = await account();
    const server = auth();
    const here = { [CLIENT_ADDRESS_HEADER]: freshAddress() };
    for (let i = 0; i < ATTEMPT_LIMITS.here.most; i += 1) await signIn(server, email, "wrong wrong wrong", here);
    const answer = await signIn(server, email, PASSWORD, here);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("x-retry-after"))).toBeGreaterThan(0);
    const elsewhere = { [CLIENT_ADDRESS_HEADER]: freshAddress() };
    expect((await signIn(server, email, PASSWORD, elsewhere)).status).toBe(200);
  });

  it("lets a device on which the person signed in before in, though somebody beside it guesses", async () => {
    const { email } = await account();
    const server = auth(5);
    const beside = { [CLIENT_ADDRESS_HEADER]: freshAddress() };
    const first = await signIn(server, email, PASSWORD, beside);
    const device = deviceOf(first);
    for (let i = 0; i < 6; i += 1) await signIn(server, email, "wrong wrong wrong", beside);
    expect((await signIn(server, email, PASSWORD, beside)).status).toBe(429);
    expect((await signIn(server, email, PASSWORD, { ...beside, cookie: device })).status).toBe(200);
    expect((await signIn(server, email, PASSWORD, { ...beside, cookie: device.replace(/=./, "=x") })).status).toBe(429);
  });
});

function deviceOf(answer: Response): string {
  const line = answer.headers.getSetCookie().find((cookie) => cookie.includes(".device="));
  return line?.split(";")[0] ?? "";
}
