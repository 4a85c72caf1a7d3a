import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { readAnchorKey } from "@alongside/db/audit/anchor-key";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepAuditKey } from "./audit-key";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "alongside-audit-key-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("is made once, for its owner alone, and can sign", () => {
  const pem = keepAuditKey(folder);
  expect(keepAuditKey(folder)).toBe(pem);
  expect(readdirSync(folder)).toEqual(["audit-key.pem"]);
  expect(statSync(path.join(folder, "audit-key.pem")).mode & 0o777).toBe(0o600);
  expect(readAnchorKey(pem).sign(Buffer.from("x"))).toHaveLength(64);
});

it("is not replaced when the file holds something else", () => {
  writeFileSync(path.join(folder, "audit-key.pem"), "-----BEGIN PRIVATE KEY-----\n");
  expect(() => keepAuditKey(folder)).toThrow();
});
