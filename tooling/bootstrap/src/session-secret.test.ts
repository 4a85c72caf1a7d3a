import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BootError } from "./boot-failure";
import { keepSecret } from "./session-secret";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "alongside-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("is made once, long enough, readable by its owner alone, and leaves no draft", () => {
  const secret = keepSecret(folder);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(keepSecret(folder)).toBe(secret);
  expect(readdirSync(folder)).toEqual(["secret"]);
  if (process.platform !== "win32") expect(statSync(path.join(folder, "secret")).mode & 0o777).toBe(0o600);
});

test("differs between data folders", () => {
  const other = mkdtempSync(path.join(os.tmpdir(), "alongside-secret-"));
  expect(keepSecret(other)).not.toBe(keepSecret(folder));
  rmSync(other, { recursive: true });
});

test("a damaged file is reported, never replaced in silence", () => {
  writeFileSync(path.join(folder, "secret"), "short");
  expect(() => keepSecret(folder)).toThrow(BootError);
});
