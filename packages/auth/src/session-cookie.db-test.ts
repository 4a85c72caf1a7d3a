import { randomUUID } from "node:crypto";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { expect, it } from "vitest";
import { createAuth } from "./auth";
import { CLIENT_ADDRESS_HEADER } from "./client-address";
import { createAccount } from "./create-account";

const database = useTestDatabase();
const SECRET = "a secret of the test, long enough for signing";
const PASSWORD = "three blue herons";

/** The session cookie that signing in sets: its name, its value and its attributes in lower case. */
async function signedIn(baseUrl: string) {
  const userId = randomUUID();
  const email = `${userId}@example.org`;
  const rest = { name: "Amina", accountId: randomUUID(), password: PASSWORD, mustChangePassword: false };
  await createAccount(database.db, { userId, email, ...rest });
  const auth = createAuth({ db: database.application, secret: SECRET, baseUrl, attemptsPerAddress: 100 });
  const headers = { "content-type": "application/json", origin: baseUrl, [CLIENT_ADDRESS_HEADER]: "198.51.100.9" };
  const body = JSON.stringify({ email, password: PASSWORD });
  const answer = await auth.handler(
    new Request(`${baseUrl}/api/auth/sign-in/email`, { method: "POST", headers, body }),
  );
  const line = answer.headers.getSetCookie().find((cookie) => /^\S+session\w*=/.test(cookie)) ?? "";
  const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
  const [name = "", value = ""] = pair.split("=");
  return { userId, name, value: decodeURIComponent(value), attributes: attributes.map((one) => one.toLowerCase()) };
}

it("over TLS the session cookie goes to this host alone, over TLS alone, to no script and to no other site's form", async () => {
  const { name, attributes } = await signedIn("https://example.org");
  expect(name).toMatch(/^__(Secure|Host)-/);
  expect(attributes).toEqual(expect.arrayContaining(["secure", "httponly", "samesite=lax", "path=/"]));
  expect(attributes.filter((one) => one.startsWith("domain"))).toEqual([]);
});

it("a session ends twelve hours after it began, however it is used", async () => {
  const before = Date.now();
  const { userId, attributes } = await signedIn("https://example.org");
  expect(attributes).toContain("max-age=43200");
  const { expiresAt } = await database.db.session.findFirstOrThrow({ where: { userId } });
  expect(expiresAt.getTime() - before).toBeGreaterThan(43_190_000);
  expect(expiresAt.getTime() - before).toBeLessThan(43_260_000);
});

it("each sign-in makes a token of its own that nobody can guess", async () => {
  const tokens = new Set<string>();
  for (let n = 0; n < 5; n += 1) tokens.add((await signedIn("https://example.org")).value.split(".")[0] ?? "");
  expect(tokens.size).toBe(5);
  // 32 characters of 62 kinds are 190 bits.
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9]{32,}$/);
});

it("a password is kept as a salted scrypt hash, another each time", async () => {
  const people = [await signedIn("https://example.org"), await signedIn("https://example.org")];
  const stored = await database.db.account.findMany({
    where: { userId: { in: people.map(({ userId }) => userId) } },
    select: { password: true },
  });
  const hashes = stored.map(({ password }) => password ?? "");
  expect(new Set(hashes).size).toBe(2);
  // A salt of 16 bytes and a key of 64, in hexadecimal digits.
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
});
