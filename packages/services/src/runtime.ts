import { randomBytes, randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import type { Accounts } from "@alongside/auth/accounts";
import { type AnchorKey, readAnchorKey } from "@alongside/db/audit/anchor-key";
import { type AnchorWitness, fileWitness, NO_WITNESS } from "@alongside/db/audit/anchor-witness";
import { type Retention, readRetention } from "@alongside/db/backup/read-retention";
import { createDb, type Db, type DbOptions } from "@alongside/db/client";
import { keysFromFile, keysFromText } from "@alongside/db/vault/key-store";
import { openVault, type Vault } from "@alongside/db/vault/vault";
import type { Actor } from "@alongside/domain/access/actor";
import { uuidv7 } from "uuidv7";
import { type Computations, openComputations } from "./computation/computations";
import { startThread } from "./computation/start-thread";
import { threadPool } from "./computation/thread-pool";
import type { Context } from "./context";
import { type ReceiptSigner, receiptSigner } from "./erasure/receipt-signer";
import { holdApart } from "./session/hold-apart";

/** What one server process holds for all its requests. */
export interface Runtime {
  readonly db: Db;
  readonly vault: Vault | null;
  readonly accounts: Accounts;
  readonly computations: Computations;
  readonly secondFactorRequired: boolean;
  readonly anchorKey: AnchorKey | null;
  readonly anchorWitness: AnchorWitness;
  readonly receipts: ReceiptSigner;
  readonly backupsKept: Retention | null;
}

/** Where contact details are and what opens them. */
export interface VaultSettings {
  /** Connects as the vault's role. */
  readonly url: string;
  /** The keyring itself, or the file that holds it. */
  readonly keys: { readonly text: string } | { readonly file: string };
}

function vaultOf({ url, keys }: VaultSettings): Vault {
  return openVault({ url, keys: "text" in keys ? keysFromText(keys.text) : keysFromFile(keys.file) });
}

/**
 * Connects a process to its database. Connections and threads are opened when first needed, so this may run during a build.
 * `report` is told what goes wrong where nobody waits for an answer; `secret` is the installation's, outside the database.
 */
export function openRuntime(
  databaseUrl: string,
  accounts: Accounts,
  options: DbOptions & {
    readonly report: (error: unknown) => void;
    readonly secret: string;
    readonly auditKey?: string;
    /** File in which the last anchors are remembered outside the database; absent where nothing can be kept. */
    readonly auditWitness?: string;
    readonly vault: VaultSettings | null;
    readonly secondFactorRequired?: boolean;
    /** How many daily backups are kept, as ALONGSIDE_BACKUP_KEEP says it; absent where none are made. */
    readonly backupsKept?: string;
  },
): Runtime {
  // One processor is left to answer requests.
  const pool = threadPool(startThread, Math.max(1, availableParallelism() - 1));
  return {
    db: createDb(databaseUrl, options),
    vault: options.vault === null ? null : vaultOf(options.vault),
    accounts,
    computations: openComputations(pool, options.report),
    anchorKey: options.auditKey ? readAnchorKey(options.auditKey) : null,
    anchorWitness: options.auditWitness ? fileWitness(options.auditWitness) : NO_WITNESS,
    receipts: receiptSigner(options.secret),
    secondFactorRequired: options.secondFactorRequired ?? false,
    backupsKept: options.backupsKept === undefined ? null : readRetention(options.backupsKept),
  };
}

/** The context of one request: the real clock, ids and randomness, and whoever is asking. */
export function requestContext(runtime: Runtime, actor: Actor | null): Context {
  return {
    database: runtime.db,
    vault: runtime.vault,
    accounts: runtime.accounts,
    ...holdApart(actor),
    now: () => new Date(),
    newId: uuidv7,
    randomBytes: (count) => randomBytes(count),
    requestId: randomUUID(),
    computations: runtime.computations,
    anchorKey: runtime.anchorKey,
    anchorWitness: runtime.anchorWitness,
    receipts: runtime.receipts,
    secondFactorRequired: runtime.secondFactorRequired,
    backupsKept: runtime.backupsKept,
  };
}
