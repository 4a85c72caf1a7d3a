import type { Problem } from "../../problem";
import type { CsvDelimiter } from "../csv/delimiter";
import { type CsvEvent, openCsv } from "../csv/read";
import { openXlsx } from "../xlsx/read";
import type { StoredBytes } from "../xlsx/zip";
import type { LaboratoryMapping } from "./mapping";

/** A laboratory's file as a table, whatever it is stored as. */
export interface LaboratoryTable {
  readonly file: "csv" | "xlsx";
  /** Of text. */
  readonly encoding: string | null;
  readonly delimiter: CsvDelimiter | null;
  /** Of workbooks. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly header: readonly string[];
  readonly events: AsyncGenerator<CsvEvent, void, void>;
}

export type OpenedTable =
  | { readonly kind: "opened"; readonly table: LaboratoryTable }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** How the table is found in the file. */
export type TableOptions = Pick<LaboratoryMapping, "encoding" | "delimiter" | "sheet" | "decimalMark">;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of workbooks before 2007, and of those behind a password. */
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];
const READ_BYTES = 262_144;

/** Opens text or a workbook; which of them is told by the first bytes, not by a name. */
export async function openTable(file: StoredBytes, options: TableOptions): Promise<OpenedTable> {
  const head = await file.read(0, 4);
  const begins = (signature: readonly number[]): boolean => signature.every((byte, index) => head[index] === byte);
  if (begins(OLD_CONTAINER)) {
    return { kind: "refused", problems: [{ severity: "refuse", rule: "workbook-old-or-locked" }] };
  }
  if (begins(ZIP)) {
    const decimalMark = options.decimalMark === "," ? "," : ".";
    const opened = await openXlsx(file, { sheet: options.sheet, decimalMark });
    if (opened.kind === "refused") return opened;
    return { kind: "opened", table: { file: "xlsx", encoding: null, delimiter: null, ...opened.file } };
  }
  const opened = await openCsv(bytesOf(file), options);
  if (opened.kind === "refused") return opened;
  return { kind: "opened", table: { file: "csv", sheets: [], sheet: null, ...opened.file } };
}

async function* bytesOf(file: StoredBytes): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; at < file.size; ) {
    const chunk = await file.read(at, READ_BYTES);
    if (chunk.length === 0) return;
    at += chunk.length;
    yield chunk;
  }
}
