import { randomUUID } from "node:crypto";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { expect, it } from "vitest";
import { createAuth } from "./auth";
import { CLIENT_ADDRESS_HEADER } from "./client-address";
import { createAccount } from "./create-account";

const database = useTestDatabase();
const BASE = "https://example.org";

it("a refused sign-in says the same whether or not there is such an account", async () => {
  const [userId, email] = [randomUUID(), "amina@example.org"];
  const rest = { name: "Amina", accountId: randomUUID(), password: "three blue herons", mustChangePassword: false };
  await createAccount(database.db, { userId, email, ...rest });
  const secret = "a secret of the test, long enough for signing";
  const auth = createAuth({ db: database.application, secret, baseUrl: BASE });
  const refusal = async (address: string) => {
    const headers = { "content-type": "application/json", origin: BASE, [CLIENT_ADDRESS_HEADER]: "198.51.100.7" };
    const body = JSON.stringify({ email: address, password: "three grey herons" });
    const answer = await auth.handler(new Request(`${BASE}/api/auth/sign-in/email`, { method: "POST", headers, body }));
    return { status: answer.status, cookies: answer.headers.getSetCookie(), text: await answer.text() };
  };
  const known = await refusal(email);
  expect(known).toMatchObject({ status: 401, cookies: [] });
  expect(await refusal("nobody@example.org")).toEqual(known);
});
