import { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { XlsxRefusal } from "./refusal";

/** A file of which any part can be read. */
export interface StoredBytes {
  readonly size: number;
  /** Exactly so many bytes from there; fewer only where the file ends. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

interface ZipEntry {
  readonly method: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly headerAt: number;
}

/** The parts of a package by their path. */
export type ZipEntries = ReadonlyMap<string, ZipEntry>;

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT = 65_535;
/** A workbook has a few dozen parts, one with hundreds of sheets some thousand. */
const MOST_PARTS = 10_000;
const MOST_DIRECTORY_BYTES = 4_194_304;
const READ_BYTES = 65_536;

/**
 * The directory of a ZIP package (APPNOTE 6.3.9, without its 64-bit extension, which nothing of the sizes taken here
 * needs). Throws XlsxRefusal.
 */
export async function readZipDirectory(file: StoredBytes): Promise<ZipEntries> {
  const tailBytes = Math.min(file.size, END_BYTES + MOST_COMMENT);
  const tail = view(await file.read(file.size - tailBytes, tailBytes));
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== END_SIGNATURE) end -= 1;
  if (end < 0) throw new XlsxRefusal("workbook-damaged");
  const [count, length, start] = [
    tail.getUint16(end + 10, true),
    tail.getUint32(end + 12, true),
    tail.getUint32(end + 16, true),
  ];
  if (count > MOST_PARTS) throw new XlsxRefusal("workbook-too-large", { params: { limit: MOST_PARTS } });
  if (length > MOST_DIRECTORY_BYTES || start + length > file.size) throw new XlsxRefusal("workbook-damaged");
  return directoryEntries(view(await file.read(start, length)), count);
}

function directoryEntries(directory: DataView, count: number): ZipEntries {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== CENTRAL_SIGNATURE) {
      throw new XlsxRefusal("workbook-damaged");
    }
    const flags = directory.getUint16(at + 8, true);
    if ((flags & 1) !== 0) throw new XlsxRefusal("workbook-old-or-locked");
    const nameBytes = directory.getUint16(at + 28, true);
    const extraBytes = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (at + 46 + nameBytes > directory.byteLength) throw new XlsxRefusal("workbook-damaged");
    const name = new TextDecoder().decode(new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameBytes));
    entries.set(name.replace(/^\//, ""), {
      method: directory.getUint16(at + 10, true),
      checksum: directory.getUint32(at + 16, true),
      packedBytes: directory.getUint32(at + 20, true),
      headerAt: directory.getUint32(at + 42, true),
    });
    at += 46 + nameBytes + extraBytes;
  }
  return entries;
}

/**
 * One part, unpacked as it is read. Throws XlsxRefusal where the bytes are not those that were packed, and where there
 * are more of them than allowed, before they are held.
 */
export async function* readZipEntry(
  file: StoredBytes,
  entry: ZipEntry,
  mostBytes: number,
): AsyncGenerator<Uint8Array, void, void> {
  const header = view(await file.read(entry.headerAt, 30));
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL_SIGNATURE)
    throw new XlsxRefusal("workbook-damaged");
  const start = entry.headerAt + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = readRange(file, start, entry.packedBytes);
  let [bytes, checksum] = [0, 0];
  for await (const chunk of entry.method === 0 ? packed : inflated(packed, entry.method)) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new XlsxRefusal("workbook-too-large", { params: { limit: mostBytes } });
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== entry.checksum) throw new XlsxRefusal("workbook-damaged");
}

async function* readRange(file: StoredBytes, start: number, length: number): AsyncGenerator<Uint8Array, void, void> {
  for (let done = 0; done < length; ) {
    const chunk = await file.read(start + done, Math.min(READ_BYTES, length - done));
    if (chunk.length === 0) throw new XlsxRefusal("workbook-damaged");
    done += chunk.length;
    yield chunk;
  }
}

const DEFLATED = 8;

async function* inflated(packed: AsyncIterable<Uint8Array>, method: number): AsyncGenerator<Uint8Array, void, void> {
  if (method !== DEFLATED) throw new XlsxRefusal("workbook-damaged");
  const source = Readable.from(packed, { objectMode: true });
  const inflate = createInflateRaw();
  source.on("error", (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    for await (const chunk of inflate) yield chunk;
  } catch (error) {
    throw isFaultOfBytes(error) ? new XlsxRefusal("workbook-damaged") : error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

function isFaultOfBytes(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^Z_/.test(String(error.code));
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
