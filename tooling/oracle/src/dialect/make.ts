import type { Attributes, RCharacter, RList, RLogical, RNull, RNumber, RObject, RValue } from "./values";

const NONE: Attributes = {};

export const NULL: RNull = { kind: "null", attributes: NONE };

export function numbers(values: readonly (number | null)[], attributes: Attributes = NONE): RNumber {
  return { kind: "number", values, attributes };
}
/** One number; null is NA. */
export function number(value: number | null): RNumber {
  return numbers([value]);
}
export function texts(values: readonly (string | null)[], attributes: Attributes = NONE): RCharacter {
  return { kind: "character", values, attributes };
}
export function text(value: string | null): RCharacter {
  return texts([value]);
}
export function flags(values: readonly (boolean | null)[], attributes: Attributes = NONE): RLogical {
  return { kind: "logical", values, attributes };
}
export function flag(value: boolean | null): RLogical {
  return flags([value]);
}
export const NA: RLogical = flag(null);

/** What a plain value of this program becomes: a number, a text, a truth value, NA for null, numbers for an array. */
type Plain = RValue | number | string | boolean | null | readonly (number | null)[];

export function toR(value: Plain): RValue {
  if (value === null) return NA;
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean") return flag(value);
  if ("kind" in value) return value;
  return numbers(value);
}

/** An R list with names, e.g. list({ n: 29, ci95: [0.2, 5.8], test: list({ t: 2.2 }) }). Leaves out undefined. */
export function list(fields: Readonly<Record<string, Plain | undefined>>): RList {
  const entries = Object.entries(fields).filter((entry): entry is [string, Plain] => entry[1] !== undefined);
  return listOf(
    entries.map(([, value]) => toR(value)),
    { names: entries.map(([name]) => name) },
  );
}
/** Like `list`, for names that look like whole numbers, whose order an object would lose. */
export function listFromEntries(entries: readonly (readonly [string, Plain])[]): RList {
  return listOf(
    entries.map(([, value]) => toR(value)),
    { names: entries.map(([name]) => name) },
  );
}
export function listOf(values: readonly RValue[], attributes: Attributes = NONE): RList {
  return { kind: "list", values, attributes };
}

/** A named numeric vector: an object in the outputs. */
export function named(names: readonly string[], values: readonly (number | null)[]): RNumber {
  return numbers(values, { names });
}

/** A numeric matrix from its rows; null for a dimension without names. `{rows, cols, values}` in the outputs. */
export function matrix(
  rowNames: readonly string[] | null,
  columnNames: readonly string[] | null,
  rows: readonly (readonly (number | null)[])[],
  columns: number = rows[0]?.length ?? columnNames?.length ?? 0,
): RNumber {
  const values: (number | null)[] = [];
  for (let column = 0; column < columns; column++) for (const row of rows) values.push(row[column] ?? null);
  const dimnames = rowNames === null && columnNames === null ? undefined : [rowNames, columnNames];
  return numbers(values, { dim: [rows.length, columns], dimnames });
}

/** A data frame from its columns, all of one length: an array of objects in the outputs. */
export function frame(columns: Readonly<Record<string, RValue>>, rowNames?: readonly string[]): RList {
  return frameFromEntries(Object.entries(columns), rowNames);
}
export function frameFromEntries(entries: readonly (readonly [string, RValue])[], rowNames?: readonly string[]): RList {
  const first = entries[0]?.[1];
  const rows = first === undefined || !("values" in first) ? 0 : (first.attributes.dim?.[0] ?? first.values.length);
  return listOf(
    entries.map(([, value]) => value),
    {
      names: entries.map(([name]) => name),
      class: ["data.frame"],
      rowNames: rowNames ?? Array.from({ length: rows }, (_, row) => String(row + 1)),
    },
  );
}

/** A factor: codes from 1, null for NA. */
export function factor(codes: readonly (number | null)[], levels: readonly string[]): RNumber {
  return numbers(codes, { levels, class: ["factor"] });
}

/** The same value with some attributes replaced; undefined removes one. */
export function withAttributes<T extends RValue>(value: T, changes: Attributes): T {
  return { ...value, attributes: { ...value.attributes, ...changes } };
}

/** Something `$` can be used on, whose fields are computed when asked for. */
export function object(className: readonly string[], fields: Readonly<Record<string, () => RValue>>): RObject {
  return { kind: "object", fields, attributes: { class: className } };
}
