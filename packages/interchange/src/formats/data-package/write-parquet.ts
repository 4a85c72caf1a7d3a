import { parquetWriteBuffer } from "hyparquet-writer";
import type { Cell, Table, Variable } from "./tables-of";

const TYPES = { integer: "INT32", number: "DOUBLE", text: "STRING", date: "STRING" } as const satisfies Record<
  Variable["type"],
  string
>;

/** A table as Parquet: a column a variable, with nothing where a score is missing. Dates are ISO text. */
export function writeParquet({ variables, rows }: Table): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: variables.map(({ name, type }, at) => ({
      name,
      type: TYPES[type],
      data: rows.map((row) => storedValue(row[at] ?? null)),
      nullable: true,
    })),
  });
  return new Uint8Array(buffer);
}

function storedValue(cell: Cell): string | number | null {
  return typeof cell === "object" ? null : cell;
}
