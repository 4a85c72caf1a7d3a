import type { Tx } from "@alongside/db/client";
import { type SqlFragment, sql } from "@alongside/db/sql";

/** First half of the keys of these locks; the second is a hash of the id. */
const PROGRAMME_LOCK = 72707372;
const IMPORT_LOCK = 72707373;

/**
 * The statement that marks an import of any kind of file as being at work, until the transaction it is sent in ends,
 * however it ends. Its one row says in `taken` whether nobody else was.
 */
export function importLock(importId: string): SqlFragment {
  return sql`SELECT pg_try_advisory_xact_lock(${IMPORT_LOCK}::int, hashtext(${importId})) AS taken`;
}

/**
 * The same for an import that writes: one at a time in a programme, since two that create the same cohort, sum the same
 * measure or hold the same people must not cross.
 */
export function importLocks(programmeId: string, importId: string): SqlFragment {
  return sql`
    SELECT pg_try_advisory_xact_lock(${PROGRAMME_LOCK}::int, hashtext(${programmeId}))
       AND pg_try_advisory_xact_lock(${IMPORT_LOCK}::int, hashtext(${importId})) AS taken`;
}

/**
 * Takes both locks in the caller's transaction.
 *
 * @returns false when another import of the programme, or this very one, is at work
 */
export async function takeImportLocks(tx: Tx, programmeId: string, importId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>(importLocks(programmeId, importId));
  return row?.taken === true;
}

/** The imports among these that some process is at work on now. A killed process holds no lock, so it is not found here. */
export async function importsAtWork(db: Tx, importIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT i.id FROM unnest(${[...importIds]}::text[]) AS i(id)
     WHERE EXISTS (SELECT 1 FROM pg_locks l
                    WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
                      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                      AND l.classid::bigint = ${IMPORT_LOCK}
                      AND l.objid::bigint = hashtext(i.id)::bigint & 4294967295)`;
  return new Set(rows.map((row) => row.id));
}
