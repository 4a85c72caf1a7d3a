import { expect, test } from "vitest";
import { type WebOptions, webEnvironment } from "./web-server";

const OPTIONS: WebOptions = {
  mode: "start",
  port: 3000,
  host: "127.0.0.1",
  databaseUrl: "postgresql://app@127.0.0.1/alongside",
  secret: "s".repeat(32),
  signIns: [],
  env: {},
};

test("the address follows the port that was really taken, and every name of this machine is trusted", () => {
  const environment = webEnvironment(OPTIONS, 3002);
  expect(environment.BETTER_AUTH_URL).toBe("http://localhost:3002");
  expect(environment.BETTER_AUTH_TRUSTED_ORIGINS?.split(",")).toEqual([
    "http://localhost:3002",
    "http://127.0.0.1:3002",
    "http://[::1]:3002",
  ]);
});

test("an operator's own address and origins are kept", () => {
  const env = { BETTER_AUTH_URL: "https://a.example", BETTER_AUTH_TRUSTED_ORIGINS: "https://b.example" };
  const environment = webEnvironment({ ...OPTIONS, env }, 3000);
  expect(environment.BETTER_AUTH_URL).toBe("https://a.example");
  expect(environment.BETTER_AUTH_TRUSTED_ORIGINS).toMatch(/^https:\/\/b\.example,/);
});

test("without a demonstration no accounts are offered, whatever the environment says", () => {
  const env = { ALONGSIDE_DEMO_SIGN_INS: '[{"role":"administrator","email":"a@b.example","password":"x"}]' };
  expect(webEnvironment({ ...OPTIONS, env }, 3000).ALONGSIDE_DEMO_SIGN_INS).toBe("");
});

test("the served application runs in production mode, the development server does not", () => {
  expect(webEnvironment({ ...OPTIONS, env: { NODE_ENV: "development" } }, 3000).NODE_ENV).toBe("production");
  expect(webEnvironment({ ...OPTIONS, mode: "dev" }, 3000).NODE_ENV).toBe("development");
});

test("what opens backups does not reach the program that answers strangers", () => {
  const env = { ALONGSIDE_BACKUP_PASSPHRASE: "four plain words here", ALONGSIDE_BACKUP_PASSPHRASE_FILE: "/x" };
  expect(JSON.stringify(webEnvironment({ ...OPTIONS, env }, 3000))).not.toMatch(/four plain words|PASSPHRASE/);
});

test("contact details have a connection and a file of keys only where they were given", () => {
  expect(webEnvironment(OPTIONS, 3000)).toMatchObject({ VAULT_DATABASE_URL: "", ALONGSIDE_VAULT_KEYS_FILE: "" });
  const given = { vaultUrl: "postgresql://v@127.0.0.1/alongside", vaultKeysFile: "/data/vault-keys.json" };
  expect(webEnvironment({ ...OPTIONS, ...given }, 3000)).toMatchObject({
    ...{ VAULT_DATABASE_URL: given.vaultUrl, ALONGSIDE_VAULT_KEYS_FILE: given.vaultKeysFile },
  });
});

test("asks for a second step of signing in wherever somebody said that this is for real, and not in a trial", () => {
  const told = (env: NodeJS.ProcessEnv) => webEnvironment({ ...OPTIONS, env }, 3000).ALONGSIDE_PRODUCTION;
  expect([told({}), told({ NODE_ENV: "development" })]).toEqual(["", ""]);
  expect([told({ ALONGSIDE_PRODUCTION: "1" }), told({ NODE_ENV: "production" })]).toEqual(["1", "1"]);
});
