import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Cell, Table, Variable } from "./tables-of";

const TYPES = { integer: "INT32", number: "DOUBLE", text: "STRING", date: "STRING" } as const satisfies Record<
  Variable["type"],
  string
>;

/** Rows that are packed together: as many are in memory at a time. */
const GROUP = 50_000;

/** A table as Parquet: a column a variable, with nothing where a score is missing. Dates are ISO text. */
export function writeParquet({ variables, rows }: Table): Uint8Array {
  const columnsOf = (some: readonly (readonly Cell[])[]) =>
    variables.map(({ name, type }, at) => ({
      name,
      type: TYPES[type],
      data: some.map((row) => storedValue(row[at] ?? null)),
      nullable: true,
    }));
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: schemaFromColumnData({ columnData: columnsOf([]) }) });
  let group: (readonly Cell[])[] = [];
  const write = () => {
    writer.write({ columnData: columnsOf(group), rowGroupSize: GROUP });
    group = [];
  };
  for (const row of rows) {
    group.push(row);
    if (group.length === GROUP) write();
  }
  if (group.length > 0) write();
  writer.finish();
  return bytes.getBytes();
}

function storedValue(cell: Cell): string | number | null {
  return typeof cell === "object" ? null : cell;
}
