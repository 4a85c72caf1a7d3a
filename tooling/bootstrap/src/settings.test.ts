import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { BootError } from "./boot-failure";
import { readSettings } from "./settings";

const folder = mkdtempSync(path.join(os.tmpdir(), "alongside-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The reason why the program does not start with these settings in production. */
function refusal(env: Readonly<Record<string, string>>): string {
  try {
    readSettings({ ALONGSIDE_PRODUCTION: "1", ALONGSIDE_DATA_DIR: folder, ...env });
    return "none";
  } catch (error) {
    return error instanceof BootError ? error.failure.code : String(error);
  }
}

const SECRET = "q7Zt1vXw9Lr3Kd5Bn8Mf2Ph4Sj6Gy0Ac";

test.each([
  [{}, "none"],
  [{ BETTER_AUTH_SECRET: SECRET }, "none"],
  [{ BETTER_AUTH_SECRET: "short" }, "secret-too-easy"],
  [{ BETTER_AUTH_SECRET: "a".repeat(40) }, "secret-too-easy"],
  [{ ALONGSIDE_DEMO: "1" }, "demo-in-production"],
  [{ ALONGSIDE_DEMO: "0" }, "none"],
  [{ ALONGSIDE_TRUSTED_PROXY: "127.0.0.1, 10.0.0.0/8" }, "none"],
  [{ ALONGSIDE_TRUSTED_PROXY: "127.0.0.1,0.0.0.0/0" }, "proxy-is-anybody"],
  [{ ALONGSIDE_TRUSTED_PROXY: "::/0" }, "proxy-is-anybody"],
  [{ ALONGSIDE_HOST: "0.0.0.0" }, "listens-without-tls"],
  [{ ALONGSIDE_HOST: "0.0.0.0", BETTER_AUTH_URL: "https://clinic.example.org" }, "none"],
  [{ BETTER_AUTH_URL: "http://clinic.example.org" }, "address-without-tls"],
])("real data are not put at risk by a setting: %j", (env, code) => {
  expect(refusal(env)).toBe(code);
});
