// Do prisma/schema and prisma/migrations agree? Replays the migrations on a scratch server and compares.
//   pnpm --filter @alongside/db drift            exit code 0: they agree; 2: the SQL that is missing is printed
//   pnpm --filter @alongside/db drift add NAME   writes the missing SQL as a new migration, to be read and committed
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { MIGRATIONS_DIRECTORY } from "../src/migrate/migrations-directory";
import { openEmbedded } from "./open-database";

/** Exit code of `prisma migrate diff --exit-code` when there is a difference. */
const DIFFERENT = 2;

function difference(url: string): { readonly status: number; readonly script: string } {
  const args = ["exec", "prisma", "migrate", "diff", "--from-migrations", "prisma/migrations"];
  const run = spawnSync("pnpm", [...args, "--to-schema", "prisma/schema", "--script", "--exit-code"], {
    cwd: path.resolve(import.meta.dirname, ".."),
    env: { ...process.env, DATABASE_URL: url },
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (run.status !== 0 && run.status !== DIFFERENT) console.error(run.stderr);
  return { status: run.status ?? 1, script: run.stdout };
}

function addMigration(name: string, script: string): void {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(MIGRATIONS_DIRECTORY, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, "migration.sql"), script);
  console.log(`wrote ${path.relative(process.cwd(), folder)}/migration.sql`);
}

const [command, name] = process.argv.slice(2);
const parent = mkdtempSync(path.join(tmpdir(), "alongside-drift-"));
chmodSync(parent, 0o755);
const database = await openEmbedded(path.join(parent, "pg"));
try {
  const url = new URL(database.ownerUrl);
  url.pathname = "/postgres";
  const { status, script } = difference(url.toString());
  if (status === DIFFERENT && command === "add" && name && /^[a-z0-9_]+$/.test(name)) addMigration(name, script);
  else {
    console.log(status === 0 ? "schema and migrations agree" : script);
    process.exitCode = status;
  }
} finally {
  await database.close();
  rmSync(parent, { recursive: true, force: true });
}
