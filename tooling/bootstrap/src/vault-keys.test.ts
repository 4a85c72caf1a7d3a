import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BootError } from "./boot-failure";
import { keepVaultKeys } from "./vault-keys";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "alongside-keys-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("keys are made once, for their owner alone", () => {
  const file = keepVaultKeys(folder);
  const made = readFileSync(file, "utf8");
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(keepVaultKeys(folder)).toBe(file);
  expect(readFileSync(file, "utf8")).toBe(made);
});

test("a file that is damaged is told and left as it is, and what it holds is not", () => {
  const file = path.join(folder, "vault-keys.json");
  writeFileSync(file, '{"keys":[{"id":"k-1","key":"c2hvcnQ="}],"matching":"c2hvcnQ="}');
  let failure: unknown;
  try {
    keepVaultKeys(folder);
  } catch (error) {
    failure = error instanceof BootError ? error.failure : error;
  }
  expect(failure).toMatchObject({ code: "vault-keys-unusable", file });
  expect(JSON.stringify(failure)).not.toContain("c2hvcnQ");
  expect(readFileSync(file, "utf8")).toContain("k-1");
});
