import { DialectError } from "./failure";
import { listOf, NULL } from "./make";
import { pickAtomic, takeFrom } from "./pick";
import { positionsOf } from "./positions";
import { asVector, isFrame, isVector, lengthOf } from "./read";
import type { Attributes, RAtomic, RList, RValue, RVector } from "./values";

/** `x[i]`, `m[i, j]`, `d[i, j]`: undefined for an empty place. */
export function subset(value: RValue, indices: readonly (RValue | undefined)[], drop: boolean | undefined): RValue {
  if (value.kind === "null") return NULL;
  if (!isVector(value)) throw new DialectError(`Cannot take elements of ${value.kind}`);
  if (isFrame(value)) return subsetFrame(value, indices, drop);
  if (indices.length > 1) {
    if (value.kind === "list") throw new DialectError("A list has no rows and columns");
    return subsetArray(value, indices, drop ?? true);
  }
  const [index] = indices;
  if (index === undefined) return value;
  return subsetVector(value, positionsInVector(value, index));
}

function positionsInVector(value: RVector, index: RValue): readonly (number | null)[] {
  const dim = index.kind === "number" ? index.attributes.dim : undefined;
  const extents = value.attributes.dim;
  if (index.kind === "number" && dim?.length === 2 && extents !== undefined && dim[1] === extents.length) {
    return matrixPositions(index.values, dim[0] ?? 0, extents);
  }
  return positionsOf(index, value.values.length, namesAlong(value));
}

/** Rows of a matrix of subscripts, one per element. */
function matrixPositions(
  subscripts: readonly (number | null)[],
  rows: number,
  extents: readonly number[],
): readonly (number | null)[] {
  return Array.from({ length: rows }, (_, row) => {
    let position = 0;
    let stride = 1;
    for (const [dimension, extent] of extents.entries()) {
      const subscript = subscripts[row + dimension * rows];
      if (subscript === null || subscript === undefined) return null;
      position += (subscript - 1) * stride;
      stride *= extent;
    }
    return position;
  });
}

/** Names of a vector; of a table of one dimension, the names of its cells. */
export function namesAlong(value: RValue): readonly string[] | undefined {
  if (value.attributes.names !== undefined) return value.attributes.names;
  return value.attributes.dim?.length === 1 ? (value.attributes.dimnames?.[0] ?? undefined) : undefined;
}

export function subsetVector(value: RVector, positions: readonly (number | null)[]): RVector {
  const known = namesAlong(value);
  const names = known && positions.map((position) => (position === null ? "<NA>" : (known[position] ?? "<NA>")));
  const { levels, class: className } = value.attributes;
  const kept = className?.filter(
    (name) => name === "factor" || name === "AsIs" || name === "ordered" || name === "formula",
  );
  const attributes: Attributes = { names, levels, class: kept?.length === 0 ? undefined : kept };
  if (value.kind === "list") {
    return listOf(
      positions.map((position) => (position === null ? NULL : (value.values[position] ?? NULL))),
      attributes,
    );
  }
  return pickAtomic(value, positions, attributes);
}

function subsetArray(value: RAtomic, indices: readonly (RValue | undefined)[], drop: boolean): RValue {
  const { dim, dimnames, class: className } = value.attributes;
  if (dim === undefined || dim.length !== indices.length) throw new DialectError("Wrong number of dimensions");
  const chosen = indices.map((index, dimension) => {
    const extent = dim[dimension] ?? 0;
    if (index === undefined) return Array.from({ length: extent }, (_, position) => position);
    return positionsOf(index, extent, dimnames?.[dimension]).map((position) => {
      if (position === null || position >= extent) throw new DialectError("Subscript out of bounds");
      return position;
    });
  });
  const strides = dim.map((_, dimension) => dim.slice(0, dimension).reduce((product, extent) => product * extent, 1));
  let positions: number[] = [0];
  for (let dimension = chosen.length - 1; dimension >= 0; dimension--) {
    const stride = strides[dimension] ?? 1;
    positions = positions.flatMap((base) => (chosen[dimension] ?? []).map((position) => base + position * stride));
  }
  const extents = chosen.map((some) => some.length);
  const names = chosen.map((some, dimension) => {
    const all = dimnames?.[dimension];
    return all ? some.map((position) => all[position] ?? "") : null;
  });
  const kept = drop
    ? extents.flatMap((extent, dimension) => (extent === 1 ? [] : [dimension]))
    : extents.map((_, i) => i);
  const takes = takeClass(className, kept.length);
  if (kept.length === 0) return pickAtomic(value, positions, {});
  if (kept.length === 1) {
    return pickAtomic(value, positions, { names: names[kept[0] ?? 0] ?? undefined });
  }
  const labels = kept.map((dimension) => names[dimension] ?? null);
  return pickAtomic(value, positions, {
    dim: kept.map((dimension) => extents[dimension] ?? 0),
    dimnames: labels.every((label) => label === null) ? undefined : labels,
    class: takes,
  });
}

