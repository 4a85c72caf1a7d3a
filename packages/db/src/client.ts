import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "./generated/prisma/client";
import { CONNECTIONS, type Connected, type Connections } from "./pipeline/connections";
import { noStatementNames, statementNames } from "./pipeline/statement-names";
import { bindPool } from "./scope/bind-pool";
import { WHOLE } from "./scope/whole";

/** Where everything is kept. Cannot be asked as it is: `scopedDb` binds it to a programme, `withoutProgramme` to none. */
export interface Database extends Connected {
  readonly [WHOLE]: () => Db;
}
/** The database outside any programme: behind the policies it sees sign-ins, and nothing that belongs to a programme. */
export type Db = PrismaClient & Database;
/** The database inside one programme. */
export type ScopedDb = Tx & Connected & Pick<PrismaClient, "$transaction">;
/** A transaction on it; also what a verb accepts that may run inside another's transaction. */
export type Tx = Prisma.TransactionClient;
/** What a json column accepts when written. */
export type JsonInput = Prisma.InputJsonValue;
/** A json value as read. */
export type JsonOutput = Prisma.JsonValue;
/** An exact number as PostgreSQL's numeric holds it. */
export type Decimal = Prisma.Decimal;

export interface DbOptions {
  /**
   * Connections at most. A request holds one at a time (a transaction is one connection), so this is also the number of
   * requests that can be inside the database at once; more of them wait their turn.
   */
  readonly poolMax?: number;
  /**
   * Prepared statements are kept by name on each connection, which saves the server planning the same query again.
   * Switch off behind a connection pooler in transaction mode that does not support them.
   */
  readonly namedStatements?: boolean;
}

const DEFAULT_POOL_MAX = 10;
/** How long a request waits for a free connection before it says that the database is busy. */
const CONNECTION_PATIENCE_MS = 15_000;
/**
 * Said to the server at the start of every connection. The adapter writes times in UTC without saying so; a server set to
 * another zone would store them hours away. And nobody waits without end: one row that stays locked, or a transaction
 * whose owner has gone, would otherwise take one connection after the other until nothing is answered any more.
 */
const SESSION_SETTINGS = [
  "SET TimeZone = 'UTC'",
  "SET lock_timeout = '5s'",
  "SET idle_in_transaction_session_timeout = '60s'",
].join("; ");

async function settle(client: { readonly query: (text: string) => Promise<unknown> }): Promise<void> {
  await client.query(SESSION_SETTINGS);
}

/**
 * Opens the database. Nothing connects until the first query. Close with `db.$disconnect()`.
 * @param url `postgresql://user:password@host:port/database`
 */
export function createDb(url: string, options: DbOptions = {}): Db {
  // With `pipeline`, statements that are sent together do not wait for each other's answers.
  const pool = new pg.Pool({
    ...{ connectionString: url, max: options.poolMax ?? DEFAULT_POOL_MAX, pipeline: true },
    ...{ connectionTimeoutMillis: CONNECTION_PATIENCE_MS, onConnect: settle },
  });
  // A connection that breaks while nobody uses it is replaced when somebody does.
  pool.on("error", () => {});
  const nameStatement = options.namedStatements === false ? noStatementNames : statementNames();
  const asking = new AsyncLocalStorage<string | undefined>();
  bindPool(pool, asking);
  const adapter = new PrismaPg(pool, { statementNameGenerator: nameStatement });
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 15_000, timeout: 60_000 } });
  const connections: Connections = { pool, nameStatement, asking };
  const db: Db = Object.assign(client, { [CONNECTIONS]: connections, [WHOLE]: (): Db => db });
  const disconnect = db.$disconnect.bind(db);
  // Prisma closes what it opened; connections are also there when only plain statements were ever sent.
  db.$disconnect = async () => {
    await disconnect();
    if (!pool.ending) await pool.end();
  };
  return db;
}
