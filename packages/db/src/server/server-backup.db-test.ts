import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createDb } from "../client";
import { makeParticipant, makePerson, makeProgramme } from "../testing/factories";
import { makeOperatorsServer, type OperatorsServer, run } from "../testing/operators-server";
import { ensureServerRoles } from "./server-roles";

const PACKAGE = path.resolve(import.meta.dirname, "../..");
let server: OperatorsServer;
let folder: string;
beforeAll(async () => {
  server = await makeOperatorsServer();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "alongside-operations-"));
  mkdirSync(path.join(folder, "data"));
  writeFileSync(path.join(folder, "words"), "four plain words together\n", { mode: 0o600 });
});
afterAll(async () => {
  await server.remove();
});

/** A command of `package.json` as somebody types it, on the database at that address. */
function command(name: "backup" | "restore", url: string, ...words: readonly string[]): Promise<string> {
  const tsx = createRequire(import.meta.url).resolve("tsx");
  const args = ["--import", tsx, path.join(PACKAGE, "scripts", `${name}.ts`), ...words];
  const env = { ...process.env, DATABASE_URL: url, ALONGSIDE_DATA_DIR: path.join(folder, "data") };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [...args, "--passphrase-file", path.join(folder, "words")],
      { env },
      (error, out, err) => (error ? reject(new Error(out + err)) : resolve(out)),
    );
  });
}

test("an operator's server is backed up and restored by its owner, who is no administrator", async () => {
  await server.begin("clinic");
  const given = server.asOwner("clinic");
  const made = await ensureServerRoles({ given, application: null, vault: null, secret: "of one installation" });
  expect(made.kind).toBe("separate");
  const db = createDb(given);
  const { programme, sites, cohorts } = await makeProgramme(db);
  await makePerson(db, { programmeId: programme.id, role: "evaluator" });
  await makeParticipant(db, { programmeId: programme.id, siteId: sites[0].id, cohortId: cohorts[0].id });
  await db.$disconnect();

  const said = await command("backup", given, "--to", folder);
  expect(said).toContain("written and read back whole");
  const file = readdirSync(folder).find((name) => name.endsWith(".backup.age")) ?? "";

  await run(server.administrator, "CREATE DATABASE elsewhere OWNER clinic_owner");
  const target = server.asOwner("elsewhere");
  expect(await command("restore", target, path.join(folder, file))).toContain("each table compared with the backup");
  const codes = "SELECT code FROM participant";
  expect((await run(target, codes))[0]?.rows).toEqual((await run(given, codes))[0]?.rows);

  // What is restored is held by the same walls.
  const again = await ensureServerRoles({
    given: target,
    application: null,
    vault: null,
    secret: "of one installation",
  });
  if (again.kind !== "separate") throw new Error(again.reason);
  await expect(run(again.url, "DELETE FROM audit_event")).rejects.toThrow("permission denied");
  expect((await run(again.url, codes))[0]?.rows).toEqual([]);
  rmSync(folder, { recursive: true });
}, 60_000);
