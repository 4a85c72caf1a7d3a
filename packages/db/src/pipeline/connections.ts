import type { Pool, QueryConfig } from "pg";
import type { SqlFragment } from "../sql";
import type { NameStatement } from "./statement-names";

/** The connections that a database client was opened on. */
export interface Connections {
  readonly pool: Pool;
  readonly nameStatement: NameStatement;
}

/** Kept on the client itself: a bundler may hold this module more than once in one process. */
const CONNECTIONS: unique symbol = Symbol.for("alongside.db.connections");
interface OnConnections {
  readonly [CONNECTIONS]?: Connections;
}

/** Remembers on which connections a client was opened. */
export function keepConnections(db: object, connections: Connections): void {
  Object.defineProperty(db, CONNECTIONS, { value: connections });
}

/** The connections of a client made by `createDb`. Throws for any other. */
export function connectionsOf(db: object): Connections {
  const { [CONNECTIONS]: connections } = db as OnConnections;
  if (connections === undefined) throw new Error("This database client was not opened by createDb");
  return connections;
}

/** A statement as the driver takes it. Names have a space of their own: the query compiler spells its texts differently. */
export function driverQuery(nameStatement: NameStatement, statement: SqlFragment): QueryConfig {
  const { text, values } = statement;
  return { name: nameStatement({ sql: text }), text, values };
}