function takeClass(className: readonly string[] | undefined, dimensions: number): readonly string[] | undefined {
  return dimensions > 1 && className?.includes("table") ? ["table"] : undefined;
}

function subsetFrame(frame: RList, indices: readonly (RValue | undefined)[], drop: boolean | undefined): RValue {
  const columnsBy = indices.length === 1 ? indices[0] : indices[1];
  const rowsBy = indices.length === 1 ? undefined : indices[0];
  const names = frame.attributes.names ?? [];
  let columns = names.map((_, position) => position);
  if (columnsBy !== undefined) {
    columns = positionsOf(columnsBy, names.length, names).map((position) => {
      if (position === null || position >= names.length) throw new DialectError("Undefined columns selected");
      return position;
    });
  }
  let chosen: RList = listOf(
    columns.map((position) => asVector(frame.values[position] ?? NULL)),
    { ...frame.attributes, names: columns.map((position) => names[position] ?? "") },
  );
  if (rowsBy !== undefined) {
    const rowNames = frame.attributes.rowNames ?? [];
    chosen = takeRows(chosen, positionsOf(rowsBy, rowNames.length, rowNames));
  }
  const [only] = chosen.values;
  const single = chosen.values.length === 1 && only !== undefined;
  return single && (drop ?? indices.length > 1) ? only : chosen;
}

/** Rows of a data frame at positions from 0. A row taken twice gets a name of its own, as in R. */
export function takeRows(frame: RList, positions: readonly (number | null)[]): RList {
  const rowNames = frame.attributes.rowNames ?? [];
  const seen = new Map<string, number>();
  const taken = takeFrom(rowNames, positions).map((name) => {
    const times = seen.get(name ?? "NA") ?? 0;
    seen.set(name ?? "NA", times + 1);
    return times === 0 ? (name ?? "NA") : `${name ?? "NA"}.${times}`;
  });
  return listOf(
    frame.values.map((column) => takeElements(asVector(column), positions)),
    { ...frame.attributes, rowNames: taken },
  );
}

/** Elements of a column, or rows of a column that is a matrix. */
function takeElements(column: RVector, positions: readonly (number | null)[]): RVector {
  const { dim, dimnames } = column.attributes;
  if (dim?.length !== 2 || column.kind === "list") {
    const taken = subsetVector(column, positions);
    return { ...taken, attributes: { ...taken.attributes, names: undefined } };
  }
  const [rows = 0, columns = 0] = dim;
  const all = Array.from({ length: columns }, (_, j) =>
    positions.map((i) => (i === null ? null : i + j * rows)),
  ).flat();
  return pickAtomic(column, all, {
    ...column.attributes,
    dim: [positions.length, columns],
    dimnames: dimnames && [null, dimnames[1] ?? null],
  });
}

/** `x[[i]]`, `x[["name"]]`, `m[[i, j]]`. */
export function element(value: RValue, indices: readonly RValue[]): RValue {
  if (indices.length > 1) return subset(value, indices, true);
  const [index] = indices;
  if (index === undefined) throw new DialectError("[[ ]] needs a subscript");
  if (value.kind === "null") return NULL;
  if (value.kind === "object") return field(value, String(index.kind === "character" ? index.values[0] : ""));
  if (!isVector(value)) throw new DialectError(`Cannot take an element of ${value.kind}`);
  if (lengthOf(index) > 1) {
    const [first, ...others] = positionsOf(index, value.values.length, namesAlong(value));
    let inner = elementAt(value, first ?? null);
    for (const next of others) inner = elementAt(asVector(inner), next);
    return inner;
  }
  const [position = null] = positionsOf(index, value.values.length, namesAlong(value));
  if (position === null && value.kind === "list") return NULL;
  return elementAt(value, position);
}

function elementAt(value: RVector, position: number | null): RValue {
  const outside = position === null || position < 0 || position >= value.values.length;
  if (outside) throw new DialectError("Subscript out of bounds");
  if (value.kind === "list") return value.values[position] ?? NULL;
  const { levels, class: className } = value.attributes;
  return pickAtomic(value, [position], levels === undefined ? {} : { levels, class: className });
}

/** `x$name`; the start of a name is enough when only one entry begins so. */
export function field(value: RValue, name: string): RValue {
  if (value.kind === "null") return NULL;
  if (value.kind === "object") {
    const exact = Object.hasOwn(value.fields, name) ? value.fields[name] : undefined;
    if (exact !== undefined) return exact();
    throw new DialectError(`The ${value.attributes.class?.[0] ?? "object"} has no field ${name} here`);
  }
  if (value.kind !== "list") throw new DialectError(`$ needs a list, got ${value.kind}`);
  const names = value.attributes.names ?? [];
  const position = names.indexOf(name);
  if (position >= 0) return value.values[position] ?? NULL;
  const partial = names.flatMap((known, at) => (known.startsWith(name) ? [at] : []));
  return partial.length === 1 ? (value.values[partial[0] ?? 0] ?? NULL) : NULL;
}
