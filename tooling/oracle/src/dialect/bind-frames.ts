import { concatenate } from "./concatenate";
import { DialectError } from "./failure";
import { factor, frameFromEntries, listOf, numbers, withAttributes } from "./make";
import { asTexts, asVector, isAtomic, isFactor, isFrame, isVector, rowsOf } from "./read";
import { namesAlong, subsetVector } from "./subset";
import type { RAtomic, RList, RValue, RVector } from "./values";

/** data.frame(...) and cbind of frames: columns side by side, the shorter ones repeated. */
export function frameOf(parts: readonly { readonly name: string; readonly value: RValue }[]): RList {
  const columns = parts.flatMap(({ name, value }) => columnsOf(name, value));
  const named = parts
    .map(({ value }) => (isFrame(value) ? value.attributes.rowNames : undefined))
    .find((names) => names !== undefined);
  const rows = columns.length === 0 ? 0 : Math.max(...columns.map(({ value }) => rowsOf(value) ?? value.values.length));
  const entries = columns.map(({ name, value }): readonly [string, RValue] => {
    const extent = rowsOf(value) ?? value.values.length;
    if (extent === rows) return [name, withAttributes(value, { names: undefined })];
    if (extent === 0 || rows % extent !== 0) throw new DialectError(`Columns of ${extent} and of ${rows} rows`);
    const filled = subsetVector(
      value,
      Array.from({ length: rows }, (_, row) => row % extent),
    );
    return [name, withAttributes(filled, { names: undefined })];
  });
  return frameFromEntries(entries, named !== undefined && named.length === rows ? named : undefined);
}

function columnsOf(name: string, value: RValue): readonly { readonly name: string; readonly value: RVector }[] {
  if (value.kind === "null") return [];
  if (value.kind === "list") {
    return value.values.map((column, at) => ({ name: value.attributes.names?.[at] ?? name, value: asVector(column) }));
  }
  const { dim, dimnames, class: className } = value.attributes;
  if (dim?.length !== 2 || !isAtomic(value) || className?.includes("AsIs")) return [{ name, value: asVector(value) }];
  const [rows = 0, columns = 0] = dim;
  return Array.from({ length: columns }, (_, column) => ({
    name: dimnames?.[1]?.[column] ?? (columns === 1 ? name : `${name === "" ? "X" : `${name}.`}${column + 1}`),
    value: subsetVector(
      { ...value, attributes: {} },
      Array.from({ length: rows }, (__, row) => row + column * rows),
    ),
  }));
}

/** rbind of data frames, by the names of the first; a list is a row. */
export function stackFrames(parts: readonly RValue[], labels: readonly (string | undefined)[]): RValue {
  const frames = parts.filter((part): part is RList => part.kind === "list" && part.values.length > 0);
  const [first] = frames;
  if (first === undefined) return listOf([]);
  const names = first.attributes.names ?? [];
  const rowNames = stackedNames(
    frames,
    frames.map((one) => labels[parts.indexOf(one)]),
  );
  const entries = names.map((name, at): readonly [string, RValue] => {
    const columns = frames.map((one) => {
      const position = one.attributes.names?.indexOf(name) ?? at;
      const column = one.values[position < 0 ? at : position];
      if (column === undefined) throw new DialectError(`rbind: no column ${name}`);
      return column;
    });
    return [name, stackColumns(columns)];
  });
  return frameFromEntries(entries, rowNames);
}

function stackColumns(columns: readonly RValue[]): RValue {
  if (!columns.some(isFactor))
    return withAttributes(
      concatenate(
        columns.map((column) => withAttributes(column, { names: undefined })),
        [],
      ),
      {},
    );
  const levels = [
    ...new Set(columns.flatMap((column) => (isFactor(column) ? column.attributes.levels : asTexts(column).values))),
  ].filter((level) => level !== null);
  const codeOf = new Map(levels.map((level, at) => [level, at + 1]));
  return factor(
    columns.flatMap((column) =>
      asTexts(column).values.map((label) => (label === null ? null : (codeOf.get(label) ?? null))),
    ),
    levels,
  );
}

function stackedNames(frames: readonly RList[], labels: readonly (string | undefined)[]): readonly string[] {
  let count = 0;
  const names = frames.flatMap((one, at) => {
    const label = labels[at];
    const rows = isFrame(one) ? (one.attributes.rowNames ?? []) : [""];
    return rows.map((own) => {
      count++;
      const automatic = own === "" || /^\d+$/.test(own);
      if (label === undefined || label === "") return automatic ? String(count) : own;
      return rows.length === 1 ? label : `${label}.${own}`;
    });
  });
  return new Set(names).size === names.length ? names : names.map((_, at) => String(at + 1));
}

/** rbind and cbind of vectors and matrices. */
export function bindMatrix(
  parts: readonly { readonly name: string; readonly value: RValue }[],
  byRow: boolean,
): RAtomic {
  const kept = parts.filter(({ value }) => value.kind !== "null");
  const isMatrix = (value: RValue): boolean => value.attributes.dim?.length === 2;
  const extents = kept.map(({ value }) => {
    const [rows = 0, columns = 0] = value.attributes.dim ?? [];
    return isMatrix(value) ? (byRow ? columns : rows) : isVector(value) ? value.values.length : 0;
  });
  const fixed = kept.findIndex(({ value }) => isMatrix(value));
  const width = fixed >= 0 ? (extents[fixed] ?? 0) : Math.max(0, ...extents);
  // Each slice is one row (rbind) or column (cbind) of the result.
  const slices: { readonly name: string; readonly value: RVector }[] = [];
  for (const { name, value } of kept) {
    const vector = isFactor(value) ? numbers(value.values, { names: value.attributes.names }) : asVector(value);
    const plain = { ...vector, attributes: {} };
    if (!isMatrix(value)) {
      const filled = Array.from({ length: width }, (_, at) => at % Math.max(1, vector.values.length));
      slices.push({ name, value: subsetVector(plain, filled) });
      continue;
    }
    const [rows = 0, columns = 0] = value.attributes.dim ?? [];
    const count = byRow ? rows : columns;
    for (let slice = 0; slice < count; slice++) {
      const positions = Array.from({ length: width }, (_, at) => (byRow ? slice + at * rows : at + slice * rows));
      slices.push({
        name: value.attributes.dimnames?.[byRow ? 0 : 1]?.[slice] ?? "",
        value: subsetVector(plain, positions),
      });
    }
  }
  const joined = concatenate(
    slices.map(({ value }) => value),
    [],
  );
  if (!isAtomic(joined)) throw new DialectError("Only vectors and matrices can be bound");
  const own = slices.some(({ name }) => name !== "") ? slices.map(({ name }) => name) : null;
  const across = kept
    .map(({ value }) => (isMatrix(value) ? value.attributes.dimnames?.[byRow ? 1 : 0] : namesAlong(value)))
    .find((names) => names);
  const dimnames = own === null && !across ? undefined : byRow ? [own, across ?? null] : [across ?? null, own];
  const count = slices.length;
  if (!byRow) return withAttributes(joined, { names: undefined, dim: [width, count], dimnames });
  const order = Array.from({ length: width * count }, (_, at) => Math.floor(at / count) + (at % count) * width);
  return withAttributes(asAtomic(subsetVector(withAttributes(joined, { names: undefined }), order)), {
    dim: [count, width],
    dimnames,
  });
}

function asAtomic(value: RVector): RAtomic {
  if (!isAtomic(value)) throw new DialectError("Expected a vector");
  return value;
}
