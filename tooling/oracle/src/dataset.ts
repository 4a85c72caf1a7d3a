import { parse } from "csv-parse/sync";
import { z } from "zod";
import { flags, frameFromEntries, numbers, texts } from "./dialect/make";
import { makeNames } from "./dialect/make-names";
import { asTexts, entryOf, readNumber } from "./dialect/read";
import { takeRows } from "./dialect/subset";
import type { RList, RVector } from "./dialect/values";

const RECORDS = z.array(z.array(z.string()));

/** A CSV file as R's read.csv gives it: text stays text, an empty field is missing. */
export function readDataset(csv: string): RList {
  const [header = [], ...records] = RECORDS.parse(parse(csv, { relax_quotes: true, bom: true }));
  const names = makeNames(header);
  return frameFromEntries(names.map((name, at) => [name, readColumn(records.map((record) => record[at] ?? ""))]));
}

function readColumn(fields: readonly string[]): RVector {
  const present = fields.map((field) => (field === "" || field === "NA" ? null : field));
  const filled = present.filter((field) => field !== null);
  if (filled.every((field) => field === "TRUE" || field === "FALSE" || field === "T" || field === "F")) {
    return flags(present.map((field) => (field === null ? null : field.startsWith("T"))));
  }
  if (filled.every((field) => readNumber(field) !== null)) {
    return numbers(present.map((field) => (field === null ? null : readNumber(field))));
  }
  return texts(present);
}

/** The rows whose columns have one of the listed values. */
export function filterRows(
  data: RList,
  filter: Readonly<Record<string, readonly (number | string | boolean | null)[]>>,
): RList {
  const wanted = Object.entries(filter).map(([name, values]) => ({
    column: asTexts(column(data, name)).values,
    values: new Set(values.map((value) => (value === true ? "TRUE" : value === false ? "FALSE" : String(value)))),
  }));
  return keepRows(data, (row) =>
    wanted.every((condition) => {
      const value = condition.column[row] ?? null;
      return value !== null && condition.values.has(value);
    }),
  );
}

/** The rows with all of these columns present. */
export function completeRows(data: RList, names: readonly string[]): RList {
  const columns = names.map((name) => asTexts(column(data, name)).values);
  return keepRows(data, (row) => columns.every((values) => (values[row] ?? null) !== null));
}

function keepRows(data: RList, keep: (row: number) => boolean): RList {
  const rows = data.attributes.rowNames?.length ?? 0;
  return takeRows(data, Array.from({ length: rows }, (_, row) => row).filter(keep));
}

function column(data: RList, name: string): RList["values"][number] {
  const found = entryOf(data, name);
  if (found === undefined) throw new RangeError(`The data have no column ${name}`);
  return found;
}
