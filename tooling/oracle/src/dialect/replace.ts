import { concatenate } from "./concatenate";
import { DialectError } from "./failure";
import { listOf, NULL, withAttributes } from "./make";
import { positionsOf } from "./positions";
import { asTexts, asVector, isFactor, isFrame, isVector, lengthOf } from "./read";
import { namesAlong, subsetVector } from "./subset";
import type { RList, RValue, RVector } from "./values";

/** `x[i] <- value`, `m[i, j] <- value`, `d[i, j] <- value`. */
export function replaceSubset(target: RValue, indices: readonly (RValue | undefined)[], value: RValue): RValue {
  if (isFrame(target)) return replaceInFrame(target, indices, value);
  const vector = asVector(target);
  if (indices.length > 1) {
    const [rows = 0, columns = 0] = vector.attributes.dim ?? [];
    const [rowNames, columnNames] = vector.attributes.dimnames ?? [];
    const chosenRows = chosen(indices[0], rows, rowNames);
    const chosenColumns = chosen(indices[1], columns, columnNames);
    return put(
      vector,
      chosenColumns.flatMap((column) => chosenRows.map((row) => row + column * rows)),
      value,
    );
  }
  const [index] = indices;
  const known = namesAlong(vector);
  const positions = index === undefined ? chosen(undefined, vector.values.length, null) : growing(index, vector, known);
  const added = index?.kind === "character" ? asTexts(index).values : undefined;
  const changed = put(vector, positions, value);
  if (added === undefined) return changed;
  const names = Array.from({ length: changed.values.length }, (_, position) => known?.[position] ?? "");
  for (const [at, position] of positions.entries()) names[position] = added[at] ?? "";
  return withAttributes(changed, { names });
}

function growing(index: RValue, vector: RVector, names: readonly string[] | undefined): readonly number[] {
  return positionsOf(index, vector.values.length, names, true).filter((position) => position !== null);
}

function chosen(
  index: RValue | undefined,
  extent: number,
  names: readonly string[] | null | undefined,
): readonly number[] {
  if (index === undefined) return Array.from({ length: extent }, (_, position) => position);
  return positionsOf(index, extent, names).filter((position) => position !== null);
}

/** The vector with the values put at positions, repeated as needed; it grows and takes the wider type when it must. */
function put(vector: RVector, positions: readonly number[], value: RValue): RVector {
  if (positions.length === 0) return vector;
  if (value.kind === "null" && vector.kind === "list") {
    const left = vector.values.map((_, position) => position).filter((position) => !positions.includes(position));
    return subsetVector(vector, left);
  }
  const source = toMatch(vector, isVector(value) ? value : listOf([value]));
  if (source.values.length === 0) throw new DialectError("The replacement has length zero");
  const length = Math.max(vector.values.length, ...positions.map((position) => position + 1));
  const joined = concatenate([plain(vector), plain(source)], []);
  const offset = vector.values.length;
  const from: (number | null)[] = Array.from({ length }, (_, position) => (position < offset ? position : null));
  for (const [at, position] of positions.entries()) from[position] = offset + (at % source.values.length);
  const taken = subsetVector(asVector(joined), from);
  const names = vector.attributes.names && from.map((_, position) => vector.attributes.names?.[position] ?? "");
  return { ...taken, attributes: { ...vector.attributes, names } };
}

function plain<T extends RVector>(vector: T): T {
  return { ...vector, attributes: {} };
}

/** Labels put into a factor become its codes; a label that is no level becomes NA. */
function toMatch(vector: RVector, value: RVector): RVector {
  if (!isFactor(vector)) return isFactor(value) ? asTexts(value) : value;
  const levels = vector.attributes.levels ?? [];
  const codes = asTexts(value).values.map((label) => {
    const level = label === null ? -1 : levels.indexOf(label);
    return level < 0 ? null : level + 1;
  });
  return { kind: "number", values: codes, attributes: {} };
}

