import pg from "pg";

/** Prisma's error codes for a connection that failed, by PostgreSQL's SQLSTATE. */
const ERROR_CODES = { "3D000": "P1003", "28P01": "P1000", 28000: "P1000", "42P04": "P1009" };

async function withDatabase(url, name, work) {
  const target = new URL(url);
  target.pathname = `/${encodeURIComponent(name)}`;
  target.searchParams.delete("schema");
  const client = new pg.Client({ connectionString: target.toString() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/**
 * `schema-engine cli --datasource {…} <command>`: can-connect-to-database, create-database, drop-database.
 * @returns {Promise<undefined | { code: string, message: string }>} nothing, or the failure in Prisma's terms
 */
export async function runDatabaseCommand(command, url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  try {
    switch (command) {
      case "can-connect-to-database":
        await withDatabase(url, name, async () => {});
        return undefined;
      case "create-database":
        await withDatabase(url, "postgres", (client) =>
          client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`),
        );
        return undefined;
      case "drop-database":
        await withDatabase(url, "postgres", (client) => client.query(`DROP DATABASE ${client.escapeIdentifier(name)}`));
        return undefined;
      default:
        return { code: "P1000", message: `unknown command ${command}` };
    }
  } catch (error) {
    return { code: ERROR_CODES[error.code] ?? "P1001", message: error.message || String(error) };
  }
}
