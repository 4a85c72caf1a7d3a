import { execFile } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { dropDatabase, withDatabase } from "../testing/test-server";
import { applyMigrations } from "./apply-migrations";

const PACKAGE = path.resolve(import.meta.dirname, "../..");
const url = withDatabase(inject("testServer").ownerUrl, `prisma_${crypto.randomUUID().replaceAll("-", "")}`);
let copy: string;

/** A copy of the prisma folder inside the package, so that the command line finds its packages. */
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), "alongside-prisma-"));
  cpSync(path.join(PACKAGE, "prisma"), copy, { recursive: true });
  writeFileSync(
    path.join(copy, "prisma.config.ts"),
    `import base from ${JSON.stringify(path.join(PACKAGE, "prisma.config.ts"))};
     export default { ...base, schema: ${JSON.stringify(path.join(copy, "schema"))},
       migrations: { path: ${JSON.stringify(path.join(copy, "migrations"))} } };`,
  );
});
afterAll(async () => {
  rmSync(copy, { recursive: true });
  await dropDatabase(url, new URL(url).pathname.slice(1));
});

/** Prisma's own command line, offline, through the stand-in for its engine. */
function prisma(...args: string[]): Promise<{ readonly code: number; readonly output: string }> {
  const command = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const options = { cwd: PACKAGE, env: { ...process.env, DATABASE_URL: url } };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...args, "--config", path.join(copy, "prisma.config.ts")],
      options,
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, output: stdout + stderr }),
    );
  });
}

/** Replays the migrations in a shadow database and compares the result with the schema. */
const diff = () =>
  prisma(
    "migrate",
    "diff",
    "--from-migrations",
    path.join(copy, "migrations"),
    "--to-schema",
    path.join(copy, "schema"),
    "--exit-code",
  );

test("Prisma creates and migrates a database, and our runner then has nothing to do", async () => {
  // Functions and blocks hold semicolons, which Prisma's adapter would cut at.
  mkdirSync(path.join(copy, "migrations/29990101000000_block"));
  writeFileSync(path.join(copy, "migrations/29990101000000_block/migration.sql"), "DO $$ BEGIN PERFORM 1; END $$;");
  expect(await prisma("migrate", "deploy")).toMatchObject({ code: 0 });
  expect(await applyMigrations(url, path.join(copy, "migrations"))).toMatchObject({ ok: true, applied: [] });
});

test("what our runner applies, Prisma accepts", async () => {
  mkdirSync(path.join(copy, "migrations/29990102000000_note"));
  writeFileSync(path.join(copy, "migrations/29990102000000_note/migration.sql"), `COMMENT ON TABLE "score" IS 'A; B';`);
  expect(await applyMigrations(url, path.join(copy, "migrations"))).toMatchObject({ applied: ["29990102000000_note"] });
  const status = await prisma("migrate", "status");
  expect(status.output).toContain("Database schema is up to date!");
});

test("schema and migrations agree, and a difference is found", async () => {
  expect(await diff()).toMatchObject({ code: 0 });
  appendFileSync(
    path.join(copy, "schema/programme.prisma"),
    '\nmodel Extra {\n  id String @id @db.Uuid\n\n  @@map("extra")\n}\n',
  );
  const changed = await diff();
  expect(changed.code).toBe(2);
  expect(changed.output).toContain("extra");
});
