import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BootError } from "./boot-failure";
import { type DataFolderQuestion, isProduction, openDataFolder, resolveDataFolder } from "./data-folder";

const checkout: DataFolderQuestion = {
  root: "/srv/alongside",
  chosen: undefined,
  production: false,
  server: false,
  secretGiven: false,
};

function failureOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof BootError) return error.failure.code;
    throw error;
  }
  return "none";
}

describe("where the data lives", () => {
  test("in .data of the checkout unless chosen otherwise", () => {
    expect(resolveDataFolder(checkout)).toBe("/srv/alongside/.data");
    expect(resolveDataFolder({ ...checkout, chosen: "" })).toBe("/srv/alongside/.data");
  });

  test("in the chosen folder, read from the checkout when relative", () => {
    expect(resolveDataFolder({ ...checkout, chosen: "/var/lib/alongside" })).toBe("/var/lib/alongside");
    expect(resolveDataFolder({ ...checkout, chosen: "../kept" })).toBe("/srv/kept");
  });

  test("in production, nowhere until somebody has chosen", () => {
    const production = { ...checkout, production: true };
    expect(failureOf(() => resolveDataFolder(production))).toBe("data-folder-not-chosen");
    expect(failureOf(() => resolveDataFolder({ ...production, server: true }))).toBe("data-folder-not-chosen");
    expect(resolveDataFolder({ ...production, chosen: "/var/lib/alongside" })).toBe("/var/lib/alongside");
    expect(failureOf(() => resolveDataFolder({ ...production, server: true, secretGiven: true }))).toBe("none");
  });

  test("production is what the operator says it is", () => {
    expect(isProduction({})).toBe(false);
    expect(isProduction({ NODE_ENV: "development" })).toBe(false);
    expect(isProduction({ NODE_ENV: "production" })).toBe(true);
    expect(isProduction({ ALONGSIDE_PRODUCTION: "1" })).toBe(true);
  });
});

describe("opening the data folder", () => {
  let scratch = "";
  beforeEach(() => {
    scratch = mkdtempSync(path.join(os.tmpdir(), "alongside-folder-"));
  });
  afterEach(() => {
    chmodSync(scratch, 0o700);
    rmSync(scratch, { recursive: true });
  });

  test("makes it with its parents", () => {
    const folder = path.join(scratch, "a", "b");
    openDataFolder(folder);
    expect(failureOf(() => openDataFolder(folder))).toBe("none");
  });

  test("says so when a file stands in its place", () => {
    const file = path.join(scratch, "file");
    writeFileSync(file, "");
    expect(failureOf(() => openDataFolder(file))).toBe("data-folder-unwritable");
    expect(failureOf(() => openDataFolder(path.join(file, "below")))).toBe("data-folder-unwritable");
  });

  if (process.platform === "linux") {
    test("says so where nobody can make a folder, and returns", () => {
      expect(failureOf(() => openDataFolder("/proc/nope/data"))).toBe("data-folder-unwritable");
    });
  }
});
