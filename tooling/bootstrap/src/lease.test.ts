import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holders, takeLease } from "./lease";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "alongside-lease-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Our parent lives as long as we do, so it stands for another start. */
function pretendOtherHolds(began: string): void {
  mkdirSync(path.join(folder, "running"), { recursive: true });
  writeFileSync(path.join(folder, "running", String(process.ppid)), began);
}

test("the only holder is the last to leave", () => {
  const lease = takeLease(folder);
  expect(holders(folder)).toEqual([process.pid]);
  expect(lease.release()).toBe(true);
  expect(holders(folder)).toEqual([]);
});

test("with another living holder, leaving does not end anything", () => {
  pretendOtherHolds("");
  expect(takeLease(folder).release()).toBe(false);
});

test("a lease of a process that was killed does not count", () => {
  mkdirSync(path.join(folder, "running"));
  writeFileSync(path.join(folder, "running", "4194999"), "1");
  expect(takeLease(folder).release()).toBe(true);
});

// Only Linux tells when a process began; elsewhere a reused id cannot be recognised.
if (process.platform === "linux") {
  test("nor does one whose process id now belongs to another program", () => {
    pretendOtherHolds("1");
    expect(takeLease(folder).release()).toBe(true);
  });
}
