import type { Arguments, Supplied } from "../arguments";
import { concatenate } from "../concatenate";
import { DialectError } from "../failure";
import { listOf, NULL, number, numbers, withAttributes } from "../make";
import { pick } from "../pick";
import { asFlags, asFunction, asNumbers, asVector, isAtomic, isFrame, isFunction, lengthOf, oneText } from "../read";
import { namesAlong, subsetVector } from "../subset";
import { type Bindings, bind, type RFunction, type RList, type RValue } from "../values";

/** A function, or the name of one, as `match.fun` takes it. */
export function functionOf(args: Arguments, name: string): RFunction {
  const value = args.value(name);
  if (isFunction(value)) return value;
  return asFunction(args.interpreter.findFunction(oneText(value, name), args.environment));
}

/** Items of a vector or list one by one; of a data frame its columns. */
export function itemsOf(value: RValue): readonly RValue[] {
  if (value.kind === "null") return [];
  if (value.kind === "list") return value.values;
  const vector = asVector(value);
  return vector.values.map((_, at) => pick(vector, at));
}

function values(rest: readonly Supplied[]): {
  readonly all: readonly RValue[];
  readonly names: readonly (string | undefined)[];
} {
  return { all: rest.map((part) => part.value()), names: rest.map((part) => part.name) };
}

function applyEach(args: Arguments, over: RValue, called: RFunction): readonly RValue[] {
  const more = values(args.rest);
  return itemsOf(over).map((item) => args.apply(called, [item, ...more.all], [undefined, ...more.names]));
}

function namesFor(over: RValue, useNames: boolean): readonly string[] | undefined {
  const names = namesAlong(over);
  if (names !== undefined || !useNames || over.kind !== "character") return names;
  return over.values.map((name) => name ?? "NA");
}

/** Results of one length become a vector, or a matrix with a column each; others stay a list. */
export function simplify(results: readonly RValue[], names: readonly string[] | undefined): RValue {
  const lengths = new Set(results.map(lengthOf));
  const [length] = lengths;
  const vectors = results.every((result) => isAtomic(result) || result.kind === "list");
  if (lengths.size !== 1 || length === undefined || length === 0 || !vectors || results.some(isFrame))
    return listOf(results, { names });
  const bare = results.map((result) =>
    withAttributes(result, { names: undefined, dimnames: undefined, dim: undefined, class: undefined }),
  );
  const joined = concatenate(bare, []);
  if (length === 1) {
    const [first] = results;
    const own =
      names ??
      (first && namesAlong(first) !== undefined ? results.map((result) => namesAlong(result)?.[0] ?? "") : undefined);
    return withAttributes(joined, { names: own });
  }
  const [first] = results;
  const rowNames = (first && namesAlong(first)) ?? null;
  const dimnames = rowNames === null && names === undefined ? undefined : [rowNames, names ?? null];
  return withAttributes(joined, { names: undefined, dim: [length, results.length], dimnames });
}

function mapAll(
  args: Arguments,
  called: RFunction,
): { readonly results: readonly RValue[]; readonly names: readonly string[] | undefined } {
  const parts = args.rest.map((part) => ({ name: part.name, value: part.value() }));
  const more = args.optional("MoreArgs");
  const extra = more?.kind === "list" ? more : listOf([]);
  const columns = parts.map(({ value }) => itemsOf(value));
  const length = columns.some((column) => column.length === 0)
    ? 0
    : Math.max(0, ...columns.map((column) => column.length));
  const results = Array.from({ length }, (_, at) =>
    args.apply(
      called,
      [...columns.map((column) => column[at % column.length] ?? NULL), ...extra.values],
      [...parts.map(({ name }) => name), ...(extra.attributes.names ?? [])],
    ),
  );
  const [first] = parts;
  return { results, names: first && namesFor(first.value, true) };
}

/** Margins of a matrix: the rows (1) or columns (2) as vectors with names. */
function slices(
  value: RValue,
  margin: number,
): { readonly parts: readonly RValue[]; readonly names: readonly string[] | null } {
  const vector = asVector(value);
  const [rows = 0, columns = 0] = vector.attributes.dim ?? [];
  const [rowNames = null, columnNames = null] = vector.attributes.dimnames ?? [];
  const plain = { ...vector, attributes: {} };
  const cut = (
    count: number,
    length: number,
    place: (slice: number, at: number) => number,
    names: readonly string[] | null,
  ) =>
    Array.from({ length: count }, (_, slice) =>
      withAttributes(
        subsetVector(
          plain,
          Array.from({ length }, (__, at) => place(slice, at)),
        ),
        { names: names ?? undefined },
      ),
    );
  if (margin === 1) return { parts: cut(rows, columns, (row, at) => row + at * rows, columnNames), names: rowNames };
  return { parts: cut(columns, rows, (column, at) => at + column * rows, rowNames), names: columnNames };
}

