import type { AsyncLocalStorage } from "node:async_hooks";
import type { Pool, PoolClient, QueryConfig, QueryResult } from "pg";
import { sendTogether } from "../pipeline/send-together";

const COMMIT = "COMMIT";

/**
 * Makes a pool open every transaction for the programme that is being asked about. A single statement travels with its
 * BEGIN, settings and COMMIT in one write and back in one, so it waits for the server no more often than without; a
 * transaction that the query compiler begins gets the settings in the same message as its BEGIN. What is asked outside
 * any programme goes as it came, and finds no rows behind the policies.
 */
export function bindPool(pool: Pool, asking: AsyncLocalStorage<string | undefined>): void {
  const plainQuery = pool.query.bind(pool);
  const plainConnect = pool.connect.bind(pool);
  const query = (config: QueryConfig) => {
    const opening = asking.getStore();
    return opening === undefined ? plainQuery(config) : queryWithin(plainConnect(), opening, config);
  };
  const connect = (callback?: Parameters<typeof plainConnect>[0]) => {
    // The pool's own way to a connection for one statement.
    if (callback !== undefined) return plainConnect(callback);
    const opening = asking.getStore();
    return opening === undefined ? plainConnect() : connectWithin(plainConnect(), opening);
  };
  Object.defineProperties(pool, { query: { value: query }, connect: { value: connect } });
}

async function queryWithin(
  connecting: Promise<PoolClient>,
  opening: string,
  config: QueryConfig,
): Promise<QueryResult | undefined> {
  const client = await connecting;
  client.on("error", ignoreForNow);
  const [, answered, ended] = await sendTogether(client, [opening, config, COMMIT]);
  client.off("error", ignoreForNow);
  if (ended?.status === "fulfilled") {
    client.release();
    if (answered?.status === "rejected") throw answered.reason;
    // A statement is kept with its transaction or not at all: a refused opening refuses it too.
    if (answered?.status === "fulfilled") return answered.value;
  }
  client.release(true);
  throw answered?.status === "rejected" ? answered.reason : ended?.status === "rejected" ? ended.reason : undefined;
}

/** A connection whose first statement, the BEGIN, brings the settings. */
async function connectWithin(connecting: Promise<PoolClient>, opening: string): Promise<PoolClient> {
  const client = await connecting;
  const begin = () => {
    Reflect.deleteProperty(client, "query");
    return client.query(opening);
  };
  Object.defineProperty(client, "query", { configurable: true, value: begin });
  return client;
}

function ignoreForNow(): void {}
