import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { readBackupSettings } from "./backup-settings";
import { makeKey } from "./seal";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "alongside-settings-"));
  writeFileSync(path.join(folder, "words"), "four plain words here\n");
  writeFileSync(path.join(folder, "short"), "short\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a folder, a passphrase in a file, a time and numbers to keep", () => {
  const env = {
    ...{ ALONGSIDE_BACKUP_DIR: "/backups", ALONGSIDE_BACKUP_PASSPHRASE_FILE: path.join(folder, "words") },
    ...{ ALONGSIDE_BACKUP_TIME: "23:05", ALONGSIDE_BACKUP_KEEP: "14,8,24" },
  };
  expect(readBackupSettings(env)).toEqual({
    ok: true,
    settings: {
      ...{ folder: "/backups", seal: { kind: "passphrase", passphrase: "four plain words here" }, atMinute: 1385 },
      keep: { daily: 14, weekly: 8, monthly: 24 },
    },
  });
});

test("nothing at all: no folder, half past two, seven days, four weeks, twelve months", () => {
  expect(readBackupSettings({})).toEqual({
    ok: true,
    settings: { folder: undefined, seal: undefined, atMinute: 150, keep: { daily: 7, weekly: 4, monthly: 12 } },
  });
});

test("a public key", async () => {
  const { recipient } = await makeKey();
  expect(readBackupSettings({ ALONGSIDE_BACKUP_RECIPIENT: recipient })).toMatchObject({
    settings: { seal: { kind: "recipient", recipient } },
  });
});

it.each([
  [{ ALONGSIDE_BACKUP_DIR: "/b" }, "ALONGSIDE_BACKUP_DIR"],
  [{ ALONGSIDE_BACKUP_PASSPHRASE: "elevenchars" }, "ALONGSIDE_BACKUP_PASSPHRASE"],
  [{ ALONGSIDE_BACKUP_PASSPHRASE_FILE: "/nowhere/at/all" }, "ALONGSIDE_BACKUP_PASSPHRASE_FILE"],
  [{ ALONGSIDE_BACKUP_RECIPIENT: "age1nonsense" }, "ALONGSIDE_BACKUP_RECIPIENT"],
  [
    { ALONGSIDE_BACKUP_RECIPIENT: "age1x", ALONGSIDE_BACKUP_PASSPHRASE: "long enough words" },
    "ALONGSIDE_BACKUP_RECIPIENT and ALONGSIDE_BACKUP_PASSPHRASE",
  ],
  [{ ALONGSIDE_BACKUP_TIME: "24:00" }, "ALONGSIDE_BACKUP_TIME"],
  [{ ALONGSIDE_BACKUP_TIME: "2:30" }, "ALONGSIDE_BACKUP_TIME"],
  [{ ALONGSIDE_BACKUP_KEEP: "7,4" }, "ALONGSIDE_BACKUP_KEEP"],
])("%j is refused by name, and its value is not repeated", (env, variable) => {
  const read = readBackupSettings(env);
  expect(read).toMatchObject({ ok: false, variable });
  for (const value of Object.values(env)) expect(JSON.stringify(read)).not.toContain(`"${value}"`);
});

test("a passphrase file that holds too little is refused by the file's name", () => {
  const env = { ALONGSIDE_BACKUP_PASSPHRASE_FILE: path.join(folder, "short") };
  expect(readBackupSettings(env)).toMatchObject({ ok: false, variable: "ALONGSIDE_BACKUP_PASSPHRASE_FILE" });
});
