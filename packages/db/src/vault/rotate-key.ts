import pg from "pg";
import type { KeyStore } from "./key-store";
import { type Keyring, withNewestOnly, withNewKey } from "./keyring";
import { seal, unseal } from "./seal";
import { KEYS_LOCK } from "./transaction";

/** Held by the one rotation that runs. */
const ROTATION_LOCK = 72707383;
const BATCH = 200;

export interface Rotation {
  /** Values sealed anew. */
  readonly sealedAgain: number;
  /** Values that were opened with the new key at the end: all there are. */
  readonly verified: number;
  readonly oldKeysRemoved: number;
}

interface Row {
  readonly participantId: string;
  readonly field: string;
  readonly programmeId: string;
  readonly keyId: string;
  readonly sealed: Buffer;
}

const COLUMNS = `participant_id AS "participantId", field, programme_id AS "programmeId", key_id AS "keyId", sealed`;

/**
 * Puts a new key in front, seals every value with it, opens every value with the new key alone, and only then takes the
 * old keys away. After an interruption the next call goes on where this one stood, without yet another key. Where keys
 * are given in the environment, it seals with the first of them and takes none away.
 * @param ownerUrl connects as the owner of the schema, who sees the rows of all programmes
 * @param onBatch told after each batch how many values were sealed anew so far
 * @throws SealBroken when a value does not open; nothing is taken away then
 */
export async function rotateKey(
  ownerUrl: string,
  store: KeyStore,
  onBatch: (sealedAgain: number) => void = () => {},
): Promise<Rotation> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [ROTATION_LOCK]);
    const before = store.read();
    // More than one key: an earlier rotation was interrupted, or the operator put a new one in front.
    if (store.write !== null && before.keys.length === 1) store.write(withNewKey(before));
    const ring = store.read();
    let sealedAgain = await sealAll(client, ring, onBatch);
    const newest = withNewestOnly(ring);
    const verified = await verify(client, newest);
    // Nobody writes from here on, and who wrote with an old key a moment ago has finished.
    await client.query("SELECT pg_advisory_lock($1)", [KEYS_LOCK]);
    sealedAgain += await sealAll(client, ring, () => {});
    store.write?.(newest);
    return { sealedAgain, verified, oldKeysRemoved: store.write === null ? 0 : ring.keys.length - 1 };
  } finally {
    await client.end();
  }
}

/** Seals with the newest key whatever is sealed with another, until there is nothing left. Gives their number. */
async function sealAll(client: pg.Client, ring: Keyring, onBatch: (sealedAgain: number) => void): Promise<number> {
  let sealedAgain = 0;
  for (;;) {
    const found = await client.query<Row>(
      `SELECT ${COLUMNS} FROM vault.contact_detail WHERE key_id <> $1 ORDER BY key_id, participant_id, field LIMIT ${BATCH}`,
      [ring.keys[0].id],
    );
    if (found.rows.length === 0) return sealedAgain;
    for (const row of found.rows) sealedAgain += await sealOne(client, ring, row);
    onBatch(sealedAgain);
  }
}

async function sealOne(client: pg.Client, ring: Keyring, row: Row): Promise<number> {
  const { keyId, sealed } = seal(ring, row, unseal(ring, row, row));
  // What somebody has corrected or removed in the meantime stays as they left it.
  const changed = await client.query(
    `UPDATE vault.contact_detail SET key_id = $3, sealed = $4
      WHERE participant_id = $1 AND field = $2 AND key_id = $5 AND sealed = $6`,
    [row.participantId, row.field, keyId, sealed, row.keyId, row.sealed],
  );
  return changed.rowCount ?? 0;
}

/** Opens every value with this keyring. Gives their number. */
async function verify(client: pg.Client, ring: Keyring): Promise<number> {
  let verified = 0;
  let after: Pick<Row, "participantId" | "field"> | undefined;
  for (;;) {
    const page = await client.query<Row>(
      `SELECT ${COLUMNS} FROM vault.contact_detail
        WHERE $1::uuid IS NULL OR (participant_id, field) > ($1::uuid, $2::text)
        ORDER BY participant_id, field LIMIT ${BATCH}`,
      [after?.participantId ?? null, after?.field ?? null],
    );
    for (const row of page.rows) unseal(ring, row, row);
    verified += page.rows.length;
    after = page.rows.at(-1);
    if (after === undefined) return verified;
  }
}
