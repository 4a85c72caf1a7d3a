import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type Keyring, keyringText, newKeyring, parseKeyring } from "./keyring";

/** Where the keys come from. */
export interface KeyStore {
  /** The keys as they are now: a running server learns of a new one without being told. */
  readonly read: () => Keyring;
  /** Replaces them; null where only the operator can, in the environment. */
  readonly write: ((ring: Keyring) => void) | null;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

/** Keys given as text, in an environment variable. Throws when it is not a keyring. */
export function keysFromText(text: string): KeyStore {
  const ring = parseKeyring(text);
  return { read: () => ring, write: null };
}

/** Keys in a file, readable by its owner alone. It is made by `makeKeyFile`. */
export function keysFromFile(file: string): KeyStore {
  let known: { readonly ring: Keyring; readonly stamp: string } | undefined;
  const read = () => {
    const { mtimeMs, ino, size } = statSync(file);
    const stamp = `${mtimeMs} ${ino} ${size}`;
    if (known?.stamp !== stamp) known = { ring: parseKeyring(readFileSync(file, "utf8")), stamp };
    return known.ring;
  };
  const write = (ring: Keyring) => {
    const draft = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
    writeFileSync(draft, `${keyringText(ring)}\n`, { mode: 0o600, flush: true });
    renameSync(draft, file);
  };
  return { read, write };
}

/** Makes the file with new keys when it is missing. Two starts at once agree, because it appears whole or not at all. */
export function makeKeyFile(file: string): void {
  try {
    statSync(file);
    return;
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
  const draft = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${keyringText(newKeyring())}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
