import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BackupError } from "./backup-failure";
import { prepareSealing, type Seal, type SealKey, unseal } from "./seal";

/** A key is a line of text; what is larger at the top of a data folder is something else. */
const LARGEST_KEY_BYTES = 16_384;
/** Names of keys: no dot at the beginning (drafts), nothing that leads out of the folder. */
const KEY_NAME = /^[a-z][a-z0-9-]*(\.[a-z]+)?$/;

/** The keys kept in a data folder beside the database, by file name. */
export async function readKeyFiles(dataFolder: string): Promise<Readonly<Record<string, string>>> {
  const keys: Record<string, string> = {};
  for (const name of (await readdir(dataFolder).catch(() => [])).sort()) {
    const file = path.join(dataFolder, name);
    const about = await lstat(file);
    if (KEY_NAME.test(name) && about.isFile() && about.size <= LARGEST_KEY_BYTES)
      keys[name] = await readFile(file, "utf8");
  }
  return keys;
}

/** Short fingerprints by which a key can be recognised and from which it cannot be learned. */
export function fingerprintKeys(keys: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const short = (text: string) =>
    createHash("sha256").update(`alongside key ${text.trim()}`).digest("hex").slice(0, 12);
  return Object.fromEntries(Object.entries(keys).map(([name, text]) => [name, short(text)]));
}

/**
 * Writes the keys of a data folder into a file of their own, encrypted. Apart from the backups, because whoever has both,
 * opened, has everything; and needed beside them, because without the keys some of what is restored cannot be read.
 */
export async function saveKeys(dataFolder: string, file: string, seal: Seal): Promise<readonly string[]> {
  const keys = await readKeyFiles(dataFolder);
  const { encrypt, checkKey } = await prepareSealing(seal);
  const text = JSON.stringify(keys, null, 1);
  const draft = `${file}.partial`;
  await mkdir(path.dirname(file), { recursive: true });
  await pipeline(await encrypt(Readable.from([Buffer.from(text)])), createWriteStream(draft, { mode: 0o600 }));
  if (JSON.stringify(await openKeys(draft, checkKey), null, 1) !== text) {
    await rm(draft);
    throw new BackupError({ code: "damaged", detail: "what was read back is not what was written" });
  }
  await rename(draft, file);
  return Object.keys(keys);
}

async function openKeys(file: string, key: SealKey): Promise<Readonly<Record<string, string>>> {
  const pieces: Buffer[] = [];
  const plain = await unseal(createReadStream(file), key);
  try {
    for await (const piece of plain) pieces.push(piece);
  } catch (error) {
    throw new BackupError({ code: "damaged", detail: error instanceof Error ? error.message : String(error) });
  }
  const read: unknown = JSON.parse(Buffer.concat(pieces).toString("utf8"));
  if (typeof read !== "object" || read === null) throw new BackupError({ code: "not-a-backup" });
  return Object.fromEntries(
    Object.entries(read).filter(([name, text]) => KEY_NAME.test(name) && typeof text === "string"),
  );
}

/**
 * Puts saved keys back into a data folder. One that is there already and differs is left as it is, and named as kept.
 */
export async function putKeysBack(
  file: string,
  key: SealKey,
  dataFolder: string,
): Promise<{ readonly written: readonly string[]; readonly kept: readonly string[] }> {
  const keys = await openKeys(file, key);
  await mkdir(dataFolder, { recursive: true });
  const there = await readKeyFiles(dataFolder);
  const names = Object.keys(keys);
  const written = names.filter((name) => there[name] === undefined);
  for (const name of written)
    await writeFile(path.join(dataFolder, name), keys[name] ?? "", { mode: 0o600, flag: "wx" });
  return { written, kept: names.filter((name) => there[name] !== undefined && there[name] !== keys[name]) };
}
