import pg from "pg";
import type { KeyStore } from "./key-store";
import { matchingHash } from "./keyring";
import { seal, unseal } from "./seal";
import { inProgramme } from "./transaction";

const PATIENCE_MS = 15_000;

export interface VaultOptions {
  /** Connects as the vault's role. */
  readonly url: string;
  readonly keys: KeyStore;
  readonly poolMax?: number;
}

/** What may be changed about contact details, inside one transaction of the vault. */
export interface VaultChange {
  /** Names of the fields that are kept of somebody, on the connection of the change. */
  readonly fieldsOf: (participantId: string) => Promise<readonly string[]>;
  /** Seals and stores; what stood there is overwritten, for a wrong number is nobody's history. */
  readonly put: (participantId: string, field: string, text: string) => Promise<void>;
  /** Removes fields of one person, or all of them. Gives the names of those that were there. */
  readonly remove: (participantId: string, fields: readonly string[] | "all") => Promise<readonly string[]>;
  /** Removes everything of the programme. Gives the number of people it was about. */
  readonly removeEverybody: () => Promise<number>;
}

/** Contact details, sealed, through a connection of their own. Whoever calls has asked for the right and written it down. */
export interface Vault {
  /** Names of the fields that are kept of somebody. Opens nothing. */
  readonly fieldsOf: (programmeId: string, participantId: string) => Promise<readonly string[]>;
  /** Opens fields of one person. Throws `SealBroken`. */
  readonly open: (
    programmeId: string,
    participantId: string,
    fields: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** Of how many people something is kept. */
  readonly countPeople: (programmeId: string) => Promise<number>;
  /**
   * Changes what is kept. `work` runs to its end, its own transaction elsewhere included, before anything is kept here:
   * a change without its trace cannot be, a trace whose change was lost in a power cut can. Nothing else of the vault may
   * be asked inside, nor the vault from within another transaction: both would wait for each other's connections.
   * @param keep whether the answer of `work` lets the change stand
   */
  readonly change: <T>(
    programmeId: string,
    work: (change: VaultChange) => Promise<T>,
    keep: (answer: T) => boolean,
  ) => Promise<T>;
  /** A hash of texts under a key that no database holds. */
  readonly hash: (parts: readonly string[]) => string;
  readonly close: () => Promise<void>;
}

interface Row {
  readonly field: string;
  readonly keyId: string;
  readonly sealed: Buffer;
}

/** Opens the vault. Nothing connects and no key is read until something is asked. */
export function openVault({ url, keys, poolMax = 3 }: VaultOptions): Vault {
  const pool = new pg.Pool({ connectionString: url, max: poolMax, connectionTimeoutMillis: PATIENCE_MS });
  // A connection that breaks while nobody uses it is replaced when somebody does.
  pool.on("error", () => {});

  return {
    fieldsOf(programmeId, participantId) {
      return inProgramme(pool, programmeId, (client) => fieldsOn(client, programmeId, participantId));
    },
    open(programmeId, participantId, fields) {
      return inProgramme(pool, programmeId, async (client) => {
        const found = await client.query<Row>(
          `SELECT field, key_id AS "keyId", sealed FROM vault.contact_detail
            WHERE participant_id = $1 AND programme_id = $2 AND field = ANY ($3)`,
          [participantId, programmeId, fields],
        );
        const ring = keys.read();
        const opened = (row: Row) => unseal(ring, { programmeId, participantId, field: row.field }, row);
        return new Map(found.rows.map((row) => [row.field, opened(row)]));
      });
    },
    async countPeople(programmeId) {
      const text = "SELECT count(DISTINCT participant_id)::int AS n FROM vault.contact_detail WHERE programme_id = $1";
      const found = await inProgramme(pool, programmeId, (client) => client.query<{ n: number }>(text, [programmeId]));
      return found.rows[0]?.n ?? 0;
    },
    change(programmeId, work, keep) {
      return inProgramme(pool, programmeId, (client) => work(changesOn(client, programmeId, keys)), keep);
    },
    hash: (parts) => matchingHash(keys.read(), parts),
    close: () => pool.end(),
  };
}

async function fieldsOn(client: pg.PoolClient, programmeId: string, participantId: string): Promise<readonly string[]> {
  const found = await client.query<{ field: string }>(
    "SELECT field FROM vault.contact_detail WHERE participant_id = $1 AND programme_id = $2 ORDER BY field",
    [participantId, programmeId],
  );
  return found.rows.map(({ field }) => field);
}

function changesOn(client: pg.PoolClient, programmeId: string, keys: KeyStore): VaultChange {
  return {
    fieldsOf: (participantId) => fieldsOn(client, programmeId, participantId),
    async put(participantId, field, text) {
      const { keyId, sealed } = seal(keys.read(), { programmeId, participantId, field }, text);
      await client.query(
        `INSERT INTO vault.contact_detail (participant_id, field, programme_id, key_id, sealed, updated_at)
         VALUES ($1, $2, $3, $4, $5, now())
         ON CONFLICT (participant_id, field) DO UPDATE
            SET key_id = excluded.key_id, sealed = excluded.sealed, updated_at = excluded.updated_at`,
        [participantId, field, programmeId, keyId, sealed],
      );
    },
    async remove(participantId, fields) {
      const removed = await client.query<{ field: string }>(
        `DELETE FROM vault.contact_detail
          WHERE participant_id = $1 AND programme_id = $2 AND ($3::text[] IS NULL OR field = ANY ($3)) RETURNING field`,
        [participantId, programmeId, fields === "all" ? null : fields],
      );
      return removed.rows.map(({ field }) => field).toSorted();
    },
    async removeEverybody() {
      const removed = await client.query<{ participant_id: string }>(
        "DELETE FROM vault.contact_detail WHERE programme_id = $1 RETURNING participant_id",
        [programmeId],
      );
      return new Set(removed.rows.map((row) => row.participant_id)).size;
    },
  };
}