function replaceInFrame(frame: RList, indices: readonly (RValue | undefined)[], value: RValue): RValue {
  const names = frame.attributes.names ?? [];
  const rows = frame.attributes.rowNames ?? [];
  const columnsBy = indices.length === 1 ? indices[0] : indices[1];
  const rowsBy = indices.length === 1 ? undefined : indices[0];
  if (indices.length === 1 && columnsBy?.kind === "logical" && columnsBy.attributes.dim !== undefined) {
    return replaceWhere(frame, columnsBy.values, value);
  }
  const columns =
    columnsBy === undefined ? names.map((_, position) => position) : positionsOf(columnsBy, names.length, names, true);
  let changed: RValue = frame;
  for (const [at, position] of columns.entries()) {
    if (position === null) continue;
    const index: RValue = { kind: "number", values: [position + 1], attributes: {} };
    const written = columnsBy?.kind === "character" ? asTexts(columnsBy).values[at] : undefined;
    const name: RValue =
      written === undefined || written === null ? index : { kind: "character", values: [written], attributes: {} };
    const part =
      value.kind === "list" ? (value.values[at % value.values.length] ?? NULL) : columnPart(value, at, columns.length);
    const before = frame.values[position] ?? NULL;
    const column = rowsBy === undefined ? part : put(asVector(before), chosen(rowsBy, rows.length, rows), part);
    changed = replaceElement(changed, name, column);
  }
  return changed;
}

/** Column `at` of a matrix put into several columns of a data frame; a plain vector goes into each. */
function columnPart(value: RValue, at: number, columns: number): RValue {
  const dim = value.attributes.dim;
  if (!isVector(value) || dim?.length !== 2 || columns < 2) return value;
  const rows = dim[0] ?? 0;
  return subsetVector(
    { ...value, attributes: {} },
    Array.from({ length: rows }, (_, row) => row + at * rows),
  );
}

function replaceWhere(frame: RList, where: readonly (boolean | null)[], value: RValue): RList {
  const rows = frame.attributes.rowNames?.length ?? 0;
  const columns = frame.values.map((column, at) => {
    const positions = where
      .slice(at * rows, (at + 1) * rows)
      .flatMap((chosenHere, row) => (chosenHere === true ? [row] : []));
    return put(asVector(column), positions, value);
  });
  return listOf(columns, frame.attributes);
}

/** `x[[i]] <- value` and `x$name <- value`; NULL removes the entry. */
export function replaceElement(target: RValue, index: RValue, value: RValue): RValue {
  if (target.kind === "object") throw new DialectError("A fitted model cannot be changed here");
  const holder =
    target.kind === "null" && (index.kind === "character" || lengthOf(value) !== 1) ? listOf([]) : asVector(target);
  if (holder.kind !== "list") return replaceSubset(holder, [index], value);
  const names = holder.attributes.names ?? [];
  const [position = null] = positionsOf(index, holder.values.length, names, true);
  if (position === null) throw new DialectError("Cannot assign to a missing subscript");
  if (value.kind === "null") {
    if (position >= holder.values.length) return holder;
    const without = <T>(all: readonly T[]): readonly T[] => all.filter((_, at) => at !== position);
    return listOf(without(holder.values), { ...holder.attributes, names: holder.attributes.names && without(names) });
  }
  const values = [...holder.values];
  while (values.length < position) values.push(NULL);
  values[position] = isFrame(holder) ? fillColumn(value, holder) : value;
  const named = values.map((_, at) => names[at] ?? "");
  if (index.kind === "character") named[position] = asTexts(index).values[0] ?? "";
  const keep = index.kind === "character" || holder.attributes.names !== undefined;
  return listOf(values, { ...holder.attributes, names: keep ? named : undefined });
}

function fillColumn(value: RValue, frame: RList): RValue {
  const rows = frame.attributes.rowNames?.length ?? 0;
  const column = asVector(value);
  const extent = column.attributes.dim?.length === 2 ? (column.attributes.dim[0] ?? 0) : column.values.length;
  if (extent === rows) return withAttributes(column, { names: undefined });
  if (extent === 0 || rows % extent !== 0) throw new DialectError(`${extent} values for ${rows} rows`);
  const { levels, class: className } = column.attributes;
  const filled = subsetVector(
    column,
    Array.from({ length: rows }, (_, row) => row % extent),
  );
  return { ...filled, attributes: { levels, class: className } };
}
