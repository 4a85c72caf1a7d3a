import type { Assay } from "@alongside/domain/viral-load/assay";
import type { LaboratoryRow } from "@alongside/interchange/formats/laboratory-file/laboratory-row";
import type { LaboratoryMapping } from "@alongside/interchange/formats/laboratory-file/mapping";
import { openTable } from "@alongside/interchange/formats/laboratory-file/open-table";
import { createRowReader } from "@alongside/interchange/formats/laboratory-file/row-reader";
import type { StoredBytes } from "@alongside/interchange/formats/xlsx/zip";
import type { Problem } from "@alongside/interchange/problem";

/** A row of a file, read; or a row that its table already refuses. */
export interface FileRow {
  readonly position: number;
  readonly said: LaboratoryRow | Problem;
}

/** Rows in one file; more is several files. */
export const MOST_FILE_ROWS = 200_000;

/** Ends the reading of a file that cannot be read as a whole. */
export class UnreadableFile extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super("unreadable");
    this.problems = problems;
  }
}

/** How a file is read. */
export interface FileReading {
  readonly file: StoredBytes;
  readonly mapping: LaboratoryMapping;
  readonly assays: readonly Assay[];
}

/** The rows of a file in batches. Throws UnreadableFile. */
export async function* readRows(
  { file, mapping, assays }: FileReading,
  batchRows: number,
): AsyncGenerator<readonly FileRow[], void, void> {
  const opened = await openTable(file, mapping);
  if (opened.kind === "refused") throw new UnreadableFile(opened.problems);
  const { header, events } = opened.table;
  try {
    const reader = createRowReader(header, mapping, assays);
    if (reader.kind === "columns-missing") {
      throw new UnreadableFile(
        reader.columns.map((column) => ({ severity: "refuse", rule: "column-not-found", column })),
      );
    }
    let batch: FileRow[] = [];
    let [rows, last] = [0, 0];
    for await (const event of events) {
      const row = event.kind === "row" ? event.row : event.problem.row;
      if (event.kind === "problem" && event.cells === undefined) throw new UnreadableFile([event.problem]);
      // A row with several faults comes once for each.
      if (row === undefined || row === last) continue;
      last = row;
      rows += 1;
      if (rows > MOST_FILE_ROWS) {
        const params = { limit: MOST_FILE_ROWS };
        throw new UnreadableFile([{ severity: "refuse", rule: "too-many-rows", params }]);
      }
      batch.push({ position: row, said: event.kind === "row" ? reader.read(event.cells) : event.problem });
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } finally {
    await events.return();
  }
}
