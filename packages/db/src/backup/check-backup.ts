import { createReadStream } from "node:fs";
import { access, constants } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { BackupError } from "./backup-failure";
import {
  type BackupHead,
  type BackupManifest,
  type BackupTable,
  type BackupTotals,
  isBackupHead,
  isBackupTotals,
  tableName,
} from "./manifest";
import { RowFingerprint } from "./row-fingerprint";
import { type SealKey, unseal } from "./seal";

/** What a reader does with the parts of a backup, as they come. */
export interface BackupReader {
  readonly head?: (head: BackupHead) => Promise<void>;
  /** All rows of one table, as COPY text. Tables without rows do not come. */
  readonly table?: (table: BackupTable, rows: AsyncIterable<Buffer>) => Promise<void>;
}

const PIECE = /^tables\/([^/]+)\/([^/]+)\/\d{6}\.copy$/;

async function* piecesOf(entry: Entry): AsyncGenerator<Buffer> {
  for await (const piece of entry) if (Buffer.isBuffer(piece)) yield piece;
}

async function readJson(entry: Entry): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of piecesOf(entry)) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString("utf8"));
}

function damaged(detail: string): BackupError {
  return new BackupError({ code: "damaged", detail });
}

/** Goes through the entries in their order and hands the rows of each table to the reader in one stream. */
async function readEntries(archive: AsyncIterable<Entry>, reader: BackupReader): Promise<BackupManifest> {
  const entries = archive[Symbol.asyncIterator]();
  let next = await entries.next();
  if (next.done || next.value.header.name !== "head.json") throw damaged("it does not begin as a backup does");
  const head = await readJson(next.value);
  if (!isBackupHead(head)) throw damaged("its head is not one that this version can read");
  await reader.head?.(head);
  next = await entries.next();
  const read: Record<string, { rows: number; fingerprint: string }> = {};
  const belongsTo = (table: BackupTable) => {
    if (next.done) return false;
    const name = PIECE.exec(next.value.header.name);
    return name?.[1] === table.schema && name[2] === table.table;
  };
  for (const table of head.tables) {
    const fingerprint = new RowFingerprint();
    const rows = async function* () {
      while (!next.done && belongsTo(table)) {
        for await (const piece of piecesOf(next.value)) {
          fingerprint.add(piece);
          yield piece;
        }
        next = await entries.next();
      }
    };
    if (belongsTo(table)) {
      const stream = rows();
      await reader.table?.(table, stream);
      // What the reader left is read all the same.
      for await (const _ of stream);
    }
    read[tableName(table)] = fingerprint.totals();
  }
  if (next.done || next.value.header.name !== "totals.json") throw damaged("it does not end as a backup does");
  const totals = await readJson(next.value);
  if (!isBackupTotals(totals)) throw damaged("its totals cannot be read");
  compare(read, totals);
  next = await entries.next();
  if (!next.done) throw damaged("it goes on after its end");
  return { ...head, totals };
}
type Entry = AsyncIterable<unknown> & { readonly header: { readonly name: string } };

function compare(read: BackupTotals, totals: BackupTotals): void {
  for (const name of new Set([...Object.keys(read), ...Object.keys(totals)])) {
    const [is, said] = [read[name], totals[name]];
    if (is?.rows !== said?.rows || is?.fingerprint !== said?.fingerprint) {
      throw damaged(`the rows of ${name} are not those that were written`);
    }
  }
}

/**
 * Reads a backup from beginning to end: every piece is authenticated, and the rows of every table must be as many, and
 * the same, as were written. Throws `file-unusable`, `wrong-key`, `not-a-backup` or `damaged`, and what the reader throws.
 */
export async function readBackup(file: string, key: SealKey, reader: BackupReader): Promise<BackupManifest> {
  try {
    await access(file, constants.R_OK);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new BackupError({ code: "file-unusable", path: file, detail });
  }
  const plain = await unseal(createReadStream(file), key);
  const archive = extract();
  let readerFailed = false;
  const guarded: BackupReader = {
    ...(reader.head ? { head: reader.head } : {}),
    ...(reader.table
      ? {
          table: async (table, rows) => {
            await reader.table?.(table, rows).catch((error: unknown) => {
              readerFailed = true;
              throw error;
            });
          },
        }
      : {}),
  };
  const unpacked = pipeline(plain, createGunzip(), archive);
  unpacked.catch(() => {});
  try {
    const manifest = await readEntries(archive, guarded);
    await unpacked;
    return manifest;
  } catch (error) {
    archive.destroy();
    if (error instanceof BackupError || readerFailed) throw error;
    throw damaged(error instanceof Error ? error.message : String(error));
  }
}

/** Reads a backup whole without doing anything with it, and returns what it says about itself. */
export function checkBackup(file: string, key: SealKey): Promise<BackupManifest> {
  return readBackup(file, key, {});
}
