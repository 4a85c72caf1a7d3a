import { randomBytes, randomUUID } from "node:crypto";
import type { Accounts } from "@alongside/auth/accounts";
import { createDb, type Db, type DbOptions } from "@alongside/db/client";
import type { Actor } from "@alongside/domain/access/actor";
import { uuidv7 } from "uuidv7";
import type { Context } from "./context";

/** What one server process holds for all its requests. */
export interface Runtime {
  readonly db: Db;
  readonly accounts: Accounts;
}

/** Connects a process to its database. Connections are opened when first needed, so this may run during a build. */
export function openRuntime(databaseUrl: string, accounts: Accounts, options: DbOptions = {}): Runtime {
  return { db: createDb(databaseUrl, options), accounts };
}

/** The context of one request: the real clock, ids and randomness, and whoever is asking. */
export function requestContext(runtime: Runtime, actor: Actor | null): Context {
  return {
    db: runtime.db,
    accounts: runtime.accounts,
    actor,
    now: () => new Date(),
    newId: uuidv7,
    randomBytes: (count) => randomBytes(count),
    requestId: randomUUID(),
  };
}
