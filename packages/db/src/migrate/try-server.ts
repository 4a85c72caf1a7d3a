import pg from "pg";

/** What a server says that knows us and lacks only the database, which migrations then make. */
const NO_SUCH_DATABASE = "3D000";

/**
 * Tries whether a PostgreSQL server takes our connection.
 * @param patienceMs for the whole of it: finding the host, connecting, and the password
 * @returns why not, for a person to read, without password; null when it does
 */
export async function tryServer(url: string, patienceMs: number): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
    return null;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NO_SUCH_DATABASE) return null;
    return reasonOf(error, patienceMs);
  }
}

function reasonOf(error: unknown, patienceMs: number): string {
  if (!(error instanceof Error)) return String(error);
  // pg's own words for its time limit.
  if (/timeout expired/i.test(error.message)) return `it did not answer within ${Math.round(patienceMs / 1000)} s`;
  // A host with several addresses fails with a list of errors and no message of its own.
  return error.message || ("code" in error ? String(error.code) : error.name);
}
