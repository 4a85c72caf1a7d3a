import { DialectError } from "./dialect/failure";
import { asTexts, asVector, hasClass, isAtomic, isFactor, isFrame } from "./dialect/read";
import { namesAlong, subsetVector } from "./dialect/subset";
import type { RAtomic, RList, RValue } from "./dialect/values";

export type Json = number | string | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * A value of the dialect in the form of the cases' outputs: a vector of one becomes the value itself unless it stands in I();
 * a named vector or list an object; a matrix {rows, cols, values}; a data frame its rows as objects; NA and NaN null; an
 * infinity "Inf" or "-Inf".
 */
export function encode(value: RValue): Json {
  if (value.kind === "null") return null;
  if (isFrame(value)) return encodeFrame(value);
  if (value.kind === "list") return encodeList(value);
  if (isAtomic(value)) return encodeAtomic(value);
  throw new DialectError(`A ${value.kind} cannot stand in the outputs`);
}

function encodeList(value: RList): Json {
  const { names } = value.attributes;
  if (names === undefined) return value.values.map(encode);
  return Object.fromEntries(value.values.map((entry, position) => [names[position] ?? "", encode(entry)]));
}

function encodeAtomic(value: RAtomic): Json {
  const { dim, dimnames } = value.attributes;
  if (dim?.length === 2) {
    const [rows = 0, columns = 0] = dim;
    const flat = scalars(value);
    return {
      rows: labels(dimnames?.[0]),
      cols: labels(dimnames?.[1]),
      values: Array.from({ length: rows }, (_, row) =>
        unbox(Array.from({ length: columns }, (_, column) => flat[row + column * rows] ?? null)),
      ),
    };
  }
  const names = namesAlong(value);
  const items = scalars(value);
  if (hasClass(value, "AsIs")) return items;
  if (names !== undefined) return Object.fromEntries(items.map((item, position) => [names[position] ?? "", item]));
  return unbox(items);
}

function labels(names: readonly string[] | null | undefined): Json {
  return names === null || names === undefined ? null : unbox(names);
}

function unbox(items: readonly Json[]): Json {
  return items.length === 1 ? (items[0] ?? null) : items;
}

function scalars(value: RAtomic): readonly Json[] {
  if (isFactor(value)) return asTexts(value).values;
  if (value.kind === "number")
    return value.values.map((item) => (item === null || Number.isNaN(item) ? null : (infinityOf(item) ?? item)));
  return value.values;
}

function infinityOf(value: number): string | undefined {
  if (Number.isFinite(value)) return undefined;
  return value > 0 ? "Inf" : "-Inf";
}

function encodeFrame(value: RList): Json {
  const names = value.attributes.names ?? [];
  const rows = value.attributes.rowNames?.length ?? 0;
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(value.values.map((column, position) => [names[position] ?? "", cell(column, row)])),
  );
}

function cell(column: RValue, row: number): Json {
  if (column.kind === "list") return encode(column.values[row] ?? asVector(column));
  const one = subsetVector(asVector(column), [row]);
  return encode({ ...one, attributes: { levels: one.attributes.levels } });
}
