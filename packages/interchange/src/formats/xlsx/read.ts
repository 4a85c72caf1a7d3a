import type { Problem } from "../../problem";
import { headerProblems } from "../csv/header";
import type { CsvEvent } from "../csv/read";
import { XlsxRefusal } from "./refusal";
import { XLSX_LIMITS } from "./rules";
import { columnLetters, readSheet, type SheetRow } from "./sheet";
import { readWorkbook } from "./workbook";
import { readZipDirectory, type StoredBytes } from "./zip";

export interface XlsxOptions {
  /** Name of the sheet; null for the first. */
  readonly sheet?: string | null;
  /** How numbers are written out. */
  readonly decimalMark?: "." | ",";
}

export interface XlsxFile {
  readonly sheets: readonly string[];
  readonly sheet: string;
  /** Column names, trimmed and distinct. One without a name is called by its letters, in brackets. */
  readonly header: readonly string[];
  /** The rows below the header, once, in order, every one with as many cells. */
  readonly events: AsyncGenerator<CsvEvent, void, void>;
}

export type OpenedXlsx =
  | { readonly kind: "opened"; readonly file: XlsxFile }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/**
 * Opens a sheet of a workbook as a table (ECMA-376). Its header is the first row that names at least half as many
 * columns as the widest of the first rows, so that a title above it does no harm. Rows are given one by one: memory
 * holds the shared texts, which have a limit, and one piece of the sheet. Days come as "YYYY-MM-DD", whatever they look like.
 * What is wrong comes back as problems; only a failing source of bytes throws.
 */
export async function openXlsx(file: StoredBytes, options: XlsxOptions = {}): Promise<OpenedXlsx> {
  try {
    const parts = { file, entries: await readZipDirectory(file) };
    const workbook = await readWorkbook(parts);
    const sheet = options.sheet ?? workbook.sheets[0]?.name ?? "";
    const path = workbook.sheets.find(({ name }) => name === sheet)?.path;
    if (path === undefined) throw new XlsxRefusal("sheet-not-found", { params: { sheet } });
    const rows = readSheet(parts, path, workbook, { decimalMark: options.decimalMark ?? "." });
    const { header, row, held } = await findHeader(rows);
    const problems = headerProblems(header, row);
    if (problems.length > 0) {
      await rows.return();
      return { kind: "refused", problems };
    }
    const sheets = workbook.sheets.map(({ name }) => name);
    return { kind: "opened", file: { sheets, sheet, header, events: rowEvents(held, rows, header) } };
  } catch (error) {
    if (error instanceof XlsxRefusal) return { kind: "refused", problems: [error.problem] };
    throw error;
  }
}

async function findHeader(rows: AsyncGenerator<SheetRow, void, void>) {
  const head: SheetRow[] = [];
  while (head.length < XLSX_LIMITS.headerRows) {
    const next = await rows.next();
    if (next.done === true) break;
    head.push(next.value);
  }
  const named = ({ cells }: SheetRow): number => cells.filter((cell) => cell.trim() !== "").length;
  const widest = Math.max(0, ...head.map(named));
  const found = head.findIndex((row) => named(row) >= 2 && named(row) * 2 >= widest);
  const header = head[found];
  if (header === undefined) throw new XlsxRefusal("no-header");
  const names = header.cells.map((cell, column) => cell.trim() || `(${columnLetters(column)})`);
  return { header: names, row: header.row, held: head.slice(found + 1) };
}

async function* rowEvents(
  held: readonly SheetRow[],
  rest: AsyncGenerator<SheetRow, void, void>,
  header: readonly string[],
): AsyncGenerator<CsvEvent, void, void> {
  let any = false;
  try {
    for (const row of held) {
      any = true;
      yield rowEvent(row, header);
    }
    for await (const row of rest) {
      any = true;
      yield rowEvent(row, header);
    }
    if (!any) yield { kind: "problem", problem: { severity: "refuse", rule: "no-rows" } };
  } catch (error) {
    if (!(error instanceof XlsxRefusal)) throw error;
    yield { kind: "problem", problem: error.problem };
  } finally {
    await rest.return();
  }
}

function rowEvent({ row, cells, signs }: SheetRow, header: readonly string[]): CsvEvent {
  const padded = header.map((_name, column) => cells[column] ?? "");
  if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== "")) {
    const params = { expected: header.length, found: cells.length };
    return { kind: "problem", problem: { severity: "refuse", rule: "ragged-row", row, params }, cells: padded };
  }
  const [sign] = signs;
  if (sign === undefined) return { kind: "row", row, cells: padded };
  const problem: Problem = { severity: "refuse", rule: "number-shown-otherwise", row, column: header[sign] ?? "" };
  return { kind: "problem", problem, cells: padded };
}
