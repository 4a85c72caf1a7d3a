import { createHmac, randomBytes } from "node:crypto";

const KEY_BYTES = 32;

/** A key for sealing, known by a name that says nothing. */
export interface VaultKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/** Every key of an installation. None of them is in a database. */
export interface Keyring {
  /** The newest first: it seals, and all of them open. Never empty. */
  readonly keys: readonly [VaultKey, ...VaultKey[]];
  /** Makes the hashes that warn of somebody enrolled twice. Never replaced: nothing could be hashed again. */
  readonly matching: Uint8Array;
}

function newKey(): VaultKey {
  return { id: `k-${randomBytes(5).toString("hex")}`, key: randomBytes(KEY_BYTES) };
}

/** The first keyring of an installation. */
export function newKeyring(): Keyring {
  return { keys: [newKey()], matching: randomBytes(KEY_BYTES) };
}

/** The same keys with a new one in front. */
export function withNewKey(ring: Keyring): Keyring {
  return { ...ring, keys: [newKey(), ...ring.keys] };
}

/** Only the newest key. */
export function withNewestOnly(ring: Keyring): Keyring {
  return { ...ring, keys: [ring.keys[0]] };
}

/** A keyring as text, for a file or an environment variable. */
export function keyringText(ring: Keyring): string {
  const keys = ring.keys.map(({ id, key }) => ({ id, key: Buffer.from(key).toString("base64") }));
  return JSON.stringify({ keys, matching: Buffer.from(ring.matching).toString("base64") });
}

function keyOf(value: unknown): Uint8Array {
  const key = typeof value === "string" ? Buffer.from(value, "base64") : Buffer.alloc(0);
  if (key.length !== KEY_BYTES) throw new Error("a key of the keyring is not 32 bytes in base64");
  return key;
}

/** Reads a keyring. Throws, without saying what it read, when the text is not one. */
export function parseKeyring(text: string): Keyring {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error("the keyring is not JSON");
  }
  if (typeof parsed !== "object" || parsed === null || !("keys" in parsed) || !("matching" in parsed)) {
    throw new Error("the keyring lacks keys or matching");
  }
  const keys = (Array.isArray(parsed.keys) ? parsed.keys : []).map((one: unknown): VaultKey => {
    if (typeof one !== "object" || one === null || !("id" in one) || !("key" in one) || typeof one.id !== "string") {
      throw new Error("a key of the keyring lacks its id or its bytes");
    }
    return { id: one.id, key: keyOf(one.key) };
  });
  const [first, ...others] = keys;
  if (first === undefined) throw new Error("the keyring has no key");
  return { keys: [first, ...others], matching: keyOf(parsed.matching) };
}

/** HMAC-SHA-256 of several texts, kept apart, under the matching key; base64url. */
export function matchingHash(ring: Keyring, parts: readonly string[]): string {
  return createHmac("sha256", ring.matching).update(JSON.stringify(parts)).digest("base64url");
}
