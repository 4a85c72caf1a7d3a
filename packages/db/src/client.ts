import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "./generated/prisma/client";

/** The database, as every other package sees it. */
export type Db = PrismaClient;
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
/** Statements whose text varies with the data (long IN lists) would otherwise fill the server's memory. */
const NAMED_STATEMENTS_MAX = 400;
/** Given to statements beyond that: the driver then sends them unnamed. */
const UNNAMED = "";

/** Names a statement after its text, the same on every connection; the first few hundred texts only. */
function statementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= NAMED_STATEMENTS_MAX) return UNNAMED;
    const name = `s${createHash("sha256").update(sql).digest("base64url").slice(0, 22)}`;
    names.set(sql, name);
    return name;
  };
}

/** The adapter writes times in UTC without saying so; a server set to another zone would store them hours away. */
async function speakUtc(client: { readonly query: (text: string) => Promise<unknown> }): Promise<void> {
  await client.query("SET TimeZone = 'UTC'");
}

/**
 * Opens the database. Nothing connects until the first query. Close with `db.$disconnect()`.
 * @param url `postgresql://user:password@host:port/database`
 */
export function createDb(url: string, options: DbOptions = {}): Db {
  const adapter = new PrismaPg(
    { connectionString: url, max: options.poolMax ?? DEFAULT_POOL_MAX, onConnect: speakUtc },
    options.namedStatements === false ? {} : { statementNameGenerator: statementNames() },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 15_000, timeout: 60_000 } });
}
