import type pg from "pg";

/**
 * Held in common by whoever writes, and alone by whoever takes an old key away: no value is sealed with a key that is gone
 * by the time it is stored.
 */
export const KEYS_LOCK = 72707382;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Runs work in one transaction that sees the rows of one programme only. An error, or an answer that `keep` turns down,
 * undoes it.
 */
export async function inProgramme<T>(
  pool: pg.Pool,
  programmeId: string,
  work: (client: pg.PoolClient) => Promise<T>,
  keep: (answer: T) => boolean = () => true,
): Promise<T> {
  // It goes into the text of a statement, which takes no parameters.
  if (!UUID.test(programmeId)) throw new TypeError("a programme is named by a UUID");
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`BEGIN; SET LOCAL app.programme_id = '${programmeId}'; SET LOCAL lock_timeout = '5s'`);
    await client.query("SELECT pg_advisory_xact_lock_shared($1)", [KEYS_LOCK]);
    const answer = await work(client);
    await client.query(keep(answer) ? "COMMIT" : "ROLLBACK");
    return answer;
  } catch (error) {
    await client.query("ROLLBACK").catch((second: Error) => {
      broken = second;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
