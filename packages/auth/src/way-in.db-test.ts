import { randomBytes, randomUUID } from "node:crypto";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { expect, it } from "vitest";
import { ATTEMPT_LIMITS, createAttemptLimit } from "./attempt-limit";
import { createAuth } from "./auth";
import { CLIENT_ADDRESS_HEADER } from "./client-address";
import { createAccount } from "./create-account";
import { drawWayIn, readWayIn, WAY_IN_ATTEMPTS, WAY_IN_HEADER, WAY_IN_HOURS } from "./way-in";

const database = useTestDatabase();
const BASE = "https://example.org";
const SECRET = "a secret of the test, long enough for signing";
const PASSWORD = "three blue herons";

/** Somebody at whom strangers guess until nobody new gets in. */
async function guessedAt() {
  const userId = randomUUID();
  const email = `${userId}@example.org`;
  const rest = { name: "Amina", accountId: randomUUID(), password: PASSWORD, mustChangePassword: false };
  await createAccount(database.db, { userId, email, ...rest });
  const server = createAuth({ db: database.application, secret: SECRET, baseUrl: BASE, attemptsPerAddress: 1000 });
  let places = 0;
  const signIn = async (password: string, wayIn?: string, account = email) => {
    places += 1;
    const headers = new Headers({ "content-type": "application/json", origin: BASE });
    headers.set(CLIENT_ADDRESS_HEADER, `2001:db8:${Math.trunc(places / 5000)}:${places}::1`);
    if (wayIn !== undefined) headers.set(WAY_IN_HEADER, wayIn);
    const body = JSON.stringify({ email: account, password });
    const request = new Request(`${BASE}/api/auth/sign-in/email`, { method: "POST", headers, body });
    return (await server.handler(request)).status;
  };
  const limit = createAttemptLimit(database.application, SECRET);
  for (let i = 0; i < ATTEMPT_LIMITS.strangers.most; i += 1)
    await limit.take({ email, address: `2001:db8:ffff:${i}::1` });
  const give = (now = new Date()) => database.application.$transaction((tx) => drawWayIn(tx, email, randomBytes, now));
  return { email, signIn, give };
}

it("passes the wait that guesses of strangers cause, once, with the right password only", async () => {
  const { signIn, give } = await guessedAt();
  expect(await signIn(PASSWORD)).toBe(429);
  const wayIn = await give();
  expect(await signIn("wrong wrong wrong", wayIn)).toBe(401);
  expect(await signIn(PASSWORD, wayIn)).toBe(200);
  expect(await signIn(PASSWORD, wayIn)).toBe(429);
});

it("allows no more guesses than a device of one's own", async () => {
  const { signIn, give } = await guessedAt();
  const wayIn = await give();
  const statuses: number[] = [];
  for (let i = 0; i < WAY_IN_ATTEMPTS + 1; i += 1) statuses.push(await signIn("wrong wrong wrong", wayIn));
  expect(statuses).toEqual([...Array.from({ length: WAY_IN_ATTEMPTS }, () => 401), 429]);
  expect(await signIn(PASSWORD, wayIn)).toBe(429);
});

it("is for one account, for a day, and none that was invented opens anything", async () => {
  const [one, other] = [await guessedAt(), await guessedAt()];
  const wayIn = await one.give();
  expect(await other.signIn(PASSWORD, wayIn)).toBe(429);
  expect(await one.signIn(PASSWORD, randomBytes(32).toString("base64url"))).toBe(429);
  const old = await one.give(new Date(Date.now() - WAY_IN_HOURS * 3_600_000));
  expect(await one.signIn(PASSWORD, old)).toBe(429);
  expect(await one.signIn(PASSWORD, wayIn)).toBe(200);
});

it("is stored as a hash that names nobody", async () => {
  const { email, give } = await guessedAt();
  const wayIn = await give();
  const rows = await database.db.rateLimit.findMany({ where: { key: { startsWith: "way-in:" } } });
  expect(rows.length).toBeGreaterThan(0);
  for (const { key } of rows) {
    expect(key).not.toContain(wayIn);
    expect(key).not.toContain(email);
  }
});

it("reads nothing else as a way in", () => {
  expect(readWayIn("x".repeat(43))).toBe("x".repeat(43));
  for (const other of ["x".repeat(42), `${"x".repeat(42)}"`, "", null, undefined, ["x"]])
    expect(readWayIn(other)).toBeNull();
});
