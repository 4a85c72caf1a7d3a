import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import {
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from "age-encryption";
import { BackupError } from "./backup-failure";

/** What a backup is closed with. With a recipient (`age1…`) the machine that makes backups cannot open older ones. */
export type Seal =
  | { readonly kind: "passphrase"; readonly passphrase: string; readonly workFactor?: number }
  | { readonly kind: "recipient"; readonly recipient: string };

/** What opens one: a passphrase, or the secret key that belongs to the recipient. */
export type SealKey =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "identity"; readonly identity: string };

/** Encrypted streams of the age format (https://age-encryption.org/v1): ChaCha20-Poly1305 in authenticated pieces. */
type ByteStream = WebStream<Uint8Array>;

/** A stream that is encrypted on its way, and a key that opens this one stream, for reading it back. */
export interface Sealing {
  readonly encrypt: (plain: Readable) => Promise<Readable>;
  readonly checkKey: SealKey;
}

const toWeb = (stream: Readable): ByteStream => Readable.toWeb(stream);
const fromWeb = (stream: ByteStream): Readable => Readable.fromWeb(stream);

/**
 * Prepares to write one file. What is sealed for a recipient is also sealed for a key that is made here and never
 * written down, so that the file can be read back whole although the secret key is elsewhere.
 */
export async function prepareSealing(seal: Seal): Promise<Sealing> {
  const encrypter = new Encrypter();
  const encrypt = async (plain: Readable) => fromWeb(await encrypter.encrypt(toWeb(plain)));
  if (seal.kind === "passphrase") {
    encrypter.setPassphrase(seal.passphrase);
    if (seal.workFactor !== undefined) encrypter.setScryptWorkFactor(seal.workFactor);
    return { encrypt, checkKey: { kind: "passphrase", passphrase: seal.passphrase } };
  }
  // Kinds are not mixed: one that withstands quantum computers is worth as much as its weakest companion.
  const identity = await (seal.recipient.startsWith("age1pq1") ? generateHybridIdentity() : generateX25519Identity());
  encrypter.addRecipient(seal.recipient);
  encrypter.addRecipient(await identityToRecipient(identity));
  return { encrypt, checkKey: { kind: "identity", identity } };
}

/** Is this a recipient that can be sealed for? */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The contents of a sealed stream. Throws `wrong-key` or `not-a-backup`; a damaged stream fails while it is read. */
export async function unseal(sealed: Readable, key: SealKey): Promise<Readable> {
  const decrypter = new Decrypter();
  try {
    if (key.kind === "passphrase") decrypter.addPassphrase(key.passphrase);
    else decrypter.addIdentity(key.identity);
    return fromWeb(await decrypter.decrypt(toWeb(sealed)));
  } catch (error) {
    const reason = reasonOf(error);
    throw new BackupError(/no identity matched/i.test(reason) ? { code: "wrong-key" } : { code: "not-a-backup" });
  }
}

/** A new secret key in the form of age-keygen, and the recipient that backups are made for. */
export async function makeKey(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}
