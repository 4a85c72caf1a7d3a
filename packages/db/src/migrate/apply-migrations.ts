import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { grantApplicationRole } from "./application-grants";
import { splitSql } from "./split-sql";
import { grantVaultRole } from "./vault-grants";

/** The key that Prisma Migrate itself locks, so that its command line and this runner never work at the same time. */
const MIGRATION_LOCK = 72707369;

/** Prisma's own definition of its history table. */
const HISTORY_TABLE = `CREATE TABLE "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

export type MigrationOutcome =
  | { readonly ok: true; readonly applied: readonly string[]; readonly applicationRole: boolean }
  | { readonly ok: false; readonly failure: MigrationFailure };

export interface MigrationFailure {
  readonly code: /** A statement of the migration was refused. Nothing of it is in the database. */
    | "statement-failed"
    /** The file differs from what was applied under its name. */
    | "edited"
    /** The database has a migration that this version does not know: it is newer than the program. */
    | "unknown-migration"
    /** Prisma's command line recorded a failure that somebody has to resolve. */
    | "unresolved"
    /** The database is what an interrupted restore of a backup left behind. */
    | "restore-unfinished";
  readonly migration: string;
  readonly detail: string;
}

export interface MigrationOptions {
  /** Apply only these, by name; otherwise all. A restore makes the tables of the backup's version first. */
  readonly only?: ReadonlySet<string>;
  /** The caller is the restore itself, whose mark in the history is not in its own way. */
  readonly restoring?: boolean;
}

/**
 * What a restore writes into the history of migrations before it begins and takes out when all is verified. Nothing starts
 * on a database that has it: neither this runner nor Prisma's command line goes past an unfinished migration.
 */
export const RESTORE_MARK = "unfinished_restore_of_a_backup";

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Migrations on disk, in order of their names. */
export function readMigrations(directory: string): Migration[] {
  return readdirSync(directory)
    .filter((name) => existsSync(path.join(directory, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** Connects, making the database first when the server does not have it. Rejects when the server does not answer. */
export async function connectOrCreate(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return client;
  } catch (error) {
    if (sqlState(error) !== "3D000") throw error;
  }
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = "/postgres";
  const maintenance = new pg.Client({ connectionString: target.toString() });
  await maintenance.connect();
  try {
    await maintenance.query(`CREATE DATABASE ${maintenance.escapeIdentifier(name)}`);
  } catch (error) {
    // Another start made it in the same moment.
    if (sqlState(error) !== "42P04" && sqlState(error) !== "23505") throw error;
  } finally {
    await maintenance.end();
  }
  const second = new pg.Client({ connectionString: url });
  await second.connect();
  return second;
}

async function applyOne(client: pg.Client, migration: Migration): Promise<string | undefined> {
  try {
    await client.query("BEGIN");
    // Statements that touch several shards must not run in parallel inside one transaction. Elsewhere it has no effect.
    await client.query("SET LOCAL citus.multi_shard_modify_mode = 'sequential'");
    for (const statement of splitSql(migration.sql)) await client.query(statement);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
    return undefined;
  } catch (error) {
    await client.query("ROLLBACK");
    return error instanceof Error ? error.message : String(error);
  }
}

/** Makes the history table when the database has none. */
export async function ensureHistory(client: pg.Client): Promise<void> {
  const present = await client.query<{ present: boolean }>(
    `SELECT to_regclass('public."_prisma_migrations"') IS NOT NULL AS present`,
  );
  if (present.rows[0]?.present !== true) await client.query(HISTORY_TABLE);
}

async function migrate(client: pg.Client, directory: string, options: MigrationOptions): Promise<MigrationOutcome> {
  await ensureHistory(client);
  const history = await client.query<{ name: string; checksum: string; finished: boolean; logs: string | null }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished, logs
     FROM "_prisma_migrations" WHERE rolled_back_at IS NULL AND ($1::text IS NULL OR migration_name <> $1)`,
    [options.restoring ? RESTORE_MARK : null],
  );
  const failure = (code: MigrationFailure["code"], migration: string, detail: string): MigrationOutcome => ({
    ok: false,
    failure: { code, migration, detail },
  });
  const unfinished = history.rows.find((row) => !row.finished);
  if (unfinished?.name === RESTORE_MARK) return failure("restore-unfinished", unfinished.name, unfinished.logs ?? "");
  if (unfinished) return failure("unresolved", unfinished.name, unfinished.logs ?? "");
  const migrations = readMigrations(directory);
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const row of history.rows) {
    const checksum = known.get(row.name);
    if (checksum === undefined) return failure("unknown-migration", row.name, "not among this version's migrations");
    if (checksum !== row.checksum) return failure("edited", row.name, "the file changed after it was applied");
  }
  const done = new Set(history.rows.map((row) => row.name));
  const applied: string[] = [];
  const wanted = ({ name }: Migration) => !done.has(name) && (options.only?.has(name) ?? true);
  for (const migration of migrations.filter(wanted)) {
    const problem = await applyOne(client, migration);
    if (problem !== undefined) return failure("statement-failed", migration.name, problem);
    applied.push(migration.name);
  }
  // Rights are those of today's tables: on the way there is nobody to have them.
  const complete = options.only === undefined;
  return { ok: true, applied, applicationRole: complete && (await mayGrant(client)) };
}

/** Grants rights to the application's role and the vault's when we own the tables; a restricted connection has nothing to give. */
async function mayGrant(client: pg.Client): Promise<boolean> {
  const owner = await client.query<{ mine: boolean }>(
    `SELECT pg_has_role(current_user, relowner, 'USAGE') AS mine FROM pg_class WHERE oid = to_regclass('public.audit_event')`,
  );
  if (owner.rows[0]?.mine !== true) return false;
  const vault = await client.query<{ present: boolean }>("SELECT to_regnamespace('vault') IS NOT NULL AS present");
  if (vault.rows[0]?.present === true) await grantVaultRole(client);
  return grantApplicationRole(client);
}

/**
 * Brings a database up to date: every migration in `directory` not yet applied, each in a transaction of its own, under
 * Prisma's lock, recorded so that Prisma's own commands accept the history. Several processes may call it at once.
 * Rejects when the server cannot be reached or refuses the password.
 * @param url of the owner of the schema; the database is created when missing
 */
export async function applyMigrations(
  url: string,
  directory: string,
  options: MigrationOptions = {},
): Promise<MigrationOutcome> {
  const client = await connectOrCreate(url);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return await migrate(client, directory, options);
  } finally {
    await client.end();
  }
}
