import type { ByteSource } from "./decode";
import { type CsvFile, type CsvOptions, type OpenedCsv, openCsv } from "./read";

export type CsvSample =
  | {
      readonly kind: "opened";
      readonly file: Pick<CsvFile, "encoding" | "delimiter" | "header">;
      readonly rows: readonly (readonly string[])[];
    }
  | Extract<OpenedCsv, { kind: "refused" }>;

/** Header and first rows of a file, for a preview or a suggestion. Rows with problems are passed over. */
export async function sampleCsv(bytes: ByteSource, options: CsvOptions = {}, most = 2000): Promise<CsvSample> {
  const opened = await openCsv(bytes, options);
  if (opened.kind === "refused") return opened;
  const { encoding, delimiter, header, events } = opened.file;
  const rows: (readonly string[])[] = [];
  for await (const event of events) {
    if (event.kind === "row") rows.push(event.cells);
    if (rows.length >= most) break;
  }
  return { kind: "opened", file: { encoding, delimiter, header }, rows };
}