/** All choices of `size` positions out of `count`, in order. */
function subsetsOf(count: number, size: number, from = 0): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return Array.from({ length: Math.max(0, count - from) }, (_, at) => from + at).flatMap((first) =>
    subsetsOf(count, size - 1, first + 1).map((others) => [first, ...others]),
  );
}

/** The parts of an array at each combination of places along some dimensions, the first varying fastest. */
function layers(
  value: RValue,
  margin: readonly number[],
): { parts: readonly RValue[]; names: readonly string[] | null } {
  const vector = asVector(value);
  const { dim = [], dimnames } = vector.attributes;
  const along = margin.map((one) => one - 1);
  if (along.some((one) => dim[one] === undefined)) throw new DialectError("apply() along what?");
  const inside = dim.flatMap((_, dimension) => (along.includes(dimension) ? [] : [dimension]));
  const groups = new Map<number, number[]>();
  vector.values.forEach((_, position) => {
    let rest = position;
    const places = dim.map((extent) => {
      const place = rest % extent;
      rest = Math.floor(rest / extent);
      return place;
    });
    let key = 0;
    for (const dimension of [...along].reverse()) key = key * (dim[dimension] ?? 1) + (places[dimension] ?? 0);
    groups.set(key, [...(groups.get(key) ?? []), position]);
  });
  const shape =
    inside.length < 2
      ? { names: dimnames?.[inside[0] ?? -1] ?? undefined }
      : {
          dim: inside.map((dimension) => dim[dimension] ?? 1),
          dimnames: dimnames && inside.map((dimension) => dimnames[dimension] ?? null),
        };
  const parts = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([, positions]) => withAttributes(subsetVector({ ...vector, attributes: {} }, positions), shape));
  return { parts, names: along.length === 1 ? (dimnames?.[along[0] ?? 0] ?? null) : null };
}

/** One value per combination of places as a matrix or array of those dimensions. */
function arrangedBy(over: RValue, margin: readonly number[], flat: RValue): RValue {
  const { dim = [], dimnames } = over.attributes;
  return withAttributes(flat, {
    names: undefined,
    dim: margin.map((one) => dim[one - 1] ?? 1),
    dimnames: dimnames && margin.map((one) => dimnames[one - 1] ?? null),
  });
}

