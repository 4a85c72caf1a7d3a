import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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

  test.each(["data", "/srv/alongside/data", ".", "apps/web", ".datas", ".data/../data"])(
    "never in %s, where git would pick it up and a deployment replace it",
    (chosen) => {
      for (const production of [true, false])
        expect(failureOf(() => resolveDataFolder({ ...checkout, chosen, production }))).toBe("data-folder-in-program");
    },
  );

  test("in .data of the checkout, in production not even there", () => {
    const chosen = ".data/second";
    expect(resolveDataFolder({ ...checkout, chosen })).toBe("/srv/alongside/.data/second");
    const production = { ...checkout, production: true };
    for (const inside of [chosen, ".data"])
      expect(failureOf(() => resolveDataFolder({ ...production, chosen: inside }))).toBe("data-folder-in-program");
  });

  test("a name that only begins like the checkout's is another folder", () => {
    expect(resolveDataFolder({ ...checkout, chosen: "/srv/alongside-data", production: true })).toBe(
      "/srv/alongside-data",
    );
    expect(resolveDataFolder({ ...checkout, chosen: "..data/../../x" })).toBe("/srv/x");
  });

  test("production is what the operator says it is", () => {
    expect(isProduction({})).toBe(false);
    expect(isProduction({ NODE_ENV: "development" })).toBe(false);
    expect(isProduction({ NODE_ENV: "production" })).toBe(true);
    expect(isProduction({ ALONGSIDE_PRODUCTION: "1" })).toBe(true);
  });
});

describe("symbolic links", () => {
  let scratch = "";
  let root = "";
  beforeEach(() => {
    scratch = mkdtempSync(path.join(os.tmpdir(), "alongside-links-"));
    root = path.join(scratch, "checkout");
    mkdirSync(path.join(root, "kept"), { recursive: true });
    mkdirSync(path.join(scratch, "outside"));
  });
  afterEach(() => rmSync(scratch, { recursive: true }));
  const ask = (chosen: string | undefined, production: boolean) =>
    failureOf(() => resolveDataFolder({ ...checkout, root, chosen, production }));

  test("that lead into the checkout are followed, also for a folder that is not there yet", () => {
    const link = path.join(scratch, "link");
    symlinkSync(root, link);
    for (const production of [true, false]) {
      expect(ask(link, production)).toBe("data-folder-in-program");
      expect(ask(path.join(link, "not", "yet"), production)).toBe("data-folder-in-program");
    }
  });

  test("that lead out of the checkout keep the data out of it", () => {
    symlinkSync(path.join(scratch, "outside"), path.join(root, "data"));
    expect(ask("data", true)).toBe("none");
  });

  test("of the name .data do not hide another folder of the checkout", () => {
    symlinkSync(path.join(root, "kept"), path.join(root, ".data"));
    expect(ask(undefined, false)).toBe("data-folder-in-program");
  });

  test("to the checkout itself change nothing", () => {
    const link = path.join(scratch, "link");
    symlinkSync(root, link);
    expect(failureOf(() => resolveDataFolder({ ...checkout, root: link, chosen: path.join(root, "data") }))).toBe(
      "data-folder-in-program",
    );
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
