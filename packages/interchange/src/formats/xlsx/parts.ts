import { XlsxRefusal } from "./refusal";
import { XLSX_LIMITS } from "./rules";
import { createXmlReader, type XmlHandler } from "./xml";
import { readZipEntry, type StoredBytes, type ZipEntries } from "./zip";

/** A package whose parts can be read. */
export interface Package {
  readonly file: StoredBytes;
  readonly entries: ZipEntries;
}

/** Reads a part of XML to its end, giving a turn after every piece. A part that is not there is not read. */
export async function* readXmlPart(
  { file, entries }: Package,
  path: string,
  handler: XmlHandler,
  mostBytes: number = XLSX_LIMITS.partBytes,
): AsyncGenerator<void, void, void> {
  const entry = entries.get(path);
  if (entry === undefined) return;
  const reader = createXmlReader(handler);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of readZipEntry(file, entry, mostBytes)) {
    reader.push(decoded(() => decoder.decode(chunk, { stream: true })));
    yield;
  }
  reader.push(decoded(() => decoder.decode()));
  reader.end();
  yield;
}

/** The same for a part that is small. */
export async function readSmallPart(parts: Package, path: string, handler: XmlHandler): Promise<void> {
  for await (const _turn of readXmlPart(parts, path, handler));
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new XlsxRefusal("workbook-damaged");
  }
}
