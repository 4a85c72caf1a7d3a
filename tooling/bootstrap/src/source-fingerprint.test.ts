import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sourceFingerprint } from "./source-fingerprint";

let root = "";
function put(file: string, text: string): void {
  const at = path.join(root, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, text);
}
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "alongside-sources-"));
  put("apps/web/src/app/page.tsx", "page");
  put("packages/domain/src/a.ts", "a");
  put("package.json", "{}");
});
afterEach(() => rmSync(root, { recursive: true }));

test.each([
  "apps/web/src/app/page.tsx",
  "packages/domain/src/a.ts",
  "packages/domain/src/new.ts",
  "apps/web/src/messages/en.json",
  "packages/db/prisma/schema/main.prisma",
  "pnpm-lock.yaml",
  "package.json",
])("a change of %s calls for a build", (file) => {
  const before = sourceFingerprint(root);
  put(file, "changed");
  expect(sourceFingerprint(root)).not.toBe(before);
});

test.each([
  "packages/domain/src/a.test.ts",
  "packages/db/src/x.db-test.ts",
  "apps/web/e2e/specs/a.ts",
  "apps/web/.next/BUILD_ID",
  "packages/domain/README.md",
  "packages/domain/node_modules/x/index.js",
  "packages/db/src/generated/prisma/client.ts",
])("a change of %s does not", (file) => {
  const before = sourceFingerprint(root);
  put(file, "changed");
  expect(sourceFingerprint(root)).toBe(before);
});

test("text that moves from one file to the next counts as a change", () => {
  put("packages/domain/src/a.ts", "ab");
  put("packages/domain/src/b.ts", "c");
  const before = sourceFingerprint(root);
  put("packages/domain/src/a.ts", "a");
  put("packages/domain/src/b.ts", "bc");
  expect(sourceFingerprint(root)).not.toBe(before);
});
