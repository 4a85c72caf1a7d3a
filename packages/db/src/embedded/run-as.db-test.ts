import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeServerFolder } from "../testing/server-folder";
import { nativeBinaries } from "./native-binaries";
import { type Account, chooseRunAs, runAsNotice } from "./run-as";

const NOBODY = { uid: 65534, gid: 65534 };
/** Numbers no machine gives away; a process may run under them all the same. */
const OWN = { uid: 61_001, gid: 61_001 };
const SYSTEM = { uid: 61_002, gid: 61_002 };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "alongside-run-as-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function choose(owner: Account | undefined, accounts: Readonly<Record<string, Account>>) {
  const binaries = nativeBinaries();
  if (!binaries.ok) throw new Error(binaries.failure.code);
  return chooseRunAs(folder, binaries.value.postgres, owner, (name) => accounts[name]);
}

if (process.getuid?.() === 0) {
  describe("started as root", () => {
    test("a new cluster goes to an account of its own, else to the system's for databases, else to nobody", () => {
      chmodSync(folder, 0o755);
      expect(choose(undefined, { alongside: OWN, postgres: SYSTEM })).toMatchObject({
        value: { kind: "user", ...OWN },
      });
      expect(choose(undefined, { postgres: SYSTEM })).toMatchObject({ value: { kind: "user", ...SYSTEM } });
      expect(choose(undefined, {})).toMatchObject({ value: { kind: "user", ...NOBODY } });
    });

    test("an account that cannot enter the folder is passed over", () => {
      chownSync(folder, OWN.uid, OWN.gid);
      expect(choose(undefined, { alongside: SYSTEM, postgres: OWN })).toMatchObject({
        value: { kind: "user", ...OWN },
      });
    });

    test("an existing folder stays with its owner, whoever else there is now", () => {
      expect(choose(NOBODY, { alongside: OWN })).toMatchObject({ value: { kind: "user", ...NOBODY } });
    });

    test("only nobody is warned of", () => {
      expect(runAsNotice({ kind: "user", ...NOBODY })).toMatch(
        /runs as nobody.*other services.*account named alongside/,
      );
      expect(runAsNotice({ kind: "user", ...OWN })).toBe("Started as root, the database runs as user 61001.");
      expect(runAsNotice({ kind: "namespace" })).toContain("user namespace");
    });

    test("a cluster of nobody goes on working beside better accounts, and the start says so", async () => {
      const server = makeServerFolder();
      try {
        const first = await server.start();
        await first.stop();
        for (const entry of [".", ...readdirSync(server.dataDir, { recursive: true, encoding: "utf8" })])
          chownSync(path.join(server.dataDir, entry), NOBODY.uid, NOBODY.gid);
        const again = await server.start();
        expect(again).toMatchObject({ fresh: false, runAsNotice: expect.stringContaining("runs as nobody") });
        await again.stop();
        expect(statSync(path.join(server.dataDir, "server.log")).uid).toBe(NOBODY.uid);
      } finally {
        await server.remove();
      }
    });
  });
} else {
  test("an ordinary user runs the server and is told nothing about accounts", () => {
    expect(choose(undefined, { alongside: OWN })).toEqual({ ok: true, value: { kind: "self" } });
    expect(runAsNotice({ kind: "self" })).toBeNull();
  });
}
