import type { Accounts } from "@alongside/auth/accounts";
import type { AnchorKey } from "@alongside/db/audit/anchor-key";
import type { AnchorWitness } from "@alongside/db/audit/anchor-witness";
import type { Retention } from "@alongside/db/backup/read-retention";
import type { Database } from "@alongside/db/client";
import type { Vault } from "@alongside/db/vault/vault";
import type { Actor } from "@alongside/domain/access/actor";
import type { Computations } from "./computation/computations";
import type { ReceiptSigner } from "./erasure/receipt-signer";
import type { HeldActor } from "./session/hold-apart";

/** What every use-case is given. The clock and ids arrive here so that tests can hold them still. */
export interface Context {
  /** Cannot be asked as it is: `authorise` gives the part of it that the person may use. */
  readonly database: Database;
  /** Contact details, apart from everything else; null where this installation has no vault. */
  readonly vault: Vault | null;
  readonly accounts: Accounts;
  /** Null when nobody is signed in, and while the session is locked or handed over: a held session may do nothing. */
  readonly actor: Actor | null;
  /** Whose session is locked or handed over; only the use-cases that take it back, or serve the one form, look at it. */
  readonly held: HeldActor | null;
  readonly now: () => Date;
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** Cryptographically strong; used for codes and one-time passwords. */
  readonly randomBytes: (count: number) => Uint8Array;
  readonly requestId: string;
  /** Signs and checks the anchors of audit trails; null where the server was given no key. */
  readonly anchorKey: AnchorKey | null;
  /** What is remembered of anchors outside the database. */
  readonly anchorWitness: AnchorWitness;
  /** True where people's real data are: what `needsSecondFactor` names is refused without one. False in a trial. */
  readonly secondFactorRequired: boolean;
  /** Threads for what takes longer than a request may. */
  readonly computations: Computations;
  /** Signs receipts with a key outside the database. */
  readonly receipts: ReceiptSigner;
  /** How many daily backups the installation keeps; null where it makes none by itself. */
  readonly backupsKept: Retention | null;
}
