import pg from "pg";
import { APPLICATION_ROLE } from "../embedded/application-role";
import { VAULT_ROLE } from "../embedded/vault-role";
import { applyMigrations } from "../migrate/apply-migrations";
import { MIGRATIONS_DIRECTORY } from "../migrate/migrations-directory";
import { makeServerFolder } from "./server-folder";
import { dropDatabase, withDatabase } from "./test-server";

const OWNER = "clinic_owner";
const TEMPLATE = "before";

/** A PostgreSQL server of an operator's own, reached by address, with a role that owns databases, as the README has it. */
export interface OperatorsServer {
  /** As the server's administrator. */
  readonly administrator: string;
  /** As the owner of a database, who is no administrator. */
  readonly asOwner: (database: string) => string;
  /** Makes the database anew, with all migrations applied, and takes the application's roles away. */
  readonly begin: (database: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Runs statements one after the other on a connection of their own. */
export async function run(url: string, ...statements: readonly string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results: pg.QueryResult[] = [];
    for (const statement of statements) results.push(await client.query(statement));
    return results;
  } finally {
    await client.end();
  }
}

/** Starts one. Throws when it does not start; `remove` ends it and takes its folder away. */
export async function makeOperatorsServer(): Promise<OperatorsServer> {
  const folder = makeServerFolder();
  const administrator = withDatabase((await folder.start()).ownerUrl, "postgres");
  const asOwner = (database: string): string => {
    const url = new URL(withDatabase(administrator, database));
    url.username = OWNER;
    url.password = "chosen";
    return url.toString();
  };
  await run(
    administrator,
    ...[APPLICATION_ROLE, VAULT_ROLE].map((role) => `DROP ROLE ${role}`),
    `CREATE ROLE ${OWNER} LOGIN PASSWORD 'chosen'`,
    `CREATE DATABASE ${TEMPLATE} OWNER ${OWNER}`,
  );
  const migrated = await applyMigrations(asOwner(TEMPLATE), MIGRATIONS_DIRECTORY);
  if (!migrated.ok) throw new Error(migrated.failure.detail);
  const begin = async (database: string): Promise<void> => {
    await dropDatabase(administrator, database);
    await run(
      administrator,
      ...[APPLICATION_ROLE, VAULT_ROLE].map((role) => `DROP ROLE IF EXISTS ${role}`),
      `ALTER ROLE ${OWNER} CREATEROLE`,
      `CREATE DATABASE ${database} OWNER ${OWNER} TEMPLATE ${TEMPLATE}`,
    );
  };
  return { administrator, asOwner, begin, remove: folder.remove };
}
