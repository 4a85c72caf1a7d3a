import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { useTestDatabase } from "../testing/test-database";
import { checkBackup } from "./check-backup";
import { putKeysBack, saveKeys } from "./key-files";
import { type DueBackup, runDueBackup } from "./run-due-backup";

const database = useTestDatabase();
const passphrase = "four plain words together";
const seal = { kind: "passphrase", passphrase, workFactor: 4 } as const;
let parent: string;
let due: DueBackup;
beforeEach(async () => {
  parent = mkdtempSync(path.join(tmpdir(), "alongside-due-"));
  await database.owner.backupRun.deleteMany();
  due = {
    ...{ ownerUrl: database.ownerUrl, folder: path.join(parent, "backups"), seal, atMinute: 150 },
    ...{ keep: { daily: 2, weekly: 0, monthly: 0 }, dataFolder: path.join(parent, "data"), programVersion: "9.9.9" },
    now: new Date("2026-11-23T12:00:00Z"),
  };
  mkdirSync(due.dataFolder);
  writeFileSync(path.join(due.dataFolder, "secret"), "not to be found in any backup\n");
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const later = (days: number) => ({ ...due, now: new Date(due.now.getTime() + days * 86_400_000) });
const runs = () => database.db.backupRun.findMany({ orderBy: { startedAt: "asc" } });

test("of several servers one makes today's backup, and none makes it twice", async () => {
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => runDueBackup(due)));
  expect(outcomes.filter(({ kind }) => kind === "made")).toHaveLength(1);
  expect(await runDueBackup(due)).toEqual({ kind: "not-due" });
  expect(readdirSync(due.folder)).toEqual(["alongside-20261123-120000Z.backup.age"]);
  expect(await runs()).toMatchObject([
    { kind: "scheduled", failure: null, fileName: "alongside-20261123-120000Z.backup.age" },
  ]);
  expect(Number((await runs())[0]?.bytes)).toBe(statSync(path.join(due.folder, readdirSync(due.folder)[0] ?? "")).size);
});

test("old ones go when a new one is good; files that are not backups stay", async () => {
  mkdirSync(due.folder);
  writeFileSync(path.join(due.folder, "notes.txt"), "mine");
  const abandoned = path.join(due.folder, "alongside-20261101-023000Z.backup.age.partial");
  writeFileSync(abandoned, "broke off");
  utimesSync(abandoned, new Date("2026-11-01"), new Date("2026-11-01"));
  for (const days of [0, 1, 2, 3]) expect(await runDueBackup(later(days))).toMatchObject({ kind: "made" });
  expect(readdirSync(due.folder)).toEqual([
    "alongside-20261125-120000Z.backup.age",
    "alongside-20261126-120000Z.backup.age",
    "notes.txt",
  ]);
});

test("one that fails deletes nothing, says why, is recorded, and is tried again an hour later", async () => {
  expect(await runDueBackup(due)).toMatchObject({ kind: "made" });
  const before = readdirSync(due.folder);
  const broken = {
    ...later(1),
    keep: { daily: 0, weekly: 0, monthly: 0 },
    folder: path.join(due.folder, before[0] ?? ""),
  };
  expect(await runDueBackup(broken)).toMatchObject({ kind: "failed", failure: { code: "file-unusable" } });
  expect(readdirSync(due.folder)).toEqual(before);
  expect((await runs()).map(({ failure }) => failure)).toEqual([null, "file-unusable"]);
  expect(await runDueBackup({ ...due, now: broken.now })).toEqual({ kind: "not-due" });
  const hour = new Date(broken.now.getTime() + 3_600_000);
  expect(await runDueBackup({ ...due, now: hour })).toMatchObject({ kind: "made" });
});

test("the application may read what was tried, and not claim that anything was", async () => {
  await expect(
    database.application.backupRun.create({ data: { startedAt: due.now, kind: "scheduled" } }),
  ).rejects.toThrow();
});

test("keys are not in a backup but recognised by it; they have a file of their own, and never replace others", async () => {
  const outcome = await runDueBackup(due);
  if (outcome.kind !== "made") throw new Error(outcome.kind);
  const { keys } = await checkBackup(outcome.file, seal);
  expect(keys).toEqual({ secret: expect.stringMatching(/^[0-9a-f]{12}$/) });
  const file = path.join(parent, "keys.age");
  const own = { kind: "passphrase", passphrase: "another four plain words", workFactor: 4 } as const;
  expect(await saveKeys(due.dataFolder, file, own)).toEqual(["secret"]);
  await expect(putKeysBack(file, seal, due.dataFolder)).rejects.toThrow("wrong-key");
  const empty = path.join(parent, "new-data");
  expect(await putKeysBack(file, own, empty)).toEqual({ written: ["secret"], kept: [] });
  expect(statSync(path.join(empty, "secret")).mode & 0o777).toBe(0o600);
  expect(await putKeysBack(file, own, empty)).toEqual({ written: [], kept: [] });
  writeFileSync(path.join(empty, "secret"), "somebody else's");
  expect(await putKeysBack(file, own, empty)).toEqual({ written: [], kept: ["secret"] });
});
