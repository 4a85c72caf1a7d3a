import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Keyring } from "./keyring";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Texts are filled up to a multiple of this, so that a length does not tell a "yes" from a "no". */
const BLOCK_BYTES = 64;

/** What a sealed value is of. It is bound into the seal, so that one cannot be put in another's place. */
export interface SealedOf {
  readonly programmeId: string;
  readonly participantId: string;
  readonly field: string;
}

export interface Sealed {
  readonly keyId: string;
  /** Nonce, ciphertext and tag, one after the other. */
  readonly sealed: Buffer;
}

/** A sealed value that does not open: its key is not on the ring, or it is not what was stored in that place. */
export class SealBroken extends Error {
  readonly reason: "key-missing" | "not-genuine";
  constructor(reason: SealBroken["reason"]) {
    super(`a sealed value did not open: ${reason}`);
    this.reason = reason;
  }
}

function boundTo({ programmeId, participantId, field }: SealedOf): Buffer {
  return Buffer.from(JSON.stringify(["alongside.contact.1", programmeId, participantId, field]));
}

/** The text, one byte 0x80, and zeros up to the next multiple of the block. */
function padded(text: string): Buffer {
  const bytes = Buffer.from(text);
  const whole = Buffer.alloc((Math.floor(bytes.length / BLOCK_BYTES) + 1) * BLOCK_BYTES);
  bytes.copy(whole);
  whole[bytes.length] = 0x80;
  return whole;
}

function unpadded(whole: Buffer): string {
  return whole.subarray(0, whole.lastIndexOf(0x80)).toString();
}

/** Seals a text with AES-256-GCM under the newest key, with a nonce of its own (NIST SP 800-38D). */
export function seal(ring: Keyring, of: SealedOf, text: string): Sealed {
  const [{ id, key }] = ring.keys;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(boundTo(of));
  const body = Buffer.concat([cipher.update(padded(text)), cipher.final()]);
  return { keyId: id, sealed: Buffer.concat([nonce, body, cipher.getAuthTag()]) };
}

/** Opens a sealed text. Throws `SealBroken`. */
export function unseal(ring: Keyring, of: SealedOf, { keyId, sealed }: Sealed): string {
  const found = ring.keys.find(({ id }) => id === keyId);
  if (found === undefined) throw new SealBroken("key-missing");
  if (sealed.length < NONCE_BYTES + BLOCK_BYTES + TAG_BYTES) throw new SealBroken("not-genuine");
  const end = sealed.length - TAG_BYTES;
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv(CIPHER, found.key, sealed.subarray(0, NONCE_BYTES), options)
    .setAAD(boundTo(of))
    .setAuthTag(sealed.subarray(end));
  const body = decipher.update(sealed.subarray(NONCE_BYTES, end));
  try {
    return unpadded(Buffer.concat([body, decipher.final()]));
  } catch {
    throw new SealBroken("not-genuine");
  }
}
