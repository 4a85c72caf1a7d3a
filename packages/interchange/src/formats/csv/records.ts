import { finished } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import type { CsvDelimiter } from "./delimiter";
import { CsvRefusal } from "./refusal";
import { CSV_LIMITS } from "./rules";

export interface CsvRecord {
  /** As a spreadsheet numbers it: the first record of the file is 1, blank lines count. */
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * Text to records, as RFC 4180 has them, with any of the three line endings. Blank lines are passed over.
 * Holds one record at a time; the source is closed when the consumer stops early. Throws CsvRefusal.
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: CsvDelimiter,
): AsyncGenerator<CsvRecord, void, void> {
  // Records are taken from the callback, not from the stream, because a stream that fails drops what it still holds.
  const waiting: string[][] = [];
  let lastLine = 0;
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    // Only a quotation that spans lines can pass this: single lines were measured before they came here.
    max_record_size: 4 * CSV_LIMITS.lineCharacters,
    on_record: (cells, { lines }) => {
      waiting.push(cells);
      lastLine = lines;
      return null;
    },
  });
  parser.resume();
  const ended = finished(parser).then(
    () => undefined,
    (error: unknown) => error,
  );
  let row = 0;
  function* checked(): Generator<CsvRecord, void, void> {
    for (const cells of waiting.splice(0)) {
      row += 1;
      checkSize(cells, row);
      if (cells.length > 1 || cells[0] !== "") yield { row, cells };
    }
  }
  for await (const piece of text) {
    const error = await new Promise<unknown>((resolve) => parser.write(piece, resolve));
    yield* checked();
    if (error) throw asRefusal(error, row + 1, lastLine + 1);
  }
  parser.end();
  const error = await ended;
  yield* checked();
  if (error) throw asRefusal(error, row + 1, lastLine + 1);
}

function checkSize(cells: readonly string[], row: number): void {
  if (cells.length > CSV_LIMITS.columns) {
    throw new CsvRefusal("too-many-columns", { row, params: { limit: CSV_LIMITS.columns } });
  }
  if (cells.some((cell) => cell.length > CSV_LIMITS.cellCharacters)) {
    throw new CsvRefusal("cell-too-long", { row, params: { limit: CSV_LIMITS.cellCharacters } });
  }
}

function asRefusal(error: unknown, row: number, firstLine: number): unknown {
  if (!(error instanceof CsvError)) return error;
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
    case "CSV_MAX_RECORD_SIZE":
      return new CsvRefusal("quote-unclosed", { row });
    case "CSV_INVALID_CLOSING_QUOTE": {
      // What looks like its end, lines further down, is the beginning of somebody else's quotation.
      const spansLines = typeof error.lines === "number" && error.lines > firstLine;
      return new CsvRefusal(spansLines ? "quote-unclosed" : "quote-misplaced", { row });
    }
    case "INVALID_OPENING_QUOTE":
      return new CsvRefusal("quote-misplaced", { row });
    default:
      return error;
  }
}