export const APPLY: Bindings = {
  lapply: bind("X FUN ...", (args) => {
    const over = args.value("X");
    return listOf(applyEach(args, over, functionOf(args, "FUN")), { names: namesAlong(over) });
  }),
  sapply: bind("X FUN ... simplify USE.NAMES", (args) => {
    const over = args.value("X");
    const names = args.flag("USE.NAMES", true) ? namesFor(over, true) : undefined;
    const results = applyEach(args, over, functionOf(args, "FUN"));
    return args.flag("simplify", true) ? simplify(results, names) : listOf(results, { names });
  }),
  vapply: bind("X FUN FUN.VALUE ... USE.NAMES", (args) => {
    const over = args.value("X");
    const names = args.flag("USE.NAMES", true) ? namesFor(over, true) : undefined;
    return simplify(applyEach(args, over, functionOf(args, "FUN")), names);
  }),
  Map: bind("f ...", (args) => {
    const { results, names } = mapAll(args, functionOf(args, "f"));
    return listOf(results, { names });
  }),
  mapply: bind("FUN ... MoreArgs SIMPLIFY USE.NAMES", (args) => {
    const { results, names } = mapAll(args, functionOf(args, "FUN"));
    const kept = args.flag("USE.NAMES", true) ? names : undefined;
    return args.flag("SIMPLIFY", true) ? simplify(results, kept) : listOf(results, { names: kept });
  }),
  Reduce: bind("f x init accumulate", (args) => {
    const called = functionOf(args, "f");
    const items = [...(args.has("init") ? [args.value("init")] : []), ...itemsOf(args.value("x"))];
    const [first = NULL, ...others] = items;
    const steps = [first];
    for (const item of others) steps.push(args.apply(called, [steps.at(-1) ?? NULL, item]));
    return args.flag("accumulate", false) ? simplify(steps, undefined) : (steps.at(-1) ?? NULL);
  }),
  Filter: bind("f x", (args) => {
    const called = functionOf(args, "f");
    const over = asVector(args.value("x"));
    const kept = itemsOf(over).flatMap((item, at) =>
      asFlags(args.apply(called, [item])).values[0] === true ? [at] : [],
    );
    return subsetVector(over, kept);
  }),
  Find: bind("f x", (args) => {
    const called = functionOf(args, "f");
    return itemsOf(args.value("x")).find((item) => asFlags(args.apply(called, [item])).values[0] === true) ?? NULL;
  }),
  Position: bind("f x", (args) => {
    const called = functionOf(args, "f");
    const at = itemsOf(args.value("x")).findIndex((item) => asFlags(args.apply(called, [item])).values[0] === true);
    return number(at < 0 ? null : at + 1);
  }),
  combn: bind("x m FUN simplify ...", (args) => {
    const given = asVector(args.value("x"));
    const size = given.values.length === 1 ? asNumbers(given).values[0] : undefined;
    const pool = size ? numbers(Array.from({ length: size }, (_, at) => at + 1)) : given;
    const chosen = subsetsOf(pool.values.length, args.number("m")).map((positions) => subsetVector(pool, positions));
    const more = values(args.rest);
    const called = args.has("FUN") ? functionOf(args, "FUN") : undefined;
    const results = called
      ? chosen.map((one) => args.apply(called, [one, ...more.all], [undefined, ...more.names]))
      : chosen;
    return args.flag("simplify", true) ? simplify(results, undefined) : listOf(results);
  }),
  "do.call": bind("what args quote", (args) => {
    const given = args.value("args");
    const list: RList = given.kind === "list" ? given : listOf(itemsOf(given), { names: given.attributes.names });
    return args.apply(functionOf(args, "what"), list.values, list.attributes.names);
  }),
  "match.fun": bind("FUN", (args) => functionOf(args, "FUN")),
  apply: bind("X MARGIN FUN ... simplify", (args) => {
    const given = args.value("X");
    const over = isFrame(given) ? args.call("as.matrix", [given]) : given;
    const margin = args.numbers("MARGIN");
    const [only] = margin;
    const isMatrix = over.attributes.dim?.length === 2 && margin.length === 1 && (only === 1 || only === 2);
    const { parts, names } = isMatrix ? slices(over, only) : layers(over, margin);
    const more = values(args.rest);
    const called = functionOf(args, "FUN");
    const results = parts.map((part) => args.apply(called, [part, ...more.all], [undefined, ...more.names]));
    if (!results.every((result) => lengthOf(result) === 1)) return simplify(results, names ?? undefined);
    const flat = simplify(
      results.map((result) => withAttributes(result, { names: undefined, dimnames: undefined, dim: undefined })),
      names ?? undefined,
    );
    return isMatrix || margin.length === 1 ? flat : arrangedBy(over, margin, flat);
  }),
  /** A function of vectors from one of single values. */
  Vectorize: bind("FUN ...", (args) => {
    const inner = functionOf(args, "FUN");
    const each = bind("...", (own) => {
      const { results } = mapAll(own, inner);
      return simplify(results, undefined);
    });
    return { kind: "builtin", name: "Vectorize", binding: each, attributes: {} };
  }),
  outer: bind("X Y FUN ...", (args) => {
    const [x, y] = [asVector(args.value("X")), asVector(args.value("Y"))];
    const [rows, columns] = [x.values.length, y.values.length];
    const cells = Array.from({ length: rows * columns }, (_, at) => at);
    const left = subsetVector(
      { ...x, attributes: {} },
      cells.map((at) => at % rows),
    );
    const right = subsetVector(
      { ...y, attributes: {} },
      cells.map((at) => Math.floor(at / rows)),
    );
    const called = args.has("FUN") ? functionOf(args, "FUN") : args.interpreter.findFunction("*", args.environment);
    const result = args.apply(called, [left, right]);
    const [rowNames, columnNames] = [namesAlong(x) ?? null, namesAlong(y) ?? null];
    const dimnames = rowNames === null && columnNames === null ? undefined : [rowNames, columnNames];
    return withAttributes(result, { names: undefined, dim: [rows, columns], dimnames });
  }),
  replicate: bind("n expr simplify", (args) => {
    const expression = args.supplied("expr");
    if (expression?.expression === undefined) throw new DialectError("replicate() needs an expression");
    const { expression: code, environment } = expression;
    const results = Array.from({ length: args.number("n") }, () => args.interpreter.evaluate(code, environment));
    return simplify(results, undefined);
  }),
  rapply: bind("object f how", (args) => {
    const called = functionOf(args, "f");
    const walk = (value: RValue): RValue =>
      value.kind === "list" ? listOf(value.values.map(walk), value.attributes) : args.apply(called, [value]);
    return walk(args.value("object"));
  }),
};
