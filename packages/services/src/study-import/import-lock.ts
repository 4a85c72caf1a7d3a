import type { Tx } from "@alongside/db/client";

/** First half of the keys of these locks; the second is a hash of the id. */
const PROGRAMME_LOCK = 72707372;
const IMPORT_LOCK = 72707373;

/**
 * Marks an import as being at work, until the caller's transaction ends, however it ends. One import at a time in a
 * programme: two that create the same cohort or sum the same measure must not cross.
 *
 * @returns false when another import of the programme, or this very one, is at work
 */
export async function takeImportLocks(tx: Tx, programmeId: string, importId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${PROGRAMME_LOCK}::int, hashtext(${programmeId}))
       AND pg_try_advisory_xact_lock(${IMPORT_LOCK}::int, hashtext(${importId})) AS taken`;
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
