import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BootError } from "./boot-failure";
import { keepVaultKeys, vaultKeysFile } from "./vault-keys";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "alongside-keys-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const nothing = async () => false;
const something = async () => true;

async function failureOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
    return "it worked";
  } catch (error) {
    return error instanceof BootError ? error.failure : error;
  }
}

test("keys are made once, for their owner alone", async () => {
  const file = vaultKeysFile(folder);
  expect(existsSync(file)).toBe(false);
  await keepVaultKeys(file, nothing);
  const made = readFileSync(file, "utf8");
  expect(statSync(file).mode & 0o077).toBe(0);
  await keepVaultKeys(vaultKeysFile(folder), something);
  expect(readFileSync(file, "utf8")).toBe(made);
});

test("no new keys are made where something is kept that only the missing ones open", async () => {
  const file = vaultKeysFile(folder);
  expect(await failureOf(() => keepVaultKeys(file, something))).toEqual({ code: "vault-keys-missing", file });
  expect(existsSync(file)).toBe(false);
});

test("a file that is damaged is told and left as it is, and what it holds is not", async () => {
  const file = path.join(folder, "vault-keys.json");
  writeFileSync(file, '{"keys":[{"id":"k-1","key":"c2hvcnQ="}],"matching":"c2hvcnQ="}');
  const early = await failureOf(() => vaultKeysFile(folder));
  const late = await failureOf(() => keepVaultKeys(file, nothing));
  for (const failure of [early, late]) {
    expect(failure).toMatchObject({ code: "vault-keys-unusable", file });
    expect(JSON.stringify(failure)).not.toContain("c2hvcnQ");
  }
  expect(readFileSync(file, "utf8")).toContain("k-1");
});
