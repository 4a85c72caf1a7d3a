import type { AsyncLocalStorage } from "node:async_hooks";
import type { Pool, QueryConfig } from "pg";
import type { SqlFragment } from "../sql";
import type { NameStatement } from "./statement-names";

/** The connections that a database client was opened on. */
export interface Connections {
  readonly pool: Pool;
  readonly nameStatement: NameStatement;
  /** What is being asked now: the statements that open its transaction, when it is bound to a programme. */
  readonly asking: AsyncLocalStorage<string | undefined>;
  /** For a client that is bound to a programme: the same statements, for every transaction on it. */
  readonly opening?: string;
}

/** Kept on the client itself: a bundler may hold this module more than once in one process. */
export const CONNECTIONS = "$connections";

/** A database that can be asked through its connections. */
export interface Connected {
  readonly [CONNECTIONS]: Connections;
}

/** A statement as the driver takes it. Names have a space of their own: the query compiler spells its texts differently. */
export function driverQuery(nameStatement: NameStatement, statement: SqlFragment): QueryConfig {
  const { text, values } = statement;
  return { name: nameStatement({ sql: text }), text, values };
}
