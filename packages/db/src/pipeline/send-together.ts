import type { PoolClient, QueryConfig, QueryResult } from "pg";

/** Sends statements in one write to the connection, and waits until all have been answered. */
export function sendTogether(
  client: PoolClient,
  statements: readonly (string | QueryConfig)[],
): Promise<readonly PromiseSettledResult<QueryResult>[]> {
  const { stream } = client.connection;
  stream.cork();
  const sent = statements.map((statement) => client.query(statement));
  stream.uncork();
  return Promise.allSettled(sent);
}
