import pg from "pg";

/** The PostgreSQL server of a test run. */
export interface TestServer {
  /** Owner of every database; the database named in it need not exist. */
  readonly ownerUrl: string;
  /** As the application's role, on the embedded server; the owner again on a server of your own. */
  readonly applicationUrl: string;
  /** As the vault's role, on the embedded server; the owner again on a server of your own. */
  readonly vaultUrl: string;
  /** A database with all migrations applied, to be copied. Nobody may connect to it while copies are made. */
  readonly template: string;
}

/** What the global setup hands to test files. Declared here, so that every package that opens a test database sees it. */
declare module "vitest" {
  interface ProvidedContext {
    readonly testServer: TestServer;
  }
}

/** The same server and role, another database. */
export function withDatabase(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${encodeURIComponent(name)}`;
  return target.toString();
}

/** Runs one statement on the server's maintenance database, given a function that quotes names. */
export async function maintain(url: string, statement: (quote: (name: string) => string) => string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, "postgres") });
  await client.connect();
  try {
    await client.query(statement((name) => client.escapeIdentifier(name)));
  } finally {
    await client.end();
  }
}

/** Drops a database, ending whatever is still connected to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await maintain(url, (quote) => `DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`);
}
